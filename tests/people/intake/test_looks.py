"""The pages of a second list in Chromium: accessible, without sideways scroll, in both directions."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.people.intake.calendar.models import ExpectedCensus
from rihai.people.intake.models import Census
from rihai.people.models import Person
from rihai.people.operations import correct_facts
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.people.intake.lists import DAY, HEADINGS, NAMES, csv_of, give, line, taken
from tests.people.world import World, make_world

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("PEOPLE_SHOTS", "")


@pytest.fixture
def lists(transactional_db: None) -> tuple[World, Account, Census]:
    """One list taken in, and the next with something of everything in it."""
    world = make_world()
    clerk = world.worker("records_officer", world.gulzar)
    taken(give(clerk, world.gulzar, csv_of([line(name, at) for at, name in enumerate(NAMES, 1)])), clerk)
    with as_house():
        first = Person.objects.get(full_name=NAMES[0])
    with acting_as(clerk):
        correct_facts(
            person_id=first.pk, version=first.version, record={"education": "Middle"}, raw={}, true_on=DAY, actor=clerk,
            at=timezone.now(),
        )  # fmt: skip
    rows = [line(name, at) for at, name in enumerate(NAMES, 1) if at != 2]
    rows[0]["Remarks"] = "Matric"
    rows[2]["Category"] = "Detenue"
    unsure = {"CNIC No.": "", "Prisoner No": "X-9", "FIR No": "", "Date of Arrest": "", "Date of Admission": ""}
    rows[3] |= unsure
    rows += [line("زبیدہ نمونہ", 40), line("", 41), line("Sana Misali", 42, Age="x")]
    headings = [one.replace("Remarks", "Education") for one in HEADINGS]
    return world, clerk, give(clerk, world.gulzar, csv_of(rows, headings), on=date(2026, 11, 24))


def _late(world: World) -> UUID:
    """A list that is late."""
    with as_house():
        due = timezone.localdate() - timedelta(days=9)
        return ExpectedCensus.objects.get_or_create(
            place=world.gulzar, due_on=due, defaults={"from_on": due - timedelta(days=30)}
        )[0].pk


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_pages_of_a_census_are_accessible(
    lists: tuple[World, Account, Census], open_page: Opener, language: str
) -> None:
    world, clerk, census = lists
    Account.objects.filter(pk=clerk.pk).update(language=language)
    page = open_page(language=language, account=clerk)
    kinds = ("new", "probably_same", "missing", "by_hand", "status_changed")
    addresses = [
        reverse("people:census", args=[census.pk]), reverse("people:census-rows", args=[census.pk]),
        reverse("people:census-columns", args=[census.pk]), reverse("people:census-columns", args=[census.pk]) + "?all",
        *(reverse("people:census-changes", args=[census.pk, kind]) for kind in kinds),
        reverse("places:place", args=[world.gulzar.pk]), reverse("home"), reverse("people:calendar"),
        *(reverse(f"people:calendar-{name}", args=[world.gulzar.pk]) for name in ("place", "rhythm")),
        *(reverse(f"people:calendar-{name}", args=[_late(world)]) for name in ("asked", "refused")),
    ]  # fmt: skip
    for at, address in enumerate(addresses):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"second-{at:02}.{language}.{width}.png"), full_page=True)

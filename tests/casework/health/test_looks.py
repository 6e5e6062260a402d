"""The pages of health in Chromium: accessible, without sideways scroll, in both languages."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.casework.health.models import Appointment, Baby, HealthNeed
from rihai.casework.health.operations import Booking, Born, Expecting, book, write_baby, write_pregnancy
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.casework.health.cast import consent, need, plan, today
from tests.people.world import make_world

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("HEALTH_SHOTS", "")


@pytest.fixture
def peopled(transactional_db: None) -> tuple[Account, list[str]]:
    """A health worker, and the addresses of everything of one woman's health."""
    world = make_world()
    nurse, clerk = world.worker("health_worker", world.gulzar), world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        person = world.enter(clerk)
    now = timezone.now()
    with acting_as(nurse):
        one = need(person, nurse)
        need(person, nurse, kind="skin", state="suspected", goes_on=None, review_on=today())
        plan(person, nurse)
        consent(person, nurse)
        book(person_id=person.pk, booking=Booking(on=today(), with_whom="ڈاکٹر مثالی"), actor=nurse, at=now)
        write_pregnancy(person_id=person.pk, said=Expecting(known_on=today()), actor=nurse, at=now)
        born = Born(called="Noor", born_on=today() - timedelta(days=50))
        write_baby(person_id=person.pk, born=born, actor=nurse, at=now)
        assert HealthNeed.objects.count() == 2
        return nurse, [
            reverse("casework:health-index"), reverse("casework:duty"), reverse("casework:health", args=[person.pk]),
            reverse("casework:health-need", args=[one.pk]), reverse("casework:health-refer", args=[one.pk]),
            reverse("casework:health-appointment", args=[Appointment.objects.get().pk]),
            reverse("casework:health-support-new", args=[person.pk]),
            reverse("casework:health-doses", args=[Baby.objects.get().pk]),
            reverse("people:person", args=[person.pk]),
        ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(
    peopled: tuple[Account, list[str]], open_page: Opener, language: str
) -> None:
    nurse, addresses = peopled
    Account.objects.filter(pk=nurse.pk).update(language=language)
    page = open_page(language=language, account=nurse)
    for at, address in enumerate(addresses):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)

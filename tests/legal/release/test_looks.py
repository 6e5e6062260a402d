"""The pages of releases, slips, the law and measures in Chromium: accessible, without sideways scroll, both ways."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.legal.release.models import Release, Slip, SlipText, UnlawfulDetention
from rihai.legal.release.operations import (
    find_in_error,
    make_slip,
    name_unlawful,
    record_release,
    record_told,
    say_word,
)
from rihai.people.models import MovementKind, Person
from rihai.people.operations import end_custody
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.legal.release.cast import bail
from tests.people.world import World, make_world
from tests.screening.cast import bailed_man, keep, unknown_arrest, woman

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("RELEASE_SHOTS", "")


@pytest.fixture
def peopled(transactional_db: None) -> tuple[Account, list[str]]:
    """A prison with somebody released, in error, told, and held without ground; and the addresses of it all."""
    world = make_world()
    lawyer = world.worker("lawyer", world.gulzar)
    with acting_as(lawyer):
        people = _people(world, lawyer)
        addresses = _happenings(world, lawyer, people)
    return lawyer, addresses


def _people(world: World, lawyer: Account) -> list[Person]:
    today = timezone.localdate()
    records = (woman(today), bailed_man(today), unknown_arrest(today), woman(today, full_name="زبیدہ نمونہ"))
    return [keep(one, world.gulzar, lawyer) for one in records]


def _happenings(world: World, lawyer: Account, people: list[Person]) -> list[str]:
    today, now = timezone.localdate(), timezone.now()
    nargis, tariq, rehana, zubaida = people
    release = record_release(person_id=tariq.pk, version=1, said=bail(today, note="x"), actor=lawyer, at=now)
    find_in_error(release_id=release.pk, version=1, found_on=today, why="another case held him", actor=lawyer, at=now)
    end_custody(person_id=rehana.pk, version=1, kind=MovementKind.RELEASE, on=today, actor=lawyer, at=timezone.now())
    text = SlipText("leave", "Sana Farzi", "Amna Namoona, box at the visiting room", today + timedelta(days=6))
    waiting = make_slip(person_id=nargis.pk, text=text, due_on=today, actor=lawyer, at=timezone.now())
    read = make_slip(person_id=zubaida.pk, text=text, due_on=today, actor=lawyer, at=timezone.now())
    record_told(
        slip_id=read.pk, version=1, answer="told", told_on=today, in_language="pa", kept=False, how_she_is="care",
        correction="میرا بھائی ضامن بن سکتا ہے۔", actor=lawyer, at=timezone.now(),
    )  # fmt: skip
    name_unlawful(
        person_id=nargis.pk, ground="order", from_on=today - timedelta(days=8), why="order 12/2026", today=today,
        actor=lawyer, at=timezone.now(),
    )  # fmt: skip
    for kind, note in (("objection", "The proviso was changed in 2011."),):
        say_word(
            pack="pakistan", provision="crpc_497_first_proviso", kind=kind, note=note, on=today, actor=lawyer,
            at=timezone.now(),
        )  # fmt: skip
    named = UnlawfulDetention.objects.get()
    assert Release.objects.count() == 1
    assert Slip.objects.count() == 2
    return [
        reverse("legal:releases"), reverse("legal:release", args=[release.pk]),
        reverse("legal:release-record", args=[nargis.pk]), reverse("legal:release-correct", args=[release.pk]),
        reverse("legal:release-recall", args=[release.pk]), reverse("legal:held-past"),
        reverse("legal:unlawful-back", args=[named.pk]), reverse("legal:to-tell"),
        reverse("legal:slip", args=[waiting.pk]), reverse("legal:slip", args=[read.pk]),
        reverse("legal:slip-told", args=[waiting.pk]), reverse("legal:slip-new", args=[nargis.pk]),
        reverse("legal:slip-correction", args=[read.pk]), reverse("legal:law") + "?state=open",
        reverse("legal:provision", args=["pakistan", "crpc_497_first_proviso"]), reverse("legal:measures"),
        reverse("people:person", args=[tariq.pk]), reverse("people:person", args=[nargis.pk]),
        reverse("places:place", args=[world.gulzar.pk]),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(
    peopled: tuple[Account, list[str]], open_page: Opener, language: str
) -> None:
    lawyer, addresses = peopled
    Account.objects.filter(pk=lawyer.pk).update(language=language)
    page = open_page(language=language, account=lawyer)
    for at, address in enumerate(addresses):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)

"""The pages of screening in Chromium: accessible, without sideways scroll, in both directions."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.people.models import Person
from rihai.screening.models import Finding, KeptPack, LawChange, LawTrial
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.people.world import World, make_world
from tests.screening.cast import bailed_man, keep, unknown_arrest, woman

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("SCREENING_SHOTS", "")


@pytest.fixture
def screened(transactional_db: None) -> tuple[World, Account]:
    """A prison with people whom the law reaches, may reach, or cannot be told of."""
    world, today = make_world(), timezone.localdate()
    lawyer, chief = world.worker("lawyer", world.province), world.worker("supervisor", world.province)
    told = woman(today, full_name="Zubaida Namoona")
    told["cases"][0]["delay_attributed_to_accused"] = False
    with acting_as(lawyer):
        keep(woman(today), world.gulzar, lawyer)
        keep(woman(today, full_name="نرگس فرضی", pregnant=True, children_in_prison=1), world.gulzar, lawyer)
        keep(told, world.gulzar, lawyer)
        keep(unknown_arrest(today), world.gulzar, lawyer)
        for days, name in ((1, "Bashir Namoona"), (9, "Tariq Misali"), (44, "Munir Farzi")):
            keep(bailed_man(today, days, full_name=name), world.naya_bagh, lawyer)
        minor = woman(today, full_name="Asif Farzi", sex="male", date_of_birth="2010-04-01", held_with_adults=True)
        keep(minor, world.naya_bagh, lawyer)
    return world, chief


def _rehana() -> UUID:
    with as_house():
        return Person.objects.get(full_name="Rehana Misali").pk


def _trial(world: World) -> UUID:
    """A comparison that is done, with one change."""
    now = timezone.now()
    with as_house():
        kept, _new = KeptPack.objects.get_or_create(
            digest="d", defaults={"pack": "pakistan", "version": "2027.1", "files": {}, "kept_at": now}
        )
        person = Person.objects.get(full_name="Nargis Farzi")
        trial = LawTrial.objects.create(
            folder="draft-2027", kept=kept, against="2026.11", against_digest="", asked_by=person.pk,
            asked_by_name="Sana Misali", asked_at=now, on=timezone.localdate(), ended_at=now, people=8,
            words={"crpc_497": {"title": {"en": "Bail for delay", "ur": "تاخیر پر ضمانت"}, "cite": "CrPC s.497(1)"}},
        )  # fmt: skip
        LawChange.objects.create(
            trial=trial, person=person, place=world.gulzar, data_class="personal", provision="crpc_497",
            kind="reached", new="arguable", new_on=timezone.localdate(), because=["held"],
        )  # fmt: skip
    return trial.pk


def _addresses(world: World) -> list[str]:
    with as_house():
        delay = Finding.objects.filter(provision="crpc_497_delay_general", data_class="personal").first()
        inside = Finding.objects.filter(still_inside=True).first()
    assert delay
    assert inside
    who = reverse("screening:who")
    return [
        who, f"{who}?by=cannot_tell", f"{who}?by=90", f"{who}?sex=transgender", reverse("screening:inside"),
        reverse("screening:alerts"), reverse("screening:risk"), reverse("screening:missing"),
        reverse("screening:answers"), reverse("screening:lost"), reverse("screening:lost") + "?by=provision",
        reverse("screening:fill"), reverse("screening:fill-person", args=[_rehana()]), reverse("screening:trying"),
        reverse("screening:trial", args=[_trial(world)]), reverse("screening:law-force", args=[_trial(world)]),
        reverse("screening:finding", args=[delay.pk]), reverse("screening:finding", args=[inside.pk]),
        reverse("people:person", args=[delay.person_id]), reverse("places:place", args=[world.gulzar.pk]),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(
    screened: tuple[World, Account], open_page: Opener, language: str
) -> None:
    world, chief = screened
    Account.objects.filter(pk=chief.pk).update(language=language)
    page = open_page(language=language, account=chief)
    for at, address in enumerate(_addresses(world)):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)

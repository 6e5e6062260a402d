"""The pages of people in Chromium: accessible, without sideways scroll, in both directions; sheets by keyboard."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.people.models import MovementKind, Person, SourceKind
from rihai.people.operations import Source, add_relationship, give_consent, note_absence, state
from rihai.people.projection import project
from tests.browser.chromium import Opener, source
from tests.browser.looking import look_at
from tests.people.world import CASE, NOON, TODAY, World, make_world

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("PEOPLE_SHOTS", "")


@pytest.fixture
def peopled(transactional_db: None) -> tuple[World, Account, Person]:
    """A prison with a few people, one of them with a history."""
    world = make_world()
    chief = world.worker("supervisor", world.gulzar)
    with acting_as(chief, NOON):
        person = world.enter(
            chief, days_ago=40, alias="نرگس فرضی", barrack="2", children_in_prison=1, home_district="Sialkot"
        )
        for number, name in enumerate(
            ("Gul Naz Misali", "Zainab Namoona", "Amina Farzi", "زبیدہ نمونہ", "Nargis Farzee")
        ):
            world.enter(chief, full_name=name, cnic=f"904030000{number:04}", days_ago=3)
        add_relationship(
            person_id=person.pk, kind="mother", name="Zubaida Farzi", phone="0300-9000000", next_of_kin=True,
            safe_to_contact=True, actor=chief, at=NOON,
        )  # fmt: skip
        give_consent(
            person_id=person.pk, purpose="legal", recipient="the court and legal aid", classes=["personal", "legal"],
            given_how="read to her, thumb print", started_on=TODAY, actor=chief, at=NOON,
        )  # fmt: skip
        note_absence(
            person_id=person.pk, version=1, kind=MovementKind.COURT, on=TODAY, reason="adjourned", actor=chief, at=NOON
        )
    with as_house(NOON):
        said = {"sex": "male", "home_district": "Sialkot", "cases": [{"case_id": CASE, "arrested_on": "2026-04-10"}]}
        raw = {"sex": "M", f"cases/{CASE}/arrested_on": "10-4-26"}
        state(person.pk, said, Source(kind=SourceKind.CENSUS, at=NOON, true_on=TODAY, sheet="UTP", row=118), raw=raw)
        project([person.pk])
    return world, chief, person


def _addresses(world: World, person: Person, other: Person) -> list[str]:
    return [
        reverse("people:index"), reverse("people:person", args=[person.pk]), reverse("people:enter"),
        reverse("people:correct", args=[person.pk, "sex"]), reverse("people:move", args=[person.pk]),
        reverse("people:consents", args=[person.pk]), reverse("people:new-tie", args=[person.pk]),
        reverse("people:guard", args=[person.pk]), reverse("people:differences"),
        reverse("people:duplicates") + f"?place={world.gulzar.pk}", reverse("people:pair", args=[person.pk, other.pk]),
        reverse("places:place", args=[world.gulzar.pk]),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(
    peopled: tuple[World, Account, Person], open_page: Opener, language: str
) -> None:
    world, chief, person = peopled
    Account.objects.filter(pk=chief.pk).update(language=language)
    with as_house():
        other = Person.objects.get(full_name="Nargis Farzee")
    page = open_page(language=language, account=chief)
    for at, address in enumerate(_addresses(world, person, other)):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)


def test_sheets_are_typed_by_keyboard_alone(peopled: tuple[World, Account, Person], open_page: Opener) -> None:
    _world, chief, _person = peopled
    page = open_page(account=chief)
    page.goto(reverse("people:enter"))
    page.locator("#id_place").select_option(label="Women’s Prison Gulzar")
    for name in ("Bushra Farzi", "Kiran Misali"):
        page.locator("#id_full_name").focus()
        for word in (name, "d/o Nazir", "f", "30"):
            page.keyboard.type(word)
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"text={name} is kept")
        assert page.evaluate("document.activeElement.id") == "id_full_name"
    assert "2 people entered by you today" in source(page) or "8 people entered by you today" in source(page)

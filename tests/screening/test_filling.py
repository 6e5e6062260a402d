"""Missing facts are filled in from the list: each with its paper, one act a person, nothing written over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.people import operations as people_operations
from rihai.people.models import Person, SourceKind, Statement
from rihai.people.operations import correct_facts
from rihai.people.operations.reach import person_for
from rihai.screening.forms import name_of
from rihai.screening.models import Finding, Gap
from tests.people.world import World
from tests.screening.cast import half_a_year_and_a_day, keep, unknown_arrest
from tests.screening.test_pages import signed_in, text_of

pytestmark = pytest.mark.django_db
DELAY = "crpc_497_delay_general"
CASE = "51/26 Saddar"


@pytest.fixture
def clerk(world: World) -> Account:
    return world.worker("records_officer", world.gulzar)


@pytest.fixture
def two(world: World, clerk: Account) -> list[Person]:
    today = timezone.localdate()
    with acting_as(clerk):
        one = keep(unknown_arrest(today), world.gulzar, clerk)
        other = unknown_arrest(today) | {"full_name": "Zahida Misali"}
        return [one, keep(other, world.gulzar, clerk)]


def field(person: Person, fact: str = "arrested_on") -> str:
    with as_house():
        return name_of(Gap.objects.filter(person=person, fact=fact)[0])


def said(day: date, **answers: str) -> dict[str, str]:
    return {"paper": "remand warrant", "true_on": day.isoformat(), **answers}


def outcome(person: Person) -> str:
    with as_house():
        return Finding.objects.get(person=person, provision=DELAY).outcome


def fill_url(world: World, fact: str = "arrested_on") -> str:
    return reverse("screening:fill") + f"?fact={fact}&at={world.gulzar.pk}"


def test_one_fact_of_two_people_is_filled_in_and_both_are_screened_at_once(
    world: World, clerk: Account, two: list[Person]
) -> None:
    client, today = signed_in(clerk), timezone.localdate()
    text = text_of(client, fill_url(world))
    assert "Rehana Misali" in text
    assert "Zahida Misali" in text
    day = half_a_year_and_a_day(today)
    names = [field(one) for one in two]
    assert client.post(fill_url(world), said(today, **{names[0]: f"{day:%d/%m/%Y}", names[1]: ""})).status_code == 302
    assert "remand warrant" in text_of(client, fill_url(world)), "the paper stays for the next ones"
    assert client.post(fill_url(world), said(today, **{names[1]: f"{today:%d/%m/%Y}"})).status_code == 302
    assert (outcome(two[0]), outcome(two[1])) == ("arguable", "not_yet")
    with as_house():
        kept = Statement.objects.get(person=two[0].pk, kind=SourceKind.DOCUMENT)
        acts = Event.objects.filter(act="people.facts.corrected").count()
    assert (kept.title, kept.said_by, kept.true_on) == ("remand warrant", clerk.pk, today)
    assert acts == 2, "one act a person"


def test_all_that_is_missing_of_one_person_stands_on_one_page(world: World, clerk: Account, two: list[Person]) -> None:
    client, today = signed_in(clerk), timezone.localdate()
    address = reverse("screening:fill-person", args=[two[0].pk])
    assert "arrested on" in text_of(client, address).casefold()
    day = half_a_year_and_a_day(today)
    assert client.post(address, said(today, **{field(two[0]): day.isoformat()})).status_code == 302
    assert outcome(two[0]) == "arguable"


def test_what_another_wrote_meanwhile_is_shown_and_stays(
    world: World, clerk: Account, two: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    today = timezone.localdate()
    name, theirs = field(two[0]), (today - timedelta(days=99)).isoformat()
    real = person_for
    done: list[int] = []

    def meanwhile(*args: Any, **kw: Any) -> Any:
        if not done:
            done.append(1)
            correct_facts(
                person_id=two[0].pk, version=two[0].version, raw={}, true_on=today, actor=clerk, at=timezone.now(),
                record={"cases": [{"case_id": CASE, "arrested_on": theirs}]},
            )  # fmt: skip
        return real(*args, **kw)

    monkeypatch.setattr("rihai.screening.operations.filling.person_for", meanwhile)
    answer = signed_in(clerk).post(fill_url(world), said(today, **{name: today.isoformat()}))
    assert answer.status_code == 409
    assert "Somebody else wrote this meanwhile" in answer.content.decode()
    with as_house():
        assert not Statement.objects.filter(person=two[0].pk, kind=SourceKind.DOCUMENT).exists()


@pytest.mark.parametrize("bad", ["the day before", "x" * 3000, "a\x00b", "\u202e1/1/2026", "9" * 400, "31/02/2026"])
def test_what_cannot_be_read_is_said_beside_its_field_and_nothing_is_kept(
    world: World, clerk: Account, two: list[Person], bad: str
) -> None:
    today = timezone.localdate()
    answer = signed_in(clerk).post(fill_url(world), said(today, **{field(two[0]): bad}))
    assert answer.status_code == 422
    assert "invalid-feedback" in answer.content.decode()
    with as_house():
        assert not Statement.objects.filter(kind=SourceKind.DOCUMENT).exists()


@pytest.mark.parametrize("missing", ["paper", "true_on"])
def test_without_a_paper_or_a_day_nothing_is_kept(
    world: World, clerk: Account, two: list[Person], missing: str
) -> None:
    today = timezone.localdate()
    asked = said(today, **{field(two[0]): today.isoformat()}) | {missing: ""}
    assert signed_in(clerk).post(fill_url(world), asked).status_code == 422
    assert signed_in(clerk).post(fill_url(world), said(today)).status_code == 422


def test_nobody_fills_in_anything_of_somebody_they_do_not_see(world: World, two: list[Person]) -> None:
    today, name = timezone.localdate(), field(two[0])
    stranger = signed_in(world.worker("records_officer", world.naya_bagh))
    assert "Rehana" not in text_of(stranger, fill_url(world))
    stranger.post(fill_url(world), said(today, **{name: today.isoformat()}))
    assert stranger.get(reverse("screening:fill-person", args=[two[0].pk])).status_code == 404
    assert outcome(two[0]) == "cannot_tell"


def test_a_filling_in_that_is_interrupted_leaves_nothing(
    world: World, clerk: Account, two: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_args: Any, **_kw: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(people_operations.entering, "append", dies)
    client = signed_in(clerk)
    with pytest.raises(RuntimeError):
        client.post(fill_url(world), said(timezone.localdate(), **{field(two[0]): timezone.localdate().isoformat()}))
    assert outcome(two[0]) == "cannot_tell"
    with as_house():
        assert not Statement.objects.filter(kind=SourceKind.DOCUMENT).exists()

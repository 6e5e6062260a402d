"""What work and lawyers say on the lines of the lists, and acts on several lines at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.kit.actor import Actor
from rihai.kit.offers import LawNote, Offer, ProvisionNote, RowActs, RowKey, RowSaid
from rihai.people.models import Person
from rihai.screening.shown import notes, work
from tests.people.world import World
from tests.screening.cast import bailed_man, keep, woman
from tests.screening.test_pages import finding_of, signed_in, text_of

pytestmark = pytest.mark.django_db
DELAY = "crpc_497_delay_general"


def _of_rows(_actor: Actor, keys: Sequence[RowKey], _on: date) -> Mapping[RowKey, RowSaid]:
    said = RowSaid(word="Taken by Sana", status="accepted", says="Since yesterday", url="/kit/", act="Open the work")
    return {key: said for key in keys if key.provision in {DELAY, "mandela_tick_nothing"} or "bail" in key.provision}


def _notes(pack: str, provisions: Sequence[str]) -> Mapping[str, Sequence[LawNote]]:
    assert pack in {"pakistan", "mandela"}
    told = (LawNote(kind="reviewed", says="reviewed by A"), LawNote(kind="objection", says="objection: too wide"))
    return {one: told for one in provisions if one == DELAY}


@pytest.fixture
def offers(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Work as a room above offers it, for whoever has a capability; and notes of lawyers."""

    def give(capability: str) -> None:
        acts = RowActs(name="t", of_rows=_of_rows, bulk=(("Take these", "screening:who"),), capability=capability)
        both: tuple[Offer, ...] = (acts, ProvisionNote(name="t", notes=_notes))
        for module in (work, notes):
            monkeypatch.setattr(module, "offered", lambda kind: tuple(one for one in both if isinstance(one, kind)))

    return give


@pytest.fixture
def lawyer(world: World) -> Account:
    return world.worker("lawyer", world.province)


@pytest.fixture
def nargis(world: World, lawyer: Account) -> Person:
    with acting_as(lawyer):
        keep(bailed_man(timezone.localdate()), world.naya_bagh, lawyer)
        return keep(woman(timezone.localdate()), world.gulzar, lawyer)


@pytest.mark.parametrize("page", ["who", "inside"])
def test_a_line_says_who_works_on_it_and_can_be_ticked(
    offers: Callable[[str], None], lawyer: Account, nargis: Person, page: str
) -> None:
    offers("legal.respond")
    text = text_of(signed_in(lawyer), reverse(f"screening:{page}"))
    for word in ("Taken by Sana", "Since yesterday", "Open the work", "Take these", 'name="row"', 'form="ticked"'):
        assert word in text, word


def test_nothing_is_offered_to_whom_may_not_act(offers: Callable[[str], None], lawyer: Account, nargis: Person) -> None:
    offers("no.such")
    text = text_of(signed_in(lawyer), reverse("screening:who"))
    assert "Nargis" in text
    for word in ("Taken by Sana", "Take these", 'name="row"'):
        assert word not in text, word


def test_the_page_of_a_finding_says_what_is_done_and_what_lawyers_say(
    offers: Callable[[str], None], lawyer: Account, nargis: Person
) -> None:
    offers("")
    text = text_of(signed_in(lawyer), reverse("screening:finding", args=[finding_of(nargis).pk]))
    assert "Open the work" in text
    assert text.index("objection: too wide") < text.index("reviewed by A")
    assert "No lawyer has reviewed" not in text


def test_an_objection_stands_over_the_group_on_the_person_and_in_the_list_taken_out(
    offers: Callable[[str], None], lawyer: Account, nargis: Person
) -> None:
    offers("")
    client = signed_in(lawyer)
    assert "objection: too wide" in text_of(client, reverse("screening:who"))
    assert "objection: too wide" in text_of(client, reverse("people:person", args=[nargis.pk]))
    taken = client.post(reverse("kit_export", args=["screening.who"]), {"kind": "csv", "language": "en"})
    assert "objection: too wide" in taken.content.decode()

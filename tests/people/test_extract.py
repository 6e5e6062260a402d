"""A person is given what is held about her: found by an exact number, printed in both languages, nothing of others."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event, Opening
from rihai.people.extract import extract_of
from rihai.people.intake.extract import lists_of
from rihai.people.models import Person
from rihai.people.operations import add_relationship, give_consent
from tests.people.intake.lists import give, six, taken
from tests.people.test_pages import signed_in
from tests.people.world import NOON, TODAY, World

pytestmark = pytest.mark.django_db
NUMBER = "9040300000018"


@pytest.fixture
def officer(world: World) -> Account:
    return world.worker("data_protection_officer", None)


@pytest.fixture
def clerk(world: World) -> Account:
    return world.worker("records_officer", world.gulzar)


@pytest.fixture
def nargis(world: World, clerk: Account) -> Person:
    """Who stands in a list, has a sister, allows something, and whose page was opened."""
    taken(give(clerk, world.gulzar, six()), clerk)
    with as_house():
        person = Person.objects.get(full_name="Nargis Misali")
    with acting_as(clerk):
        add_relationship(person_id=person.pk, kind="sister", name="Zubaida Geheim", actor=clerk, at=NOON)
        give_consent(
            person_id=person.pk, purpose="legal", recipient="the court", classes=["personal"], given_how="read to her",
            started_on=TODAY, actor=clerk, at=NOON,
        )  # fmt: skip
    signed_in(clerk).get(reverse("people:person", args=[person.pk]))
    return person


def _words(sections: Any) -> str:
    return "\n".join(f"{title}: {term} = {value}" for title, pairs in sections for term, value in pairs)


def test_she_reads_what_is_believed_from_where_and_nothing_of_anybody_else(nargis: Person, clerk: Account) -> None:
    with as_house():
        said = _words([*extract_of(nargis.pk), *lists_of(nargis.pk)])
    for word in ("Nargis Misali", "PPC 381-A", "admission: Women’s Prison Gulzar", "the court", "sister", "1 of us"):
        assert word in said, word
    assert "the list of Women’s Prison Gulzar" in said
    for other in ("Zubaida", clerk.name, "Amina"):
        assert other not in said


def test_the_desk_finds_her_by_a_whole_number_and_prints_both_papers(nargis: Person, officer: Account) -> None:
    client = signed_in(officer)
    answer = client.post(reverse("accounts:extracts"), {"number": "90403-0000001-8"})
    address = reverse("accounts:extract", args=[nargis.pk])
    assert (answer.status_code, answer["Location"]) == (302, address)
    page = client.get(address).content.decode()
    assert "Nargis" not in page
    assert "1/26 Saddar" not in page

    paper = client.post(address, {"shown_by": "Card seen at the visit", "language": "both"})

    assert paper.status_code == 200
    with zipfile.ZipFile(io.BytesIO(paper.content)) as held:
        names = held.namelist()
        assert all(held.read(name).startswith(b"%PDF") for name in names)
    assert [name[-7:] for name in names] == ["-en.pdf", "-ur.pdf"]
    with as_house():
        line = Event.objects.get(act="accounts.extract.given")
        assert (line.subject, line.reason, line.actor_id) == (str(nargis.pk), "Card seen at the visit", officer.pk)
        assert Opening.objects.filter(person_id=nargis.pk, actor_id=officer.pk).exists()


def test_a_number_nobody_has_opens_nothing_and_is_written_down_without_it(officer: Account) -> None:
    answer = signed_in(officer).post(reverse("accounts:extracts"), {"number": NUMBER})
    assert answer.status_code == 409
    with as_house():
        line = Event.objects.get(act="accounts.extract.not_found")
    assert NUMBER not in f"{line.subject}{line.reason}{line.detail}"


def test_only_the_desk_gives_extracts(nargis: Person, clerk: Account) -> None:
    client = signed_in(clerk)
    assert client.get(reverse("accounts:extracts")).status_code in {403, 404}
    assert client.get(reverse("accounts:extract", args=[nargis.pk])).status_code in {403, 404}

"""The API of people: the list, a search, and one person with the facts on record and their sources."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from rihai.kit.api import PAGE, PlaceKey, PlaceNamed, Scoped, Words
from rihai.kit.audit.reads import listed, opened
from rihai.people.models import LegalStatus, Person, Sex
from rihai.people.queries.people import Filters, age_on, list_people
from rihai.people.queries.search import find_people
from rihai.people.queries.told import ToldFact, told_of
from rihai.people.views.asked import actor_of

router = Router(tags=["people"])
READS: dict[str, Any] = {"auth": Scoped("people.read"), "openapi_extra": {"x-scope": "people.read"}}
FOUND = 20


class PersonRow(Schema):
    """A person of a list."""

    id: UUID
    name: str
    other_script: str = Field(description="The name in the other script, where it is known.")
    father_or_husband_name: str
    sex: str = Field(description="female, male, transgender; empty where it is not known.")
    age: list[int] = Field(description="Completed years: one number, or two between which it is; empty: not known.")
    place: PlaceNamed | None = Field(description="Where the person is held now.")
    held_since: date | None
    legal_status: str = Field(description="A code of the facts; empty where it is not known.")
    url: str = Field(description="The person's page on the site.")


class PersonList(Schema):
    """A page of people."""

    people: list[PersonRow]
    count: int | None = Field(description="People in all; null for more than 10,000.")
    next: UUID | None = Field(description="Send it as after for the next page; null on the last.")


class FactSaid(Schema):
    """What another source says of a fact."""

    text: str
    source: str
    raw: str


class Fact(Schema):
    """One fact as it is believed."""

    fact: str = Field(description="Its name in the reference of facts.")
    case_id: str = Field(description="The case it is of; empty for facts of the person.")
    label: str
    value: Any = Field(description="As a record writes it: a code, a day, a number, a list.")
    text: str = Field(description="The same in words.")
    source: str = Field(description="Where it comes from: who wrote it, or which row of which census.")
    raw: str = Field(description="What the source wrote, where that differs from the text.")
    data_class: str
    others: list[FactSaid] = Field(description="What other sources say of it.")


class PersonTold(PersonRow):
    """One person with every fact that the owner of the key sees."""

    facts: list[Fact]
    withheld: list[str] = Field(description="Classes of data that are kept from the owner of the key.")


class PeopleFilters(Schema):
    """What the list is narrowed by."""

    place: PlaceKey | None = Field(None, description="Held there, or in what stands in it.")
    status: LegalStatus | None = Field(None, description="Legal status, a code.")
    sex: Sex | None = Field(None, description="female, male or transgender.")
    everybody: bool = Field(False, description="Also who has left, or is assigned to the owner of the key.")
    after: UUID | None = Field(None, description="The next of the page before.")


class Search(Schema):
    """Whom to look for. It is sent as a body: a name must not stand in an address."""

    words: Words = Field(description="A name in any script or spelling, or the exact number of an authority.")


@router.get("", response=PersonList, summary="The list of people", url_name="people", **READS)
def people(request: HttpRequest, asked: Query[PeopleFilters]) -> PersonList:
    """The people the owner of the key sees, by name, a page at a time."""
    filters = Filters(asked.place, asked.status or "", asked.sex or "", asked.everybody)
    found = list_people(filters, actor=actor_of(request), after=asked.after, size=PAGE)
    kept = {"place": asked.place, "status": asked.status, "sex": asked.sex}
    listed(request, "people.list", len(found.people), {name: value for name, value in kept.items() if value})
    rows = [PersonRow(**_row(one)) for one in found.people]
    return PersonList(people=rows, count=found.count, next=rows[-1].id if rows and found.has_later else None)


@router.post("find/", response=PersonList, summary="Find people", url_name="find-people", **READS)
def find(request: HttpRequest, asked: Search) -> PersonList:
    """People whose number it is, else whose name sounds so, the nearest first; twenty at most."""
    words = " ".join(asked.words.split())
    found = find_people(words, actor=actor_of(request), limit=FOUND) if len(words) > 1 else []
    listed(request, "people.found", len(found), {"letters": len(words)})
    return PersonList(people=[PersonRow(**_row(one)) for one in found], count=len(found), next=None)


@router.get("{uuid:pk}/", response=PersonTold, summary="One person", url_name="person", **READS)
def person(request: HttpRequest, pk: UUID) -> PersonTold:
    """The person with each fact on record and its source. Somebody who was merged answers as the one they are."""
    told = told_of(pk, actor=actor_of(request))
    if told is None:
        raise Http404
    opened(request, told.person.pk)
    facts = [_fact(one) for one in told.facts]
    return PersonTold(**_row(told.person), facts=facts, withheld=[str(one) for one in told.withheld])


def _row(one: Person) -> dict[str, Any]:
    age = age_on(one, timezone.localdate())
    return {
        "id": one.pk, "name": one.full_name, "other_script": one.other_script,
        "father_or_husband_name": one.father_or_husband_name, "sex": one.sex,
        "age": sorted(set(age)) if age else [],
        "place": PlaceNamed(id=one.held_at.pk, name=one.held_at.shown) if one.held_at else None,
        "held_since": one.held_since, "legal_status": one.legal_status, "url": f"/people/{one.pk}/",
    }  # fmt: skip


def _fact(one: ToldFact) -> Fact:
    shown = one.shown
    return Fact(
        fact=shown.fact, case_id=one.case_id, label=shown.label, value=one.value, text=shown.value, source=shown.source,
        raw=shown.raw, data_class=shown.data_class,
        others=[FactSaid(text=each.value, source=each.source, raw=each.raw) for each in shown.others],
    )  # fmt: skip

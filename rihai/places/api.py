"""The API of places: the list, and one with its figures and their sources."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from rihai.kit.api import PAGE, PlaceKey, PlaceNamed, Scoped, Words
from rihai.kit.audit.reads import listed as was_listed
from rihai.places.kinds import Kind
from rihai.places.models import Place
from rihai.places.models.figures import Capacity, HeldCount
from rihai.places.queries import listed, page_of, place_for, places_for
from rihai.places.queries.index import Row

router = Router(tags=["places"])
READS: dict[str, Any] = {"auth": Scoped("places.read"), "openapi_extra": {"x-scope": "places.read"}}


class Figure(Schema):
    """A published figure: its day, as exactly as the source gives it, and who says so."""

    number: int
    as_of: date | None = Field(description="Empty where the source gives no day.")
    precision: str = Field(description="day, month or year: how exactly the day is known.")
    source: str


class PlaceRow(PlaceNamed):
    """A place of the list."""

    kind: str
    name_ur: str
    where: str = Field(description="District and province.")
    is_invented: bool = Field(description="True for the places of a demonstration.")
    closed_on: date | None
    capacity: Figure | None = Field(description="The newest official capacity.")
    held: Figure | None = Field(description="The newest published count of people held.")


class PlaceList(Schema):
    """A page of places."""

    places: list[PlaceRow]
    count: int = Field(description="Places in all.")
    next: int | None = Field(description="Send it as after for the next page; null on the last.")


class PlaceTold(PlaceRow):
    """One place with what it stands in and what stands in it."""

    address: str
    phone: str
    above: list[PlaceNamed] = Field(description="What it stands in, from the country down.")
    inside: list[PlaceNamed] = Field(description="What stands in it, the first 200.")
    url: str = Field(description="Its page on the site.")


class PlaceFilters(Schema):
    """What the list is narrowed by."""

    words: Words = Field("", description="A part of the name, in English or Urdu.")
    kind: Kind | None = Field(None, description="prison, court, police_station …; left out: all but areas.")
    within: PlaceKey | None = Field(None, description="The id of the place it stands in.")
    after: PlaceKey | None = Field(None, description="The next of the page before.")


@router.get("", response=PlaceList, summary="The list of places", url_name="places", **READS)
def places(request: HttpRequest, asked: Query[PlaceFilters]) -> PlaceList:
    """Places by name, a page at a time."""
    within = place_for(asked.within) if asked.within else None
    found = listed(places_for(words=asked.words, kind=asked.kind or "", within=within), after=asked.after, size=PAGE)
    was_listed(request, "places.places", len(found.rows), {"kind": asked.kind or "", "within": asked.within})
    return PlaceList(places=[PlaceRow(**_row(one)) for one in found.rows], count=found.count, next=found.after)


@router.get("{int:pk}/", response=PlaceTold, summary="One place", url_name="place", **READS)
def place(request: HttpRequest, pk: PlaceKey) -> PlaceTold:
    """A place with its figures, what it stands in and what stands in it."""
    page = page_of(place_for(pk))
    one = page.place
    was_listed(request, "places.place", 1, {"place": one.pk})
    return PlaceTold(
        **_row(Row(one, page.above, page.figures)), address=one.address, phone=one.phone,
        above=[_named(each) for each in page.above], inside=[_named(each) for each in page.inside],
        url=f"/places/{one.pk}/",
    )  # fmt: skip


def _row(row: Row) -> dict[str, Any]:
    one, capacity, held = row.place, row.figures.capacity, row.figures.held
    return {
        "id": one.pk, "name": one.name, "name_ur": one.name_ur, "kind": one.kind, "where": row.where,
        "is_invented": one.invented, "closed_on": one.closed_on,
        "capacity": _figure(capacity, capacity.places) if capacity else None,
        "held": _figure(held, held.total) if held and held.total is not None else None,
    }  # fmt: skip


def _figure(said: Capacity | HeldCount, number: int) -> Figure:
    return Figure(number=number, as_of=said.as_of, precision=said.precision, source=said.cited)


def _named(place: Place) -> PlaceNamed:
    return PlaceNamed(id=place.pk, name=place.shown)

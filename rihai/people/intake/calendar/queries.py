"""Asks the calendar: how each prison stands, one prison's lists, what waits for a records officer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from rihai.kit.actor import Actor
from rihai.kit.forms.careful import LARGEST
from rihai.people.intake.calendar.models import CensusRhythm, Every, ExpectedCensus
from rihai.people.intake.models import Census, CensusState
from rihai.people.queries.people import my_places
from rihai.places.kinds import HOLDING, Kind
from rihai.places.models import Inside, Place

SOON = 7
"""Days before a list is due within which somebody should ask for it."""
PAST = 400
"""Days back that a prison's line counts."""
ORDER = ("late", "refused", "soon", "asked", "coming", "off")


def expected_for(actor: Actor) -> QuerySet[ExpectedCensus]:
    """The lists expected of the places where the actor sees people by posting."""
    mine, found = my_places(actor), ExpectedCensus.objects.select_related("place")
    return found if mine is None else found.filter(place__in=mine.values("pk"))


def expected_seen(expected_id: UUID, *, actor: Actor) -> ExpectedCensus | None:
    """One of them; None for one the actor does not see."""
    return expected_for(actor).filter(pk=expected_id).first()


def rhythm_of(place: Place) -> CensusRhythm | None:
    """How often its list is expected; None where nobody has said."""
    return CensusRhythm.objects.filter(place=place).first()


def place_seen(place_id: int, *, actor: Actor) -> Place | None:
    """A place where people are held and the actor works; else None."""
    if place_id > LARGEST:
        return None
    mine = my_places(actor)
    places = Place.objects.filter(kind__in=HOLDING) if mine is None else mine.filter(kind__in=HOLDING)
    return places.filter(pk=place_id).first()


@dataclass(frozen=True, slots=True)
class Line:
    """How one prison stands: late, refused, soon (due within a week and not asked), asked, coming, or off the calendar.

    `one` is the list that decides, `days` how late it is; `last_on` is the day of the newest list that was taken in;
    `came` of `of` lists came in about a year.
    """

    place: Place
    rhythm: CensusRhythm
    state: str
    one: ExpectedCensus | None
    following: ExpectedCensus | None
    last_on: date | None
    days: int
    late: int
    came: int
    of: int


def lines(actor: Actor, today: date, *, within: int | None = None) -> list[Line]:
    """Every prison on the calendar where the actor works, those to be asked about first; in four queries."""
    mine = my_places(actor)
    rhythms = CensusRhythm.objects.select_related("place")
    if mine is not None:
        rhythms = rhythms.filter(place__in=mine.values("pk"))
    if within is not None:
        rhythms = rhythms.filter(place__in=Inside.objects.filter(outer=within).values("inner_id"))
    found = list(rhythms.order_by("place__name", "place_id"))
    by_place: dict[int, list[ExpectedCensus]] = {}
    since = today - timedelta(days=PAST)
    for one in ExpectedCensus.objects.filter(place__in=[one.place_id for one in found], due_on__gte=since):
        by_place.setdefault(one.place_id, []).append(one)
    taken = Census.objects.filter(place__in=by_place, state=CensusState.TAKEN_IN).order_by().values_list("place")
    last = dict(taken.annotate(last=Max("true_on")))
    made = [_line(one, by_place.get(one.place_id, []), last.get(one.place_id), today) for one in found]
    return sorted(made, key=lambda line: (ORDER.index(line.state), -line.days, line.place.name))


def _line(rhythm: CensusRhythm, newest_first: list[ExpectedCensus], last_on: date | None, today: date) -> Line:
    late = [one for one in newest_first if one.is_open and one.due_on < today]
    ahead = [one for one in newest_first if one.due_on >= today]
    past = [one for one in newest_first if one.due_on < today]
    following = min((one for one in ahead if one.is_open), key=lambda one: one.due_on, default=None)
    decides = late[-1] if late else following or (past[0] if past else None)
    return Line(
        place=rhythm.place,
        rhythm=rhythm,
        state=_state(rhythm, late, following, past, today),
        one=decides,
        following=following,
        last_on=last_on,
        days=(today - late[-1].due_on).days if late else 0,
        late=len(late),
        came=sum(one.come_on is not None for one in past),
        of=len(past),
    )


def _state(
    rhythm: CensusRhythm,
    late: list[ExpectedCensus],
    following: ExpectedCensus | None,
    past: list[ExpectedCensus],
    today: date,
) -> str:
    if late:
        return "late"
    if rhythm.every == Every.NEVER:
        return "off"
    if past and past[0].refused_on and not past[0].come_on:
        return "refused"
    if following and following.asked_on:
        return "asked"
    return "soon" if following and (following.due_on - today).days <= SOON else "coming"


def to_ask(actor: Actor, today: date, most: int) -> list[ExpectedCensus]:
    """The lists that are late, or due within a week and not asked for; the longest late first."""
    wanted = Q(due_on__lt=today) | Q(due_on__lte=today + timedelta(days=SOON), asked_on=None)
    return list(expected_for(actor).filter(wanted, come_on=None, refused_on=None).order_by("due_on", "pk")[:most])


def around(places: Iterable[Place]) -> list[Place]:
    """The provinces that these places stand in, by name."""
    inner = [one.pk for one in places]
    outer = Inside.objects.filter(inner__in=inner, outer__kind=Kind.PROVINCE).values("outer_id")
    return list(Place.objects.filter(pk__in=outer).order_by("name"))

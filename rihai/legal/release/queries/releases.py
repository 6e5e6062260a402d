"""Releases as lists show them, a page at a time; releases nobody has described yet; who was held past the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.legal.release.models import DaysKept, ReachKept, Release, UnlawfulDetention
from rihai.people.models import CustodyEpisode, MovementKind, Placement
from rihai.places.models import Inside, Place
from rihai.screening.queries.sight import seen

PAGE = 25


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed by: a place with all that stands in it, a kind, the days of leaving, in error alone."""

    place: int | None = None
    kind: str = ""
    first_on: date | None = None
    last_on: date | None = None
    in_error: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of releases, how many there are, and whether there are more after it."""

    rows: tuple[Release, ...] = field(default=())
    count: int = 0
    has_later: bool = False


def releases_for(actor: Actor) -> QuerySet[Release]:
    """The releases of people whom the actor sees; those taken back are left out."""
    return Release.objects.filter(sees(actor, DataClass.PERSONAL), undone_at=None)


def release_seen(release_id: UUID, *, actor: Actor) -> Release | None:
    """One release, also one that was taken back; None for one the actor does not see."""
    found = Release.objects.filter(sees(actor, DataClass.PERSONAL), pk=release_id)
    return found.select_related("person", "place", "episode").first()


def narrowed(filters: Filters, *, actor: Actor) -> QuerySet[Release]:
    """The releases that the filters leave."""
    found = releases_for(actor)
    if filters.place is not None:
        found = found.filter(place__in=Inside.objects.filter(outer=filters.place).values("inner_id"))
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.first_on:
        found = found.filter(released_on__gte=filters.first_on)
    if filters.last_on:
        found = found.filter(released_on__lte=filters.last_on)
    return found.exclude(error_on=None) if filters.in_error else found


def list_releases(filters: Filters, *, actor: Actor, after: UUID | None = None) -> Listed:
    """A page of releases, the newest first; one named by `after` that is not seen begins the list anew."""
    found = narrowed(filters, actor=actor)
    anchor = found.filter(pk=after).values_list("released_on", "pk").first() if after else None
    rows = found
    if anchor:
        rows = found.filter(Q(released_on__lt=anchor[0]) | Q(released_on=anchor[0], pk__lt=anchor[1]))
    page = list(rows.select_related("person", "place").order_by("-released_on", "-pk")[: PAGE + 1])
    return Listed(tuple(page[:PAGE]), found.order_by().count(), len(page) > PAGE)


def days_before(release: Release, *, actor: Actor) -> DaysKept | None:
    """The days lost before this release; None where none were reckoned."""
    return DaysKept.objects.filter(sees(actor, DataClass.PERSONAL), episode=release.episode_id).first()


def undescribed(*, actor: Actor, most: int) -> list[tuple[CustodyEpisode, Place | None]]:
    """Times in custody that ended by a release of which nobody said how, newest first, with the place left."""
    described = Release.objects.filter(episode=OuterRef("pk"), undone_at=None)
    found = CustodyEpisode.objects.filter(
        sees(actor, DataClass.PERSONAL), ~Exists(described), ended_by=MovementKind.RELEASE, person__merged_into=None
    )
    episodes = list(found.exclude(ended_on=None).select_related("person").order_by("-ended_on", "-pk")[:most])
    stays = Placement.objects.filter(episode__in=episodes).select_related("place").order_by("pk")
    places = {stay.episode_id: stay.place for stay in stays}
    return [(one, places.get(one.pk)) for one in episodes]


def episode_seen(episode_id: UUID, *, actor: Actor) -> CustodyEpisode | None:
    """A time in custody of a person whom the actor sees."""
    found = CustodyEpisode.objects.filter(sees(actor, DataClass.PERSONAL), pk=episode_id)
    return found.select_related("person").first()


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody who left days after the law said shall: what had reached them, and what was named of it."""

    reach: ReachKept
    named: UnlawfulDetention | None


def held_past(place: int | None, *, actor: Actor, after: UUID | None = None) -> tuple[list[Held], bool]:
    """Who left later than the day on which a provision that says *shall* was met, or one of those that ask why somebody
    is still inside; newest first, and whether more come.

    Arguable ones are left out: what only a court could judge is no such day.
    """
    past = Q(is_shall=True) | Q(still_inside=True)
    found = ReachKept.objects.filter(seen(actor), past, outcome="met", since_on__isnull=False)
    if place is not None:
        found = found.filter(place__in=Inside.objects.filter(outer=place).values("inner_id"))
    found = found.filter(since_on__lt=F("left_on"))
    anchor = found.filter(pk=after).values_list("left_on", "pk").first() if after else None
    if anchor:
        found = found.filter(Q(left_on__lt=anchor[0]) | Q(left_on=anchor[0], pk__lt=anchor[1]))
    rows = list(found.select_related("person", "place").order_by("-left_on", "-pk")[: PAGE + 1])
    named = {
        (one.episode_id, one.provision, one.case_id): one
        for one in unlawful_for(actor).filter(episode__in=[row.episode_id for row in rows])
    }
    page = [Held(row, named.get((row.episode_id, row.provision, row.case_id))) for row in rows[:PAGE]]
    return page, len(rows) > PAGE


def unlawful_for(actor: Actor) -> QuerySet[UnlawfulDetention]:
    """What was named unlawful and not taken back, of the classes the actor sees."""
    return UnlawfulDetention.objects.filter(seen(actor), undone_at=None)


def unlawful_page(*, actor: Actor) -> list[UnlawfulDetention]:
    """What was named unlawful, those still held first, then the newest; a page of it."""
    found = unlawful_for(actor).select_related("person", "place")
    return list(found.order_by(F("to_on").desc(nulls_first=True), "-from_on", "-pk")[:PAGE])


def ordered_past(*, actor: Actor) -> list[Release]:
    """Releases that came a day or more after their order had reached the prison, newest first; a page of them."""
    found = releases_for(actor).filter(arrived_on__lt=F("released_on")).select_related("person", "place")
    return list(found.order_by("-released_on", "-pk")[:PAGE])

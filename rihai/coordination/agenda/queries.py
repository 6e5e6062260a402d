"""Agendas as the actor sees them: a line about a person is there for who sees that person in its class alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sees
from rihai.coordination.agenda.models import BY_HAND, AgendaItem, OfPerson, Standing
from rihai.coordination.meetings.models import Meeting
from rihai.coordination.reach import of_bodies
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import AgendaSource, offered

SHOWN = 25
"""Lines of a list that are shown at once; the rest is asked for."""


def visible(actor: Actor) -> Q:
    """Rows about nobody, and those whose person the actor sees in their class.

    What rests on somebody's health may rest on legal facts too, so that both classes are asked for.
    """
    personal, legal, health = (sees(actor, one) for one in (DataClass.PERSONAL, DataClass.LEGAL, DataClass.HEALTH))
    return (
        Q(person=None)
        | (Q(data_class=DataClass.PERSONAL) & personal)
        | (Q(data_class=DataClass.LEGAL) & legal)
        | (Q(data_class=DataClass.HEALTH) & health & legal)
    )


def items_for(actor: Actor) -> QuerySet[AgendaItem]:
    """The lines of the agendas of the bodies the actor sees."""
    found = AgendaItem.objects.filter(visible(actor), of_bodies(actor, "meeting__body"))
    return found.select_related("person", "place", "meeting__body")


def item_seen(pk: UUID, *, actor: Actor) -> AgendaItem | None:
    """One line; None for one the actor does not see."""
    return items_for(actor).filter(pk=pk).first()


@dataclass(frozen=True, slots=True)
class Headed:
    """The lines of one list on an agenda, those left out and those gone; `more` are on and not shown.

    `beyond`: how many more the list holds than the agenda bears.
    """

    source: str
    title: str
    on: Sequence[AgendaItem]
    left_out: Sequence[AgendaItem]
    gone: Sequence[AgendaItem]
    more: int = 0
    beyond: int = 0

    @property
    def count(self) -> int:
        """How many stand on the agenda."""
        return len(self.on) + self.more


def headed(meeting: Meeting, *, actor: Actor, most: int | None = None) -> list[Headed]:
    """The agenda under its headings, in the order of the lists; what was added by hand comes first. One query."""
    by_source: dict[str, list[AgendaItem]] = {}
    for one in items_for(actor).filter(meeting=meeting):
        by_source.setdefault(one.source, []).append(one)
    names = {BY_HAND: _("Added by the secretary"), **{one.name: str(one.title) for one in offered(AgendaSource)}}
    found = []
    for source in [*(name for name in names if name in by_source), *(set(by_source) - set(names))]:
        rows = by_source[source]
        parts = {standing: [one for one in rows if one.standing == standing] for standing in Standing}
        on = parts[Standing.ON]
        shown = on if most is None else on[:most]
        found.append(
            Headed(source, names.get(source, source), shown, parts[Standing.LEFT_OUT], parts[Standing.GONE],
                   len(on) - len(shown), meeting.beyond.get(source, 0))
        )  # fmt: skip
    return found


def not_seen(meeting: Meeting, seen_items: Iterable[AgendaItem]) -> int:
    """How many lines that stand on an agenda the actor does not see; guarded people are not told of."""
    known = {one.pk for one in seen_items}
    with as_house():
        rows = AgendaItem.objects.filter(meeting=meeting, standing=Standing.ON, guarded_because="")
        return sum(pk not in known for pk in rows.values_list("pk", flat=True))


def people_of(rows: Iterable[OfPerson]) -> list[UUID]:
    """The people that rows are about, each once."""
    return list(dict.fromkeys(one.person_id for one in rows if one.person_id is not None))

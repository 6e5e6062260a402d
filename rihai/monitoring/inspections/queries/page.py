"""What the page of one inspection shows beside its own row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rihai.kit.actor import Actor
from rihai.monitoring.inspections.models import SETTLED, Inspection, Kind, Part, TeamMember
from rihai.monitoring.inspections.queries.scored import Named, Result, first_failed, named, result_of, results_of
from rihai.monitoring.reach import INSPECT, inspections_for

MOST_BEFORE = 6


@dataclass(frozen=True)
class Page:
    """The team, the actor's own place in it, the result where it is settled, and what the prison says of itself."""

    team: Sequence[TeamMember]
    mine: TeamMember | None
    waiting: int
    result: Result | None
    failed: Sequence[tuple[Named, date]]
    own: Sequence[tuple[Named, str, str]]
    own_on: date | None = None

    @property
    def women(self) -> int:
        """Women in the team (rule 84)."""
        return sum(one.is_woman for one in self.team)

    @property
    def has_health(self) -> bool:
        """Whether somebody of health goes along (rule 84)."""
        return any(one.part == Part.HEALTH for one in self.team)


def page_of(inspection: Inspection, *, actor: Actor) -> Page:
    """The page of an inspection that the actor sees."""
    team = list(inspection.team.all())
    mine = next((one for one in team if one.account_id == actor.pk and one.rates), None)
    raters = [one for one in team if one.rates]
    result = result_of(inspection) if inspection.is_settled else None
    own, own_on = _own(inspection, result, actor)
    return Page(
        team=team, mine=mine, waiting=sum(one.answer_id is None for one in raters), result=result,
        failed=_since(inspection, result, actor) if result else [], own=own, own_on=own_on,
    )  # fmt: skip


def _since(inspection: Inspection, result: Result, actor: Actor) -> list[tuple[Named, date]]:
    """The critical failures, those that have failed longest first, with the day each was first found."""
    before = (
        inspections_for(actor)
        .filter(place=inspection.place_id, kind=inspection.kind, state__in=SETTLED, number__lt=inspection.number)
        .order_by("-planned_on", "-number")[:MOST_BEFORE]
    )
    since = first_failed([*results_of(reversed(list(before))), result])
    return sorted(((one, since[one.name]) for one in result.failed), key=lambda one: one[1])


def _own(
    inspection: Inspection, result: Result | None, actor: Actor
) -> tuple[list[tuple[Named, str, str]], date | None]:
    """Where the prison, assessing itself, said otherwise: the item, its word, ours. Only once ours is settled."""
    if result is None or inspection.is_self or not actor.may(INSPECT):
        return [], None
    rows = Inspection.objects.filter(
        place=inspection.place_id, kind=Kind.SELF, state__in=SETTLED, form_id=inspection.form_id
    )
    newest = rows.order_by("-planned_on", "-number").first()
    if newest is None:
        return [], None
    theirs = result_of(newest)
    apart = [
        (named(name), theirs.marks[name].code, mark.code)
        for name, mark in result.marks.items()
        if name in theirs.marks
        and mark.value is not None
        and theirs.marks[name].value is not None
        and mark.code != theirs.marks[name].code
    ]
    return apart, newest.planned_on

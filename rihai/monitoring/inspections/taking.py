"""Who may fill the form in for an inspection, what stands in it already, and who sees the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.handling import FormSubject
from rihai.monitoring.inspections.models import Inspection, TeamMember
from rihai.monitoring.instrument import FORM_ID
from rihai.monitoring.offered import earlier_of
from rihai.monitoring.reach import INSPECT, inspections_for
from rihai.places.queries.figures import figures_of


def subject_of(actor: Actor, key: str) -> FormSubject | None:
    """The actor's own place in the team of an inspection that is open; nobody answers for somebody else."""
    member = _mine(actor, key)
    if member is None or not member.inspection.is_open:
        return None
    inspection = member.inspection
    return FormSubject(
        name=inspection.place.shown,
        url=reverse("monitoring:inspection", args=[inspection.pk]),
        says=_("Your own answers. The others see them when everybody has given theirs."),
        prefilled=_known(inspection) if inspection.form_id == FORM_ID else {},
    )


def _mine(actor: Actor, key: str) -> TeamMember | None:
    try:
        pk = UUID(key)
    except ValueError:
        return None
    team = TeamMember.objects.select_related("inspection__place")
    return team.filter(pk=pk, account=actor.pk, rates=True).first()


def _known(inspection: Inspection) -> Mapping[str, Any]:
    """What the form begins with: the round, what to look at again, what was recommended, the capacity on record."""
    earlier = earlier_of(inspection)
    known: dict[str, Any] = {"round": inspection.round, "has_before": "yes" if earlier else "no"}
    if inspection.again:
        known["again"] = " ".join(inspection.again)
    if earlier:
        known["earlier"] = [{"earlier_number": code, "earlier_says": says} for code, says in earlier]
    capacity = figures_of([inspection.place_id])[inspection.place_id].capacity
    if capacity is not None:
        known["capacity"] = capacity.places
        known["capacity_source"] = f"{capacity.source}, {capacity.as_of}"[:200]
    return known


def expected(actor: Actor) -> list[tuple[str, str]]:
    """The visits that are open and wait for the actor's own answers, the nearest first."""
    mine = TeamMember.objects.filter(account=actor.pk, rates=True, answer_id=None).select_related("inspection")
    return [
        (one.inspection.form_id, str(one.pk))
        for one in mine.order_by("inspection__planned_on", "pk")
        if one.inspection.is_open
    ]


def may_see(actor: Actor, keys: Sequence[str]) -> Iterable[str]:
    """One's own answers; those of others once everybody who rates has given theirs, for who sees the inspection."""
    ids = []
    for key in keys:
        try:
            ids.append(UUID(key))
        except ValueError:
            continue
    members = list(TeamMember.objects.filter(pk__in=ids))
    seen = set(
        inspections_for(actor).filter(pk__in={one.inspection_id for one in members}).values_list("pk", flat=True)
    )
    waiting = set(
        TeamMember.objects.filter(inspection__in=seen, rates=True, answer_id=None).values_list(
            "inspection_id", flat=True
        )
    )
    return [
        str(one.pk)
        for one in members
        if one.account_id == actor.pk
        or (one.inspection_id in seen and one.inspection_id not in waiting and actor.may(INSPECT))
    ]

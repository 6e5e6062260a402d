"""Of several answers one is made to stand: what all said alike, and what somebody decided, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.monitoring.errors import NothingSaid, NotNow
from rihai.monitoring.inspections.forms_known import MEASURES
from rihai.monitoring.inspections.models import Inspection, Part, Settled, State, TeamMember
from rihai.monitoring.inspections.operations.reach import inspection_to_work
from rihai.monitoring.inspections.queries.agreement import Ratings, ratings_of

CODES = ("yes", "partly", "no", "na")


@transaction.atomic
def decide(
    *, inspection_id: UUID, decisions: Mapping[str, str], why: Mapping[str, str], actor: Actor, at: datetime
) -> int:
    """Decide items on which the inspectors differ; says how many. What was decided before may be decided anew.

    Raises NoSuchInspection, NotNow while somebody has not given their answers, NothingSaid for no such item or answer.
    """
    inspection = inspection_to_work(inspection_id, actor=actor, states=(State.VISITED,))
    ratings = _complete(inspection, actor)
    open_items = {one.item.name for one in ratings.apart}
    if not decisions or not set(decisions) <= open_items or not set(decisions.values()) <= set(CODES):
        raise NothingSaid(_("Choose an answer for at least one of the items."))
    for item, code in decisions.items():
        sources, note = ratings.borne(item, code)
        Settled.objects.update_or_create(
            inspection=inspection, item=item,
            defaults={
                "code": code, "sources": sources, "note": note, "was_agreed": False,
                "decided_by_name": actor.name[:120], "decided_at": at,
                "decided_why": str(why.get(item) or "").strip()[:400],
            },
        )  # fmt: skip
    append(
        "monitoring.items.decided", actor=actor, at=at, subject=inspection.pk, kind="inspection",
        detail={"items": sorted(decisions)},
    )  # fmt: skip
    return len(decisions)


@transaction.atomic
def settle(*, inspection_id: UUID, actor: Actor, at: datetime) -> Inspection:
    """From now on the answers stand: what all said alike, what was decided, and the measurements of who leads.

    Raises NoSuchInspection, NotNow while answers are missing or items are not decided.
    """
    inspection = inspection_to_work(inspection_id, actor=actor, states=(State.VISITED,))
    ratings = _complete(inspection, actor)
    agreed = ratings.agreed
    Settled.objects.filter(inspection=inspection).exclude(item__in=[one.item.name for one in ratings.apart]).delete()
    decided = set(Settled.objects.filter(inspection=inspection).values_list("item", flat=True))
    left = [one for one in ratings.apart if one.item.name not in decided]
    if left:
        says = ngettext("%(n)s item is not decided yet.", "%(n)s items are not decided yet.", len(left))
        raise NotNow(says % {"n": len(left)})
    Settled.objects.bulk_create(_agreed(inspection, ratings, agreed, at))
    lead = next((one for one in ratings.given if one.member.part == Part.LEAD), ratings.given[0])
    values = lead.read.values
    inspection.measures = {name: values[name] for name in MEASURES if name in values}
    inspection.state = State.FINAL if inspection.is_self else State.SETTLED
    inspection.settled_at, inspection.settled_by_name = at, actor.name[:120]
    if inspection.is_self:
        inspection.final_at, inspection.final_by_name = at, actor.name[:120]
    inspection.version += 1
    inspection.save(update_fields=[
        "measures", "state", "settled_at", "settled_by_name", "final_at", "final_by_name", "version",
    ])  # fmt: skip
    detail = {"agreed": len(agreed), "decided": len(decided), "raters": len(ratings.given)}
    append("monitoring.answers.settled", actor=actor, at=at, subject=inspection.pk, kind="inspection", detail=detail)
    return inspection


def _agreed(inspection: Inspection, ratings: Ratings, agreed: Mapping[str, str], at: datetime) -> list[Settled]:
    rows = []
    for item, code in agreed.items():
        sources, note = ratings.borne(item, code)
        rows.append(
            Settled(
                inspection=inspection, item=item, code=code, sources=sources, note=note, was_agreed=True, decided_at=at
            )
        )
    return rows


def _complete(inspection: Inspection, actor: Actor) -> Ratings:
    """What was given. Raises NotNow while somebody who rates has not given theirs."""
    missing = TeamMember.objects.filter(inspection=inspection, rates=True, answer_id=None).exists()
    ratings = ratings_of(inspection, actor=actor)
    if missing or not ratings.are_complete:
        raise NotNow(_("Not everybody who rates has given their answers. Wait, or take them out of the team."))
    return ratings

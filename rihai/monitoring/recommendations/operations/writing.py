"""Findings are written from settled answers, and recommendations from findings: what, of whom, by when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.monitoring.errors import NothingSaid, NotNow
from rihai.monitoring.inspections.models import State
from rihai.monitoring.inspections.operations.reach import inspection_to_work
from rihai.monitoring.inspections.queries.scored import named, result_of
from rihai.monitoring.recommendations.models import InspectionFinding, Level, Recommendation
from rihai.monitoring.recommendations.operations.reach import finding_to_work
from rihai.monitoring.recommendations.queries import to_verify, unkept

DRAFT = (State.SETTLED,)


@transaction.atomic
def write_finding(*, inspection_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> InspectionFinding:
    """What was found, resting on items that were settled as partly or no; the rules are those of the items.

    Raises NoSuchInspection, NotNow once the draft is sent, NothingSaid.
    """
    inspection = inspection_to_work(inspection_id, actor=actor, states=DRAFT)
    _said(said)
    result = result_of(inspection)
    fallen = {name for name, mark in result.marks.items() if mark.value is not None and mark.value < 1}
    items = [name for name in said.get("items") or [] if name in fallen]
    last = InspectionFinding.objects.filter(inspection=inspection).order_by("-number").first()
    made = InspectionFinding.objects.create(
        inspection=inspection, number=last.number + 1 if last else 1, says=str(said["says"]).strip(), items=items,
        rules=rules_of(items), is_critical=any(one.name in items for one in result.failed),
        endangers=bool(said.get("endangers")), endangers_why=str(said.get("endangers_why") or "").strip(),
        made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    append(
        "monitoring.finding.written", actor=actor, at=at, subject=made.pk, kind="finding",
        detail={"inspection": inspection.pk, "number": made.number, "endangers": made.endangers},
    )  # fmt: skip
    return made


@transaction.atomic
def change_finding(
    *, finding_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> InspectionFinding:
    """The words of a finding, and whether it would endanger somebody. Raises NoSuchInspection, NotNow, Changed."""
    finding, inspection = finding_to_work(finding_id, actor=actor, states=DRAFT)
    _said(said)
    finding.says, finding.endangers = str(said["says"]).strip(), bool(said.get("endangers"))
    finding.endangers_why = str(said.get("endangers_why") or "").strip()
    save_if_unchanged(finding, version=version, fields=["says", "endangers", "endangers_why"])
    append(
        "monitoring.finding.changed", actor=actor, at=at, subject=finding.pk, kind="finding",
        detail={"inspection": inspection.pk, "endangers": finding.endangers},
    )  # fmt: skip
    return finding


def _said(said: Mapping[str, Any]) -> None:
    if not str(said.get("says") or "").strip():
        raise NothingSaid(_("Say what was found."))
    if said.get("endangers") and not str(said.get("endangers_why") or "").strip():
        raise NothingSaid(_("Say why it would endanger somebody if the authority were asked."))


def rules_of(items: Sequence[str]) -> list[int]:
    """The Rules that the items cover, each once, in order."""
    return sorted({rule for name in items for rule in named(name).rules})


@transaction.atomic
def recommend(*, finding_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Recommendation:
    """Ask something of an authority that can really act, by a day; or again, where it was asked and not kept.

    Raises NoSuchInspection, NotNow once the draft is sent, NothingSaid.
    """
    finding, inspection = finding_to_work(finding_id, actor=actor, states=DRAFT)
    says, level = str(said.get("says") or "").strip(), said.get("level")
    if not says or level not in Level.values or not said.get("due_on"):
        raise NothingSaid(_("Say what is asked, of whom and by when."))
    if said["due_on"] <= inspection.planned_on:
        raise NothingSaid(_("The day by which must come after the visit."))
    if level == Level.OTHER and not str(said.get("authority") or "").strip():
        raise NothingSaid(_("Name the authority."))
    repeats = _earlier(said.get("repeats"), inspection)
    count = Recommendation.objects.filter(finding__inspection=inspection).count()
    made = Recommendation.objects.create(
        finding=finding, place_id=inspection.place_id, code=f"{inspection.number}.{count + 1}", says=says, level=level,
        authority=str(said.get("authority") or "").strip(), due_on=said["due_on"], owner_id=actor.pk,
        repeats=repeats, times=repeats.times + 1 if repeats else 1, made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    append(
        "monitoring.recommendation.made", actor=actor, at=at, subject=made.pk, kind="recommendation",
        detail={"inspection": inspection.pk, "level": made.level, "due": made.due_on, "times": made.times},
    )  # fmt: skip
    return made


def _earlier(pk: Any, inspection: Any) -> Recommendation | None:
    """The earlier one that is made again: one of this place that was not kept."""
    if not pk:
        return None
    found = to_verify(inspection).filter(pk=pk).first()
    if found is None or found.repeated_by.exists():
        raise NotNow(_("That recommendation cannot be made again here."))
    if not unkept(inspection).filter(pk=pk).exists():
        raise NotNow(_("Verify first whether it was kept."))
    return found

"""What this part holds of a person, for the person herself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.models import (
    CareWord,
    ChildOutside,
    FamilyContact,
    FollowUp,
    MayBeTold,
    OfficerDay,
    PlanPoint,
    ReleasePlan,
)
from rihai.casework.aftercare.tables import points


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What this part holds of a person, for herself; of others only that they are in it, no number of theirs."""
    with as_house():
        plans = list(ReleasePlan.objects.filter(person=person_id))
        found = [(_("Release plan"), _plan_pairs(one)) for one in plans]
        for followup in FollowUp.objects.filter(person=person_id).exclude(outcome=""):
            pairs = [
                (_("On"), followup.done_on), (_("What came of it"), followup.get_outcome_display()),
                (_("What was written"), followup.note), (_("What is next"), followup.next_step),
            ]  # fmt: skip
            found.append((followup.title, pairs))
        words = [(one.said_by_name, one.text) for one in CareWord.objects.filter(person=person_id)]
        told = [(one.who, one.told_on or "") for one in MayBeTold.objects.filter(person=person_id)]
        kids = [(one.name, one.get_how_display()) for one in ChildOutside.objects.filter(person=person_id)]
        days = [
            (one.get_kind_display(), f"{one.due_on} {one.get_kept_display()}")
            for one in OfficerDay.objects.filter(person=person_id)
        ]
        visits = [
            (one.get_kind_display(), f"{one.done_on or one.wished_on} {one.get_state_display()}")
            for one in FamilyContact.objects.filter(person=person_id)
        ]
    more: list[tuple[Any, Any]] = [
        (_("Words of health"), words), (_("Who may be told the day"), told), (_("Children outside"), kids),
        (_("Days with an officer"), days), (_("Visits, calls, letters"), visits),
    ]  # fmt: skip
    return [*found, *((title, pairs) for title, pairs in more if pairs)]


def _plan_pairs(plan: ReleasePlan) -> list[tuple[Any, Any]]:
    known = {one.code: one for one in PlanPoint.objects.filter(plan=plan)}
    pairs: list[tuple[Any, Any]] = [
        (_("Begun on"), plan.begun_on), (_("Day reckoned with"), plan.planned_on), (_("Left on"), plan.left_on),
        (_("Meets the person"), plan.get_gate_by_display()), (_("How and when it is safe"), plan.safe_way or ""),
    ]  # fmt: skip
    for code, one in points().items():
        if row := known.get(code):
            pairs.append((one.title, f"{row.get_state_display()} {row.evidence}".strip()))
    return pairs

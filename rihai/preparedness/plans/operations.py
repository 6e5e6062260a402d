"""A plan is begun from the template of its hazard, written, asked for, approved by somebody else, and begun anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.preparedness import approval
from rihai.preparedness.errors import NotSo
from rihai.preparedness.plans.copying import copy_rows, copy_template
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.missing import missing
from rihai.preparedness.plans.models import ContingencyPlan, PlanVersion
from rihai.preparedness.plans.queries import edition_to_work, open_version, plan_to_work, standing_version
from rihai.preparedness.reach import APPROVE, KEEP, places_for
from rihai.preparedness.twice import refused_twice

TEXTS = ("triggers", "triggers_ur", "evacuation", "evacuation_ur", "vulnerable", "vulnerable_ur", "sources")
KIND = "plan"


@transaction.atomic
def begin_plan(*, place_id: int, hazard: str, review_months: int = 12, actor: Actor, at: datetime) -> PlanVersion:
    """The first version of a prison's plan for a hazard, as its template has it. Raises NotSo."""
    place = places_for(actor, KEEP).filter(pk=place_id).first()
    if place is None or hazard not in Hazard.values:
        raise NotSo(_("Choose a prison where you keep plans, and a hazard."))
    with refused_twice(_("This prison has a plan for that already. Begin a new version of it.")):
        plan = ContingencyPlan.objects.create(
            place=place, hazard=hazard, review_months=review_months, owner_id=actor.pk, made_by_name=actor.name[:120],
            made_at=at,
        )  # fmt: skip
    made = PlanVersion(plan=plan, **approval.first(actor, at, 1))
    copy_template(made)
    append(
        "preparedness.plan.begun", actor=actor, at=at, subject=plan.pk, kind=KIND,
        detail={"place": place.pk, "hazard": hazard},
    )  # fmt: skip
    return made


@transaction.atomic
def begin_version(*, plan_id: UUID, actor: Actor, at: datetime) -> PlanVersion:
    """A new version, which starts as the one in force stands. Raises NotThere, NotSo while another is on its way."""
    plan = plan_to_work(plan_id, actor=actor)
    if open_version(plan) is not None:
        raise NotSo(_("A version is on its way already. Finish that one first."))
    before = standing_version(plan)
    last = plan.versions.first()
    made = PlanVersion(plan=plan, **approval.first(actor, at, last.number + 1 if last else 1))
    if before is None:
        copy_template(made)
    else:
        for name in TEXTS:
            setattr(made, name, getattr(before, name))
        made.save()
        copy_rows(before, made)
    append("preparedness.edition.begun", actor=actor, at=at, subject=plan.pk, kind=KIND, detail={"number": made.number})
    return made


@transaction.atomic
def write_texts(
    *, edition_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> PlanVersion:  # fmt: skip
    """What sets a plan off, the ways out, help for those who need it, and what is new. Raises NotThere, NotSo,
    Changed."""
    one = edition_to_work(edition_id, actor=actor)
    approval.wrote(one, actor)
    for name in (*TEXTS, "changes"):
        setattr(one, name, str(said.get(name) or "").strip())
    save_if_unchanged(one, version=version, fields=[*TEXTS, "changes", "writers"])
    append(
        "preparedness.edition.written", actor=actor, at=at, subject=one.plan_id, kind=KIND,
        detail={"number": one.number},
    )  # fmt: skip
    return one


@transaction.atomic
def ask_approval(*, edition_id: UUID, version: int, actor: Actor, at: datetime) -> PlanVersion:
    """A version that says all it must, in both languages, waits for approval. Raises NotThere, NotSo, Changed."""
    one = edition_to_work(edition_id, actor=actor)
    if lacks := missing(one):
        raise NotSo(_("Not yet: %(what)s.") % {"what": "; ".join(lacks)})
    approval.ask(one, version=version, actor=actor, at=at)
    append(
        "preparedness.edition.asked", actor=actor, at=at, subject=one.plan_id, kind=KIND, detail={"number": one.number}
    )
    return one


@transaction.atomic
def send_back(*, edition_id: UUID, version: int, why: str, actor: Actor, at: datetime) -> PlanVersion:
    """It is a draft again. Raises NotThere, NotSo, Changed."""
    one = edition_to_work(edition_id, actor=actor, capability=APPROVE)
    approval.send_back(one, version=version, why=why)
    append(
        "preparedness.edition.sent_back", actor=actor, at=at, subject=one.plan_id, kind=KIND,
        detail={"number": one.number},
    )  # fmt: skip
    return one


@transaction.atomic
def approve(*, edition_id: UUID, version: int, review_on: date, actor: Actor, at: datetime) -> PlanVersion:
    """The plan is in force; what was in force is replaced. Raises NotThere, NotSo for who wrote in it, Changed."""
    one = edition_to_work(edition_id, actor=actor, capability=APPROVE)
    plan_to_work(one.plan_id, actor=actor, capability=APPROVE)
    before = standing_version(one.plan)
    approval.approve(one, before=before, version=version, review_on=review_on, actor=actor, at=at)
    append(
        "preparedness.edition.approved", actor=actor, at=at, subject=one.plan_id, kind=KIND,
        detail={"number": one.number, "review_on": review_on},
    )  # fmt: skip
    return one

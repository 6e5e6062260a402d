"""An answered assessment is taken in domain by domain; needs come of it only where a worker says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework.plans.models import Assessed, Assessment, Level, Need, NeedState
from rihai.casework.plans.operations.errors import WrongAssessment, WrongPlan
from rihai.casework.plans.operations.needs import new_need
from rihai.casework.plans.operations.reach import may_hold, open_plan, person_to_write, row_for, written_by
from rihai.casework.plans.queries.sight import rows_for
from rihai.casework.plans.tables import class_of, domains
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass

Said = Mapping[str, Mapping[str, Any]]


@transaction.atomic
def take_assessment(
    *, person_id: UUID, asked_on: date, said: Said, answer_id: UUID | None = None, form_version: str = "",
    actor: Actor, at: datetime,
) -> Assessment:  # fmt: skip
    """Keep what was said of each domain: `level`, and `priority`, `strength`, `words` where they were said.

    A correction of an answer takes the place of what was taken from it before. Raises NoSuchPerson, NoSuchPlan,
    WrongAssessment where nothing was said.
    """
    person = person_to_write(person_id, actor=actor, at=at)
    wrong = [slug for slug, one in said.items() if slug not in domains() or one["level"] not in Level.values]
    if not said or wrong:
        raise WrongAssessment(_("Nothing of a domain was said that can be kept."))
    kept = {"asked_on": asked_on, "form_version": form_version[:60]}
    with as_house(at):
        assessment = Assessment.objects.filter(answer_id=answer_id, answer_id__isnull=False).first()
        if assessment is not None:
            Assessed.objects.filter(assessment=assessment).delete()
            Assessment.objects.filter(pk=assessment.pk).update(**kept)
    if assessment is None:
        whose = written_by(person, DataClass.PERSONAL, actor=actor, at=at)
        assessment = Assessment.objects.create(answer_id=answer_id, **kept, **whose)
    for slug, one in said.items():
        may_hold(person.pk, class_of(slug), actor=actor, at=at)
        Assessed.objects.create(
            assessment=assessment, domain=slug, level=one["level"], priority=one.get("priority"),
            strength=one.get("strength") or None, words=one.get("words") or None,
            **written_by(person, class_of(slug), actor=actor, at=at),
        )  # fmt: skip
    detail = {"on": asked_on, "form": form_version, "domains": len(said)}
    append("casework.assessment.taken", actor=actor, at=at, subject=assessment.pk, kind="assessment", detail=detail)
    return assessment


@transaction.atomic
def take_needs(*, assessment_id: UUID, plan_id: UUID, slugs: Sequence[str], actor: Actor, at: datetime) -> list[Need]:
    """Write needs of an assessment into an open plan: those domains that a worker has ticked, and no other.

    Raises NoSuchPlan, WrongPlan for a domain that was not asked of, says none, or stands open in the plan already.
    """
    assessment = row_for(Assessment, assessment_id, actor=actor, at=at)
    plan = open_plan(plan_id, actor=actor, at=at)
    if plan.person_id != assessment.person_id or not slugs:
        raise WrongPlan(_("Tick at least one domain."))
    answers = {one.domain: one for one in rows_for(Assessed, actor, at=at).filter(assessment=assessment)}
    open_now = rows_for(Need, actor, at=at).filter(plan=plan, state=NeedState.OPEN).values_list("domain", flat=True)
    if set(slugs) - set(answers) or set(slugs) & set(open_now):
        raise WrongPlan(_("One of them stands in the plan already. Look at the page again."))
    made = []
    for slug in slugs:
        one = answers[slug]
        said = {"level": one.level, "priority": one.priority, "strength": one.strength, "words": one.words}
        made.append(new_need(plan, slug, said, assessment_id=assessment.pk, actor=actor, at=at))
    detail = {"assessment": assessment.pk, "needs": len(made)}
    append("casework.needs.taken", actor=actor, at=at, subject=plan.pk, kind="plan", detail=detail)
    return made

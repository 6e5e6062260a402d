"""What plans do after acts in `people`: leave taken back stops steps, a death closes, merged people move."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.cases.models import Case
from rihai.casework.plans.models import OF_PERSON, Assessment, AtOnce, Closed, FirstDays, Outcome, Plan, Step
from rihai.errors import Refused
from rihai.kit.offers import Done
from rihai.people.models import Person

PART = 500
"""People asked of at once: a query has so many gaps and no more."""


def leave_taken_back(done: Done) -> None:
    """Steps of partners that rest on a consent stop with it; the plan says to whom something had been passed."""
    consent = done.detail.get("consent")
    if consent is None:
        return
    with as_house(done.at):
        resting = Step.objects.filter(consent_id=consent, done_on=None)
        resting.update(done_on=local_day(done.at), outcome=Outcome.STOPPED)


def nobody_left(done: Done) -> None:
    """Nothing of somebody who died is due any more."""
    with as_house(done.at):
        died = {"done_on": local_day(done.at)}
        Plan.objects.filter(person__in=done.person_ids, done_on=None).update(closed_how=Closed.DIED, **died)
        Step.objects.filter(person__in=done.person_ids, done_on=None).update(outcome=Outcome.NOT_POSSIBLE, **died)
        AtOnce.objects.filter(person__in=done.person_ids, seen_at=None).update(seen_at=done.at)


def case_closed(done: Done) -> None:
    """The plan of a case ends with it; so it does where the case ended because leave was taken back."""
    with as_house(done.at):
        plans = Plan.objects.filter(case=done.detail["case"], done_on=None)
        plans.update(done_on=local_day(done.at), closed_how=Closed.CASE)


def case_handed_over(done: Done) -> None:
    """Whoever has the case now keeps its plan, and does the steps that its former keeper did."""
    with as_house(done.at):
        case = Case.objects.select_related("worker").get(pk=done.detail["case"])
        if case.worker is None:
            return
        for plan in Plan.objects.filter(case=case, done_on=None).exclude(owner_id=case.worker.pk):
            Step.objects.filter(plan=plan, owner_id=plan.owner_id, done_on=None).update(owner_id=case.worker.pk)
            Plan.objects.filter(pk=plan.pk).update(owner_id=case.worker.pk, owner_name=case.worker.name[:120])


def carry_over(done: Done) -> None:
    """Two persons are one: what was written for the second is the first's."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for model in OF_PERSON:
            rows: Any = model._default_manager
            rows.filter(person=gone).update(person=keep)


def carry_back(done: Done) -> None:
    """They are two again: what was written for the second, or for whoever was merged into it, goes back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        ids = _once(gone)
        for model in OF_PERSON:
            rows: Any = model._default_manager
            rows.filter(person=keep, made_for__in=ids).update(person=gone)


def refuse_undoing(done: Done) -> None:
    """Raises Refused where people whom an undone list would take away have a plan or were asked something."""
    ids = list(done.person_ids)
    with as_house(done.at):
        for start in range(0, len(ids), PART):
            part = ids[start : start + PART]
            if any(model.objects.filter(person__in=part).exists() for model in (Plan, FirstDays, Assessment)):
                raise Refused(_("Somebody has begun to work with people of this list. It stays as it is."))


def _once(person_id: UUID) -> set[UUID]:
    """A person and everybody who was merged into them before."""
    found = {person_id}
    while more := set(Person.objects.filter(merged_into__in=found).values_list("pk", flat=True)) - found:
        found |= more
    return found

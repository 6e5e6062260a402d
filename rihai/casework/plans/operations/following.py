"""What plans do after acts in `people`: leave taken back stops steps, a death closes."""

from __future__ import annotations

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.cases.models import Case
from rihai.casework.plans.models import AtOnce, Closed, Outcome, Plan, Step
from rihai.casework.plans.operations.keeping import tie, untie
from rihai.kit.offers import Done


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
        plans = Plan.objects.filter(person__in=done.person_ids, done_on=None)
        untie(list(plans.values_list("pk", flat=True)), actor=done.actor, at=done.at)
        plans.update(closed_how=Closed.DIED, **died)
        Step.objects.filter(person__in=done.person_ids, done_on=None).update(outcome=Outcome.NOT_POSSIBLE, **died)
        AtOnce.objects.filter(person__in=done.person_ids, seen_at=None).update(seen_at=done.at)


def case_closed(done: Done) -> None:
    """The plan of a case ends with it; so it does where the case ended because leave was taken back."""
    with as_house(done.at):
        plans = Plan.objects.filter(case=done.detail["case"], done_on=None)
        untie(list(plans.values_list("pk", flat=True)), actor=done.actor, at=done.at)
        plans.update(done_on=local_day(done.at), closed_how=Closed.CASE)


def case_handed_over(done: Done) -> None:
    """Whoever has the case now keeps its plan, and does the steps that its former keeper did."""
    with as_house(done.at):
        case = Case.objects.select_related("worker").get(pk=done.detail["case"])
        if case.worker is None:
            return
        for plan in Plan.objects.filter(case=case, done_on=None).exclude(owner_id=case.worker.pk):
            Step.objects.filter(plan=plan, owner_id=plan.owner_id, done_on=None).update(owner_id=case.worker.pk)
            plan.owner_id, plan.owner_name = case.worker.pk, case.worker.name[:120]
            plan.save(update_fields=["owner_id", "owner_name"])
            tie(plan, actor=done.actor, at=done.at)

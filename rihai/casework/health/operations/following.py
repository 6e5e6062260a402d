"""What health does after acts elsewhere: of joined persons one plan stays open, leave taken back stops a referral."""

from __future__ import annotations

from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.accounts.standing import local_day
from rihai.casework.health.models import DutyLine, Ending, HealthReferral, Pregnancy, ReferralState, SupportPlan
from rihai.kit.offers import Done
from rihai.people.models import Person

MERGED = "merged: "
"""Why a plan was closed that a merge closed; the other one's id follows."""


def leave_one_open(keep: UUID, gone: UUID, done: Done) -> None:
    """Of two persons who are one: what can only be open once stays open where it is older. Asked as the house.

    The younger plan or pregnancy is closed, not thrown away: its words stay to be read, and parting opens it again.
    """
    plans = list(SupportPlan.objects.filter(person__in=[keep, gone], closed_on=None).order_by("opened_on", "pk"))
    for plan in plans[1:]:
        plan.closed_on, plan.closed_why = local_day(done.at), f"{MERGED}{plans[0].pk}"
        plan.save(update_fields=["closed_on", "closed_why"])
        DutyLine.objects.filter(plan_id=plan.pk, ended_at=None).update(plan_id=plans[0].pk)
    for one in list(Pregnancy.objects.filter(person__in=[keep, gone], ended_on=None).order_by("known_on", "pk"))[1:]:
        one.ended_on, one.ending = local_day(done.at), Ending.TWICE
        one.save(update_fields=["ended_on", "ending"])


def open_again(person: UUID) -> None:
    """What the merge closed, where nothing of its kind is open now. Asked as the house."""
    closed = SupportPlan.objects.filter(person=person).exclude(closed_on=None)
    merged = [one for one in closed if (one.closed_why or "").startswith(MERGED)]
    if merged and not SupportPlan.objects.filter(person=person, closed_on=None).exists():
        plan = merged[-1]
        plan.closed_on, plan.closed_why = None, None
        plan.save(update_fields=["closed_on", "closed_why"])
        DutyLine.objects.filter(person=person, made_for=plan.made_for, ended_at=None).update(plan_id=plan.pk)
    if not Pregnancy.objects.filter(person=person, ended_on=None).exists():
        twice = Pregnancy.objects.filter(person=person, ending=Ending.TWICE).order_by("-known_on").first()
        if twice is not None:
            twice.ended_on, twice.ending = None, ""
            twice.save(update_fields=["ended_on", "ending"])


def consent_withdrawn(done: Done) -> None:
    """Referrals that stood on it stop at once, and whoever sent them is told, to tell the receiver."""
    consent = done.detail.get("consent")
    if consent is None:
        return
    with as_house(done.at):
        rows = HealthReferral.objects.filter(consent_id=consent, state__in=HealthReferral.OPEN)
        stopped = list(rows.values_list("pk", "owner_id"))
        rows.update(state=ReferralState.STOPPED, done_on=local_day(done.at))
    for pk, owner in stopped:
        if owner:
            notify([owner], "casework.referral_stopped", url=f"/casework/health/referrals/{pk}/", at=done.at)


def person_left(done: Done) -> None:
    """Who has left prison is not looked after by those on duty there any more; the plan itself goes on."""
    with as_house(done.at):
        held = set(Person.objects.filter(pk__in=done.person_ids).exclude(held_at=None).values_list("pk", flat=True))
        gone = [one for one in done.person_ids if one not in held]
        DutyLine.objects.filter(person__in=gone, ended_at=None).update(ended_at=done.at)

"""What this part shows elsewhere: on the page of a person and of a case, and on the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.casework.aftercare.models import (
    LEFT_OPEN,
    ChildOutside,
    ContactState,
    FollowUp,
    HandoverMeeting,
    HowChildIs,
    Met,
    OfficerDay,
    PlanPoint,
    PointState,
    ReleasePlan,
)
from rihai.casework.aftercare.queries.family import contacts_for
from rihai.casework.aftercare.queries.plans import (
    followups_due,
    plan_of,
    plans_for,
)
from rihai.casework.aftercare.queries.sight import may_keep, may_read, seen
from rihai.casework.aftercare.tables import points
from rihai.casework.cases.models import Case
from rihai.casework.cases.panels import DueLine
from rihai.kit.actor import Actor
from rihai.kit.offers import Happening
from rihai.people.models import CustodyEpisode, MovementKind

ROWS = 12
WEEK = timedelta(days=7)


def of_person(actor: Actor, person_id: UUID, _on: date) -> dict[str, Any] | None:
    """The plan and the family in outline; nothing for whoever has nothing to do with casework."""
    if not may_read(actor):
        return None
    plan, may = plan_of(person_id, actor=actor), may_keep(actor)
    last = CustodyEpisode.objects.filter(person=person_id).order_by("-sequence").first() if may else None
    is_new = last is not None and (plan is None or plan.episode_id != last.pk)
    may_begin = is_new and last is not None and last.ended_by in {"", MovementKind.RELEASE}
    bad = Q(how__in=(HowChildIs.ALONE, HowChildIs.WORRY))
    alone = list(ChildOutside.objects.filter(seen(actor), bad, person=person_id, ended_on=None)) if may else []
    if plan is None and not may:
        return None
    return {
        "plan": plan, "person_id": person_id, "may": may, "may_begin": may_begin, "alone": alone,
        "points": len(points()), "settled": _settled(plan), "followup": _waiting(plan),
    }  # fmt: skip


def _settled(plan: ReleasePlan | None) -> int:
    return PlanPoint.objects.filter(plan=plan).exclude(state=PointState.WORKING).count() if plan else 0


def _waiting(plan: ReleasePlan | None) -> FollowUp | None:
    return FollowUp.objects.filter(LEFT_OPEN, plan=plan).order_by("due_on").first() if plan else None


def of_case(actor: Actor, case: Case, on: date) -> dict[str, Any] | None:
    """The same on the page of a case."""
    return of_person(actor, case.person_id, on)


def due_of_cases(actor: Actor, case_ids: Sequence[UUID], on: date) -> Mapping[UUID, Sequence[DueLine]]:
    """Follow-ups and days with an officer of the people of some cases, in the next week or overdue."""
    cases: dict[UUID, list[UUID]] = {}
    for key, person in Case.objects.filter(pk__in=list(case_ids)).values_list("pk", "person_id"):
        cases.setdefault(person, []).append(key)
    found: dict[UUID, list[DueLine]] = {}
    for one in followups_due(actor, on + WEEK).filter(person__in=list(cases)):
        for key in cases[one.person_id]:
            found.setdefault(key, []).append(
                DueLine(due_on=one.due_on or on, says=one.title, url=reverse("casework:follow-up", args=[one.pk]))
            )
    return found


def due_by_worker(actor: Actor, on: date) -> Mapping[UUID, tuple[int, int]]:
    """By account how many follow-ups are due in the next week, and how many are overdue."""
    rows = followups_due(actor, on + WEEK).filter(owner_id__isnull=False).order_by().values("owner_id")
    counted = rows.annotate(late=Count("pk", filter=Q(due_on__lt=on)), soon=Count("pk", filter=Q(due_on__gte=on)))
    return {one["owner_id"]: (one["soon"], one["late"]) for one in counted if one["owner_id"]}


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """What this part adds to a person's timeline; nothing of health, and not whom she lets know the day."""
    return list(_happenings(actor, person_id)) if may_read(actor) else []


def _happenings(actor: Actor, person_id: UUID) -> Iterator[Happening]:
    for plan in plans_for(actor).filter(person=person_id):
        url = reverse("casework:release-plan", args=[plan.pk])
        yield Happening(on=plan.begun_on, says=_("Release plan begun"), source=plan.begun_by_name, url=url)
        if plan.met == Met.YES and plan.left_on:
            yield Happening(on=plan.left_on, says=_("Met at the gate"), source=plan.met_note, url=url)
        if plan.returned_on:
            yield Happening(on=plan.returned_on, says=_("Back in custody; the follow-ups rest"), url=url)
        if plan.ended_on:
            yield Happening(on=plan.ended_on, says=_("Release plan ended"), url=url)
    for meeting in HandoverMeeting.objects.filter(seen(actor), person=person_id):
        url = reverse("casework:release-plan", args=[meeting.plan_id])
        yield Happening(on=meeting.held_on, says=_("Hand-over meeting"), source=meeting.written_by_name, url=url)
    for one in FollowUp.objects.filter(seen(actor), person=person_id, dropped_at=None):
        url = reverse("casework:release-plan", args=[one.plan_id])
        if one.outcome and one.done_on:
            says = _("%(when)s: %(what)s") % {"when": one.title.capitalize(), "what": one.get_outcome_display()}
            yield Happening(on=one.done_on, says=says, source=one.by_name, url=url)
        elif one.due_on:
            says = _("To be asked after: %(when)s") % {"when": one.title}
            yield Happening(on=one.due_on, says=says, kind="coming", url=url)
    for day in OfficerDay.objects.filter(seen(actor), person=person_id).exclude(due_on=None):
        assert day.due_on is not None, "asked for above"
        says = _("%(who)s: %(what)s") % {
            "who": day.get_kind_display().capitalize(), "what": day.get_kept_display() or _("to come"),
        }  # fmt: skip
        yield Happening(on=day.due_on, says=says, kind="done" if day.kept else "coming")
    for contact in contacts_for(actor).filter(person=person_id, state__in=(ContactState.MADE, ContactState.FAILED)):
        if contact.done_on:
            says = _("%(kind)s with %(who)s: %(what)s") % {
                "kind": contact.get_kind_display().capitalize(), "who": contact.relationship.get_kind_display(),
                "what": contact.get_state_display(),
            }  # fmt: skip
            yield Happening(on=contact.done_on, says=says, source=contact.by_name)

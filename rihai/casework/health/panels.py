"""What health shows elsewhere: on the page of a person, on the timeline, in My work, and for herself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.sight import sight_of
from rihai.casework.health.models import Appointment, Baby, Dose, HealthNeed, HealthReferral, Pregnancy, SupportPlan
from rihai.casework.health.models.care import State
from rihai.casework.health.queries.care import (
    babies_inside,
    doses_of,
    in_outline,
    is_late,
    lines_for,
    of_health,
    open_appointments,
    reviews,
    unanswered,
)
from rihai.casework.health.vaccines import vaccine
from rihai.casework.plans.models import AtOnce
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import Happening, WorkRow
from rihai.people.models import Person

ROWS, MANY = 15, 400
LATELY = timedelta(days=14)
SOON = timedelta(days=1)


def of_person(actor: Actor, person_id: UUID, today: date) -> dict[str, Any] | None:
    """Their needs for whoever sees health; that there are some for whoever sees the outline; what those on duty do."""
    sight = sight_of(actor, person_id)
    duty = list(lines_for(actor).filter(person=person_id)[:3])
    context: dict[str, Any] = {"person_id": person_id, "duty": duty, "seen": False}
    if DataClass.HEALTH in sight.seen and actor.may("casework.health"):
        rows = of_health(HealthNeed, actor).filter(person=person_id).exclude(state=State.SETTLED)
        return {**context, "seen": True, "needs": list(rows[:6])}
    if DataClass.HEALTH in sight.outlined or DataClass.HEALTH in sight.seen:
        with as_house():
            outline = in_outline(person_id, on=today)
        if any(outline.values()):
            return {**context, "outline": outline}
    return context if duty else None


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """Needs, appointments kept or failed, births; for whoever sees health."""
    link = reverse("casework:health", args=[person_id])
    found = [
        Happening(on=one.started_on, says=str(one.get_kind_display()), source=one.written_by_name, url=link)
        for one in of_health(HealthNeed, actor).filter(person=person_id)
    ]
    for one in of_health(Appointment, actor).filter(person=person_id).exclude(done_on=None):
        says = _("Appointment with %(whom)s: %(met)s") % {"whom": one.with_whom, "met": one.get_met_display()}
        found.append(Happening(on=one.due_on or one.written_at.date(), says=says, source=one.written_by_name, url=link))
    born = [
        Happening(on=baby.born_on, says=_("A child was born"), source=baby.written_by_name, url=link)
        for baby in of_health(Baby, actor).filter(person=person_id)
    ]
    return [*found, *born]


def on_duty(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Whom nobody saw for longer than is written; for everybody who is on duty where they are."""
    now = asked_at()
    rows = [one for one in lines_for(actor).select_related("person", "person__held_at")[:100] if is_late(one, now)]
    return [
        WorkRow(
            who=_name(one.person), url=reverse("casework:duty"), why=one.to_do, where=_where(one.person),
            status="overdue", word=_("Go now"), act=_("Write it down"), person_id=one.person_id,
        )
        for one in rows[:ROWS]
    ]  # fmt: skip


def to_support(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Of whom somebody said that they must be seen now, and for whom no support plan was made since."""
    if not actor.may("casework.health"):
        return []
    plan = SupportPlan.objects.filter(person=OuterRef("person"), written_at__gte=OuterRef("made_at"))
    calls = of_health(AtOnce, actor).filter(~Exists(plan), made_at__date__gte=on - LATELY)
    return [
        WorkRow(
            who=_name(one.person), url=reverse("casework:health-support-new", args=[one.person_id]),
            why=_("Somebody feared for them. See them, and make a support plan with them."),
            where=_where(one.person), due_on=one.made_at.date(), status="overdue", word=_("Today"),
            act=_("Make a plan"), person_id=one.person_id,
        )
        for one in calls.select_related("person", "person__held_at").order_by("made_at")[:ROWS]
    ]  # fmt: skip


def due(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Reviews, appointments, answers that are late, doses that are missing."""
    if not actor.may("casework.health"):
        return []
    rows = [
        _row(one.person, reverse("casework:health", args=[one.person_id]), _("The support plan is looked at again."),
             one.due_on, on)
        for one in reviews(actor, on + SOON)[:ROWS]
    ]  # fmt: skip
    rows += [
        _row(one.person, reverse("casework:health-appointment", args=[one.pk]),
             _("Appointment: %(whom)s") % {"whom": one.with_whom}, one.due_on, on)
        for one in open_appointments(actor, on + SOON)[:ROWS]
    ]  # fmt: skip
    rows += [
        _row(one.person, reverse("casework:health-referral", args=[one.pk]),
             _("No answer came from %(whom)s.") % {"whom": one.receiver}, one.due_on, on)
        for one in unanswered(actor, on)[:ROWS]
    ]  # fmt: skip
    wanted = [one for one in doses_of(list(babies_inside(actor)[:MANY]), on) if one.due]
    rows += [
        _row(one.baby.person, reverse("casework:health-doses", args=[one.baby.pk]),
             _("A child’s doses: %(which)s") % {"which": ", ".join(dose.title for dose in one.due)}, one.since, on)
        for one in sorted(wanted, key=lambda one: (one.since or on, one.baby.pk))[:ROWS]
    ]  # fmt: skip
    return rows


def _row(person: Person, url: str, why: str, day: date | None, on: date) -> WorkRow:
    late = day is not None and day < on
    return WorkRow(
        who=_name(person), url=url, why=why, where=_where(person), due_on=day, status="overdue" if late else "waiting",
        word=_("Overdue") if late else _("Due"), act=_("Open"), person_id=person.pk,
    )  # fmt: skip


def _name(person: Person) -> str:
    return person.full_name or _("Name not known")


def _where(person: Person) -> str:
    return person.held_at.shown if person.held_at else ""


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What is held of her health, for herself: needs, appointments, referrals, pregnancies, her children's doses.

    The support plan's words are hers too; who looked in on her is not handed out.
    """
    with as_house():
        needs = list(HealthNeed.objects.filter(person=person_id))
        seen = list(Appointment.objects.filter(person=person_id))
        sent = list(HealthReferral.objects.filter(person=person_id).select_related("need"))
        plans = list(SupportPlan.objects.filter(person=person_id))
        carried = list(Pregnancy.objects.filter(person=person_id))
        babies = list(Baby.objects.filter(person=person_id))
        doses = list(Dose.objects.filter(person=person_id))
    parts: list[tuple[Any, Sequence[tuple[Any, Any]]]] = [
        (one.get_kind_display(), [
            (_("Where it stands"), one.get_state_display()), (_("Known since"), one.started_on),
            (_("In a few words"), one.outline or ""), (_("Treatment now"), one.treatment or ""),
            (_("What must go on after release"), one.goes_on or ""),
        ])
        for one in needs
    ]  # fmt: skip
    parts += [
        (_("Appointment"), [(_("Day"), one.due_on), (_("With whom"), one.with_whom),
                            (_("What came of it"), one.get_met_display() if one.met else ""),
                            (_("In outline"), one.came_of_it or "")])
        for one in seen
    ]  # fmt: skip
    parts += [
        (_("Referral"), [(_("To which hospital or office"), one.receiver), (_("What they were told"), one.told)])
        for one in sent
    ]
    parts += [(_("Support plan"), [(_("Since"), one.opened_on), (_("What helps"), one.helps)]) for one in plans]
    parts += [(_("Pregnancy"), [(_("Known since"), one.known_on), (_("Ended on"), one.ended_on)]) for one in carried]
    parts += [
        (_("Child"), [(_("Called"), baby.called), (_("Born on"), baby.born_on)]
         + [(known.title if (known := vaccine(one.code)) else one.code, one.given_on)
            for one in doses if one.baby_id == baby.pk])
        for baby in babies
    ]  # fmt: skip
    return parts

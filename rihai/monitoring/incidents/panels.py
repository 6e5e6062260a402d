"""What incidents show elsewhere: to those who see them, and the same to everybody who does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate, localtime, make_aware
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_at
from rihai.kit.actor import Actor
from rihai.kit.offers import AtStake, Happening, WorkRow
from rihai.monitoring.incidents.classes import Severity
from rihai.monitoring.incidents.models import Clock, Incident, IncidentVictim, Intervention
from rihai.monitoring.incidents.queries import (
    LIVE,
    OVERSEE,
    REPORT,
    nameless,
    of_person,
    plain_for,
    ran_out,
    running,
    steps_due,
    to_agree,
)
from rihai.monitoring.incidents.queries.keeping import to_erase, to_look_at

ROWS = 12
SOON = timedelta(hours=48)
_AT_STAKE = {Severity.S1.value: AtStake.LIFE, Severity.S2.value: AtStake.LIBERTY}
"""Serious harm, and custody against the law, stand with what is about liberty."""


def on_person(actor: Actor, person_id: UUID, _today: date) -> dict[str, Any] | None:
    """What the actor sees of what happened to a person, and where to write more down."""
    if not actor.may(REPORT):
        return None
    rows = list(of_person(person_id, actor=actor)[:ROWS])
    return {"person_id": person_id, "rows": rows, "nameless": list(nameless(actor)[:5])}


def on_place(actor: Actor, place_id: int, _today: date) -> dict[str, Any] | None:
    """The incidents of a place that are at work and not sealed, for who oversees it."""
    if not actor.may(OVERSEE):
        return None
    rows = list(plain_for(actor).filter(place=place_id, state__in=LIVE)[:ROWS])
    return {"rows": rows} if rows else None


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """What happened to a person that is not sealed, by its day; whoever sees the incident."""
    if not actor.may(REPORT):
        return []
    rows = of_person(person_id, actor=actor).filter(is_sealed=False)
    return [
        Happening(
            on=one.first_on or localdate(one.learned_at), says=one.said.title, source=one.code,
            url=reverse("monitoring:incident", args=[one.pk]),
        )
        for one in rows[:40]
    ]  # fmt: skip


def work(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Clocks in their order, the actor's own steps, and steps that wait for a second person; by code alone."""
    if not actor.may(REPORT):
        return []
    now = asked_at()
    until = max(now, make_aware(datetime.combine(on, time(23, 59)))) + SOON
    rows = [_clock(one, now) for one in running(actor, until)[:ROWS]]
    rows += [_step(one, _("A step without consent: two named people decide.")) for one in to_agree(actor)[:ROWS]]
    rows += [_step(one, str(one.kind_word)) for one in steps_due(actor, on + timedelta(days=1))[:ROWS]]
    rows += [_erased(one) for one in to_erase(actor)[:ROWS]]
    rows += [_kept(one) for one in to_look_at(actor, on)[:ROWS]]
    return rows


def above(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Clocks that ran out at the actor's places, of incidents that are not sealed."""
    now = asked_at()
    return [_clock(one, now) for one in ran_out(actor, now)[:ROWS]]


def _clock(one: Clock, now: datetime) -> WorkRow:
    late, place = one.due_at < now, one.incident.place
    by = f"{localtime(one.due_at):%H:%M}"
    return WorkRow(
        who=one.incident.code, url=reverse("monitoring:incident", args=[one.incident_id]) + "#clocks",
        why=_("By %(time)s: %(what)s") % {"time": by, "what": one.word},
        where=place.shown if place else "", due_on=localdate(one.due_at), status="overdue" if late else "waiting",
        word=_("Ran out") if late else _("Runs"), act=_("Open"), at_stake=_AT_STAKE.get(one.incident.severity),
    )  # fmt: skip


def _kept(one: Incident) -> WorkRow:
    return WorkRow(
        who=one.code, url=reverse("monitoring:incident", args=[one.pk]), due_on=one.keep_until,
        why=_("Closed, and kept its time: is it still needed?"), status="waiting", word=_("Look at it"), act=_("Open"),
    )  # fmt: skip


def _erased(one: Incident) -> WorkRow:
    return WorkRow(
        who=one.code, url=reverse("monitoring:incident", args=[one.pk]), due_on=None,
        why=_("To be erased? Two people of its team decide."), status="waiting", word=_("Waits for you"), act=_("Open"),
    )  # fmt: skip


def _step(one: Intervention, why: str) -> WorkRow:
    return WorkRow(
        who=one.incident.code, url=reverse("monitoring:incident", args=[one.incident_id]) + "#steps", why=why,
        due_on=one.due_on, status="waiting", word=_("Step"), act=_("Open"),
    )  # fmt: skip


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What stands of a person in incidents that are not sealed, for the person: no source, nobody said to have acted.

    Sealed ones are given by whoever leads their team, to the person alone: an extract lies on paper.
    """
    rows = IncidentVictim.objects.filter(person=person_id).select_related("incident").order_by("written_at", "pk")
    return [
        (
            one.incident.said.title,
            [(_("Code"), one.incident.code), (_("Learned of"), localdate(one.incident.learned_at)),
             (_("State"), one.incident.get_state_display()), (_("What they say"), one.words or "")],
        )
        for one in rows
    ]  # fmt: skip

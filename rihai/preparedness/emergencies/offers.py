"""What emergencies offer the house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import DateField, UUIDField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.accounts.acting import asked_at
from rihai.kit.actor import Actor
from rihai.kit.offers import (
    ActWords,
    After,
    AgendaFor,
    AgendaRow,
    AgendaSource,
    AtStake,
    Measure,
    Navigation,
    NoticeWords,
    Offer,
    PlacePanel,
    Worklist,
)
from rihai.places.models import Inside
from rihai.preparedness.emergencies import unready, work
from rihai.preparedness.emergencies.models import Emergency, State
from rihai.preparedness.emergencies.offered import OFFERED, on_incident, on_threshold
from rihai.preparedness.emergencies.operations.opening import OPENED
from rihai.preparedness.emergencies.queries import emergencies_for, with_steps
from rihai.preparedness.reach import READ


def on_agenda(actor: Actor, wanted: AgendaFor, _on: date) -> tuple[Sequence[AgendaRow], int]:
    """Emergencies that go on, or are closed and not reviewed, where a committee covers them."""
    inner = Inside.objects.filter(outer=wanted.place_id).values("inner_id")
    live = emergencies_for(actor).filter(place__in=inner).exclude(state=State.REVIEWED).order_by("opened_at", "pk")
    return [_line(one) for one in with_steps(live, asked_at())[: wanted.most]], live.count()


def _line(one: Emergency) -> AgendaRow:
    if one.state == State.CLOSED:
        says = gettext("Closed and not yet reviewed.")
    else:
        says = gettext("It goes on; steps to be done: %(n)s.") % {"n": getattr(one, "to_do", 0)}
    return AgendaRow(
        key=str(one.pk), title=str(one.get_hazard_display()), says=says, place_id=one.place_id,
        since=localdate(one.opened_at), url=reverse("preparedness:emergency", args=[one.pk]),
    )  # fmt: skip


def opened(actor: Actor, first: date, end: date) -> Any:
    """Emergencies by the day on which they were opened."""
    nobody = Value(None, output_field=UUIDField(null=True))
    rows = emergencies_for(actor).select_related(None).annotate(on=Cast("opened_at", DateField()), person_id=nobody)
    return rows.filter(on__gte=first, on__lt=end).order_by().values("on", "person_id", "place_id", "hazard")


OFFERS: tuple[Offer, ...] = (
    After(act="monitoring.threshold.crossed", run=on_threshold),
    After(act="monitoring.incident.written", run=on_incident),
    After(act="monitoring.incident.changed", run=on_incident),
    Navigation(
        station="act", label=_("Emergencies"), url="preparedness:emergencies", capability=READ, order=80,
        group=_("Preparedness"), says=_("What goes on now: the live checklist, its log, reports, stores and money."),
    ),
    Worklist(
        name="preparedness.offered", title=_("Is it an emergency?"), rows=work.offered, order=0, at_stake=AtStake.LIFE,
    ),
    Worklist(name="preparedness.emergencies", title=_("Emergencies"), rows=work.rows, order=1, at_stake=AtStake.LIFE),
    PlacePanel(
        name="preparedness.emergencies", title=_("Emergencies"), order=2, context=work.on_place,
        template="preparedness/emergencies/place_panel.html",
    ),
    AgendaSource(name="preparedness.emergencies", title=_("Emergencies"), rows=on_agenda, order=10),
    AgendaSource(name="preparedness.unready", title=_("Prisons that are not ready"), rows=unready.rows, order=75),
    Measure(
        code="preparedness.emergencies", title=_("Emergencies opened"), unit="acts", counted=opened, by=("hazard",),
        definition=_("Emergencies by the day on which they were opened."),
        includes=_("each once, whoever or whatever offered it"), excludes=_("drills; what was offered and not opened"),
    ),
    NoticeWords(
        words={
            OPENED: _("An emergency was opened where you act"),
            OFFERED: _("Is it an emergency? Something waits for your answer"),
        }
    ),
    ActWords(
        words={
            "preparedness.emergency.opened": _("opened an emergency"),
            "preparedness.emergency.declined": _("wrote why no emergency is opened"),
            "preparedness.emergency.closed": _("closed an emergency"),
            "preparedness.emergency.reviewed": _("reviewed an emergency"),
            "preparedness.step.ticked": _("ticked a step of an emergency"),
            "preparedness.step.taken_back": _("took the tick of a step back"),
            "preparedness.log.written": _("wrote in the log of an emergency"),
            "preparedness.report.issued": _("issued a situation report"),
            "preparedness.record.taken_out": _("took the record of an emergency out"),
        }
    ),
)  # fmt: skip

"""What complaints and requests offer the house."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, UUIDField, Value
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    ActWords,
    Export,
    Measure,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    PlacePanel,
    SubjectExtract,
    Tick,
    Worklist,
)
from rihai.monitoring.complaints import exports, shown
from rihai.monitoring.complaints.operations.escalating import NOTICE, escalate
from rihai.monitoring.complaints.queries import complaints_for

NOBODY = Value(None, output_field=UUIDField(null=True))
BY = ("kind", "by")


def received(actor: Actor, first: date, end: date) -> Any:
    """Complaints and requests by the day they came; nobody is counted."""
    rows = complaints_for(actor).select_related(None).filter(received_on__gte=first, received_on__lt=end).order_by()
    return rows.annotate(person_id=NOBODY).values("person_id", "place_id", *BY, on=F("received_on"))


def in_time(actor: Actor, first: date, end: date) -> Any:
    """Of those, the ones answered by their day."""
    rows = complaints_for(actor).select_related(None).filter(received_on__gte=first, received_on__lt=end).order_by()
    rows = rows.filter(done_on__lte=F("due_on"))
    return rows.annotate(person_id=NOBODY).values("person_id", "place_id", *BY, on=F("received_on"))


PAGES = (
    Navigation(
        station="act", label=_("Complaints and requests"), url="monitoring:complaints",
        capability="monitoring.complaints", order=82, group=_("Prisons"),
        says=_("What people held ask of a prison, and whether it is answered in time."),
    ),
    Navigation(
        station="act", label=_("Complaints to answer"), url="monitoring:complaints", capability="monitoring.answer",
        order=83, group=_("Prisons"), says=_("What people held ask of your prison; what is confidential is not shown."),
    ),
)  # fmt: skip
OFFERS: tuple[Offer, ...] = (
    *PAGES,
    Worklist(name="monitoring.complaints", title=_("Complaints and requests"), rows=shown.work, order=40),
    PlacePanel(
        name="monitoring.complaints", title=_("Complaints and requests"),
        template="monitoring/complaints/place_panel.html", context=shown.of_place, order=44,
    ),
    PersonPanel(
        name="monitoring.complaints", title=_("Complaints and requests"),
        template="monitoring/complaints/person_panel.html", context=shown.on_person, order=58,
    ),
    SubjectExtract(name="monitoring.complaints", title=_("Complaints and requests"), of=shown.extract, order=72),
    Tick(name="monitoring.complaints", run=escalate),
    Export(
        name="monitoring.complaints", title=_("Complaints and requests"), capability="exports.make",
        data_class=DataClass.PERSONAL, count=exports.count, sheet=exports.sheet,
    ),
    Measure(
        code="monitoring.complaints_received", title=_("Complaints and requests received"), unit="acts",
        counted=received, by=BY, definition=_("Complaints and requests by the day on which they came."),
        includes=_("those without a name, and from the box"),
        excludes=_("complaints about our own staff, which safeguarding keeps"),
    ),
    Measure(
        code="monitoring.complaints_in_time", title=_("Complaints and requests answered in time"), unit="acts",
        counted=in_time, by=BY,
        definition=_("Of those received, the ones answered by the day that their kind allows."),
        includes=_("whatever the answer"), excludes=_("those whose time is not over and that wait"),
    ),
    NoticeWords(words={NOTICE: _("A complaint is not answered in its time")}),
    ActWords(
        words={
            "monitoring.complaint.acknowledged": _("acknowledged a complaint"),
            "monitoring.complaint.answered": _("answered a complaint"),
            "monitoring.complaint.appeal_answered": _("wrote what came of an appeal"),
            "monitoring.complaint.appealed": _("took a complaint higher"),
            "monitoring.complaint.asked_back": _("wrote whether somebody is content with an answer"),
            "monitoring.complaint.escalated": _("a complaint went up because it was not answered"),
            "monitoring.complaint.written": _("wrote down a complaint or request"),
        }
    ),
)  # fmt: skip

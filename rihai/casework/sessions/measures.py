"""What can be counted of sessions: sessions, comings, and distinct people, each apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from rihai.casework.services.queries.reach import rows_for
from rihai.casework.sessions.models import Attendance, Came, Certificate, SessionState
from rihai.casework.sessions.queries.sessions import sessions_for
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure


def held(actor: Actor, first: date, end: date) -> Any:
    """Sessions held between two days; nobody is counted in them."""
    rows = sessions_for(actor).filter(state=SessionState.HELD, on__gte=first, on__lt=end).order_by()
    return rows.values("on", "service", "means", "leader", "place_id")


def came(actor: Actor, first: date, end: date) -> Any:
    """Comings to sessions between two days: a row for each person at each session."""
    rows = rows_for(Attendance, actor).filter(came=Came.PRESENT, session__on__gte=first, session__on__lt=end)
    return rows.order_by().values(
        "person_id", on=F("session__on"), service=F("session__service"), place_id=F("session__place"),
        sex=F("person__sex"),
    )  # fmt: skip


def certified(actor: Actor, first: date, end: date) -> Any:
    """Certificates given between two days."""
    rows = rows_for(Certificate, actor).filter(issued_on__gte=first, issued_on__lt=end).order_by()
    return rows.values("person_id", "service", on=F("issued_on"), place_id=F("enrolment__place"))


_HIDDEN = _("What the asker may not see: rows of another class, people elsewhere.")
MEASURES = (
    Measure(
        code="casework.sessions.held", title=_("Sessions held"), unit="acts",
        definition=_("Sessions of a group or of one person that were held in the period."),
        includes=_("In person, by phone and by video."), excludes=_("Sessions planned or not held; people."),
        counted=held, by=("service", "means", "leader"),
    ),
    Measure(
        code="casework.sessions.people", title=_("People who came to sessions"), unit="people",
        definition=_("Distinct people marked as present at one session or more in the period."),
        includes=_("Everybody once, however many sessions they came to."), excludes=_HIDDEN,
        counted=came, by=("service", "sex"),
    ),
    Measure(
        code="casework.sessions.comings", title=_("Comings to sessions"), unit="acts",
        definition=_("Each person at each session: how full the sessions were."),
        includes=_("Everybody marked as present, each time: never added up as people."), excludes=_HIDDEN,
        counted=came, by=("service", "sex"),
    ),
    Measure(
        code="casework.certificates.given", title=_("People given a certificate"), unit="people",
        definition=_("Distinct people to whom a certificate of a finished course was given in the period."),
        includes=_("Everybody once."), excludes=_HIDDEN, counted=certified, by=("service",),
    ),
)  # fmt: skip

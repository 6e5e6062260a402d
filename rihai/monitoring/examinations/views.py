"""The pages of examinations: writing one, its marks with a drawing made from them, who is qualified."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rihai.accounts.queries.here import accounts_who_may
from rihai.errors import NotFound
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.examinations import operations
from rihai.monitoring.examinations.fields import FIELDS
from rihai.monitoring.examinations.figure import dots_of
from rihai.monitoring.examinations.forms import ExaminationForm, MarkForm, QualifiedForm
from rihai.monitoring.examinations.models import Examination, Protocol
from rihai.monitoring.examinations.queries import (
    QUALIFY,
    examination_seen,
    protocols_of,
    qualifications_for,
)
from rihai.monitoring.incidents.queries import REPORT
from rihai.monitoring.incidents.views.asked import FORM, MAY, incident_or_404, under
from rihai.monitoring.pages import act_page
from rihai.monitoring.views import found


@needs(MAY)
@FORM
def examine(request: HttpRequest, pk: UUID, protocol: str) -> HttpResponse:
    """Write an examination down."""
    one, today = incident_or_404(request, pk), timezone.localdate()
    if protocol not in protocols_of(actor_of(request), on=today):
        raise Http404(protocol)
    form = ExaminationForm(request.POST or None, incident=one, protocol=protocol, today=today)
    return under(
        request, one, form, title=capfirst(Protocol(protocol).label), word=_("Write it down"),
        standfirst=_("With consent, in private; it may be stopped at any time. No mark is no sign of nothing done."),
        to=lambda made: reverse("monitoring:examination", args=[made.pk]),
        act=lambda: operations.write_examination(
            incident_id=one.pk, said={**form.said, "protocol": protocol}, actor=actor_of(request), at=timezone.now()
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def examination(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One examination, its marks as a list and drawn, and one more mark for who examined."""
    row = found(examination_seen(pk, actor=actor_of(request)), pk)
    one = incident_or_404(request, row.incident_id)
    form = MarkForm(request.POST or None, graded=row.protocol == Protocol.ISTANBUL)
    marks = [each for each in row.marks.all() if each.struck_at is None]
    return under(
        request, one, form, title=capfirst(row.get_protocol_display()), word=_("Add the mark"),
        to=lambda _made: reverse("monitoring:examination", args=[row.pk]),
        template="monitoring/examinations/examination.html",
        act=lambda: operations.add_mark(
            examination_id=row.pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        exam=row, marks=marks, fields=_told(row), dots=dots_of(marks), form_title=_("One more mark"),
        may_add=row.examiner_id == actor_of(request).pk and one.is_live,
        struck=[each for each in row.marks.all() if each.struck_at is not None],
    )  # fmt: skip


def _told(row: Examination) -> list[tuple[Any, str]]:
    said = row.said
    return [(label, said[name]) for name, label in FIELDS[row.protocol].items() if name in said]


@needs(MAY)
@require_POST
def strike(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Strike a mark out; it stays, struck."""
    try:
        mark = operations.strike_mark(mark_id=pk, actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    return redirect("monitoring:examination", mark.examination_id)


@needs(QUALIFY)
@FORM
def qualified(request: HttpRequest) -> HttpResponse:
    """Who is qualified to examine, and somebody else who is."""
    actor = actor_of(request)
    accounts = accounts_who_may(REPORT, on=timezone.localdate()).exclude(pk=actor.pk)
    form = QualifiedForm(request.POST or None, accounts=accounts)
    return act_page(
        request, form, title=_("Who is qualified to examine"), word=_("Confirm it"),
        crumbs=((reverse("monitoring:incidents"), _("Incidents")),), to=lambda _made: reverse("monitoring:qualified"),
        standfirst=_("Only they write history, findings, tests and opinions. Nobody confirms themselves."),
        act=lambda: operations.confirm_qualified(
            account_id=form.cleaned_data["account"].pk, skill=form.cleaned_data["skill"],
            paper=form.cleaned_data["paper"], actor=actor, at=timezone.now(),
        ),
        template="monitoring/examinations/qualified.html", rows=list(qualifications_for(actor)),
        form_title=_("Somebody else who is"),
    )  # fmt: skip


@needs(QUALIFY)
@require_POST
def unqualify(request: HttpRequest, pk: UUID) -> HttpResponse:
    """From today on they are not."""
    try:
        operations.end_qualification(qualification_id=pk, actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    return redirect("monitoring:qualified")

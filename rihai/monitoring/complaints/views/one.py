"""One complaint or request: written down, acknowledged, answered, appealed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.kit.audit.reads import opened
from rihai.kit.gate import needs, signed_in
from rihai.kit.views.asked import actor_of
from rihai.monitoring.complaints import operations
from rihai.monitoring.complaints.forms import (
    AnswerForm,
    AppealAnswerForm,
    AppealForm,
    ComplaintForm,
    DayForm,
    SatisfiedForm,
)
from rihai.monitoring.complaints.known import title_of
from rihai.monitoring.complaints.models import Complaint
from rihai.monitoring.complaints.queries import COMPLAINTS, complaint_seen, may_follow, who_asks
from rihai.monitoring.complaints.views.lists import entered
from rihai.monitoring.pages import Crumbs, act_page, person_asked
from rihai.monitoring.reach import places_for
from rihai.monitoring.views import found

FORM = require_http_methods(["GET", "POST"])


@needs(COMPLAINTS)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Write one down."""
    actor, person = actor_of(request), person_asked(request)
    form = ComplaintForm(
        request.POST or None, places=places_for(actor, COMPLAINTS), person=person, today=timezone.localdate()
    )  # fmt: skip
    return act_page(
        request, form, title=_("A complaint or request"), word=_("Write it down"), crumbs=_crumbs(), to=_page,
        standfirst=(person.full_name or _("Name not known")) if person else "",
        says=_("It is written down, and its clock runs."),
        act=lambda: operations.write_complaint(
            said=form.cleaned_data, person_id=person.pk if person else None, actor=actor, at=timezone.now()
        ),
    )  # fmt: skip


@signed_in
@require_http_methods(["GET"])
def complaint(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One of them."""
    one, actor = _one(request, pk), actor_of(request)
    asks = who_asks([one], actor=actor).get(one.pk)
    if asks is not None and asks.person_id:
        opened(request, asks.person_id)
    today, follows = timezone.localdate(), may_follow(actor)
    context = {
        "one": one, "title": title_of(one.kind), "asks": asks, "follows": follows, "today": today,
        "late": one.is_overdue(today),
        "may_appeal": follows and one.appealed_on is None and (one.done_on or one.is_overdue(today)),
        "waits_appeal": follows and one.appealed_on and not one.appeal_answered_on,
    }  # fmt: skip
    return render(request, "monitoring/complaints/complaint.html", context)


@signed_in
@FORM
def acknowledge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who asked was told that it came."""
    one = _one(request, pk)
    form = DayForm(request.POST or None, initial={"on": timezone.localdate()})
    return _act(
        request, one, form, _("They were told that it came"), _("Keep it"), operations.acknowledge,
        lambda said: {"on": said["on"]},
    )  # fmt: skip


@signed_in
@FORM
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The answer."""
    one, actor = _one(request, pk), actor_of(request)
    first = {"done_on": one.done_on or timezone.localdate(), "answered_by_name": one.answered_by_name}
    if not may_follow(actor) and not one.answered_by_name:
        first["answered_by_name"] = actor.name
    form = AnswerForm(request.POST or None, record=one, initial=first)
    return _act(
        request, one, form, _("The answer"), _("Keep the answer"), operations.answer,
        lambda said: {"said": said, "version": form.record_version}, before=one.says,
        before_title=_("What is asked"),
    )  # fmt: skip


@needs(COMPLAINTS)
@FORM
def satisfied(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whether who asked is content."""
    one = _one(request, pk)
    form = SatisfiedForm(request.POST or None, initial={"satisfied": one.satisfied})
    return _act(
        request, one, form, _("Are they content?"), _("Keep it"), operations.say_satisfied,
        lambda said: {"satisfied": said["satisfied"]}, before=one.answer, before_title=_("The answer"),
    )  # fmt: skip


@needs(COMPLAINTS)
@FORM
def appeal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It goes higher."""
    form = AppealForm(request.POST or None, initial={"on": timezone.localdate()})
    return _act(
        request, _one(request, pk), form, _("It goes higher"), _("Write it down"), operations.appeal,
        lambda said: {"to_whom": said["to_whom"], "on": said["on"]},
    )  # fmt: skip


@needs(COMPLAINTS)
@FORM
def appeal_answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came of the appeal."""
    form = AppealAnswerForm(request.POST or None, initial={"on": timezone.localdate()})
    return _act(
        request, _one(request, pk), form, _("What came of the appeal"), _("Keep it"), operations.answer_appeal,
        lambda said: {"words": said["words"], "on": said["on"]},
    )  # fmt: skip


def _act(
    request: HttpRequest, one: Complaint, form: Any, title: str, word: str, act: Any, given: Any, **more: Any
) -> HttpResponse:  # fmt: skip
    """The page of an act on one of them."""
    return act_page(
        request, form, title=title, word=word, crumbs=_crumbs(one), to=lambda _row: _page(one),
        says=_("It is written down."), **more,
        act=lambda: act(
            complaint_id=one.pk, actor=actor_of(request), at=timezone.now(), **given(form.cleaned_data)
        ),
    )  # fmt: skip


def _one(request: HttpRequest, pk: UUID) -> Complaint:
    """The complaint an address names. Raises Http404."""
    return found(complaint_seen(pk, actor=entered(request)), pk)


def _page(one: Complaint) -> str:
    return reverse("monitoring:complaint", args=[one.pk])


def _crumbs(one: Complaint | None = None) -> Crumbs:
    lists = [(reverse("monitoring:complaints"), _("Complaints and requests"))]
    return [*lists, (_page(one), _("No. %(number)s") % {"number": one.number})] if one else lists

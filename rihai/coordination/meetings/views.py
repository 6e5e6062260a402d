"""Pages of meetings: planned, one with its next step, moved, given up, who came, minutes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.coordination.agenda.became import became_of, counted
from rihai.coordination.agenda.operations import write_said
from rihai.coordination.agenda.queries import SHOWN, headed, not_seen
from rihai.coordination.bodies.queries import quorum_of, seated
from rihai.coordination.decisions.queries import actions_for, decisions_for
from rihai.coordination.meetings import operations
from rihai.coordination.meetings.forms import (
    ApproveForm,
    AttendanceForm,
    MeetingForm,
    MinutesForm,
    PostponeForm,
    SetForm,
    WhyForm,
)
from rihai.coordination.meetings.models import Meeting, State
from rihai.coordination.meetings.queries import held_before, later_held, to_approve
from rihai.coordination.papers.models import Papers
from rihai.coordination.papers.printed import minutes as print_minutes
from rihai.coordination.papers.printed import quorum_says, state_says
from rihai.coordination.reach import KEEP
from rihai.coordination.scope import READ
from rihai.coordination.views import (
    LANGUAGES,
    as_file,
    body_or_404,
    form_page,
    keeps,
    kept_meeting_or_404,
    meeting_or_404,
    told,
    who,
)
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.letters.make import WORD
from rihai.kit.views.asked import actor_of


@needs(READ)
@require_GET
def meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One meeting: its next step, its agenda, who came, what was decided, what became of those on it."""
    one, actor, today = meeting_or_404(request, pk), actor_of(request), timezone.localdate()
    papers = Papers.objects.filter(meeting=one).select_related("pack").prefetch_related("copies__post").first()
    parts = headed(one, actor=actor, most=SHOWN)
    before = held_before(one)
    became = became_of(before, actor=actor) if before else []
    seats = seated(one.body, one.on)
    whole = [item for part in headed(one, actor=actor) for item in part.on] if papers else []
    listed(request, "coordination.agenda", sum(part.count for part in parts), {"meeting": str(pk)})
    decisions = list(decisions_for(actor).filter(meeting=one).prefetch_related("actions__post"))
    seen_actions = set(actions_for(actor).filter(decision__meeting=one).values_list("pk", flat=True))
    context = {
        "one": one, "parts": parts, "papers": papers, "today": today, "before": before, "seats": seats,
        "quorum": quorum_of(one.body, [seat.post for seat in seats]), "became": counted(became),
        "attendance": list(one.attendance.select_related("post")), "decisions": decisions, "acts": seen_actions,
        "moves": list(one.moves.all()), "quorum_says": quorum_says(one), "minutes_say": state_says(one),
        "approving": to_approve(one), "may": keeps(request, one.body_id),
        "hidden": not_seen(one, whole) if papers else 0,
        "notice": _notice(one), "is_past": one.on <= today, "page_class": "personal",
        "has_items": any(part.count for part in parts),
    }  # fmt: skip
    return render(request, "coordination/meetings/meeting.html", context)


def _notice(one: Meeting) -> dict[str, Any]:
    """The days of notice that were given or are left, and whether they are enough."""
    given = timezone.localdate(one.called_at) if one.called_at else timezone.localdate()
    days = (one.on - given).days
    return {"days": days, "needed": one.body.notice_days, "is_short": days < one.body.notice_days}


@needs(KEEP)
@require_POST
def plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Plan the next meetings by the rule."""
    body_or_404(request, pk, KEEP)
    made = told(request, lambda: operations.plan_by_rule(body_id=pk, **who(request)), _("Planned."))
    if made == []:
        messages.info(request, _("The next meetings were planned already."))
    return redirect("coordination:body", pk)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A meeting beside the rule."""
    one = body_or_404(request, pk, KEEP)
    initial = {"starts_at": one.starts_at, "venue": one.venue}
    form = MeetingForm(request.POST or None, initial=initial)
    return form_page(
        request, form, to=reverse("coordination:body", args=[pk]), title=_("A meeting"), word=_("Plan it"), body=one,
        act=lambda: operations.plan_one(body_id=pk, **form.cleaned_data, **who(request)), says=_("Planned."),
        standfirst=_("Beside the rule; also one that took place already and is written down late."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Its time and place."""
    one = kept_meeting_or_404(request, pk)
    form = SetForm(request.POST or None, record=one)
    return form_page(
        request, form, to=_address(one), title=_("Time and place"), word=_("Keep it"), meeting=one, says=_("Kept."),
        act=lambda: operations.set_meeting(
            meeting_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)
        ),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def call(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Notice is given."""
    one = kept_meeting_or_404(request, pk)
    told(request, lambda: operations.call_meeting(meeting_id=pk, **who(request)), _("Notice is given as of today."))
    return redirect(_address(one))


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def postpone(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It moves to another day."""
    one = kept_meeting_or_404(request, pk)
    form = PostponeForm(request.POST or None)
    return form_page(
        request, form, to=_address(one), title=_("Move the meeting"), word=_("Move it"), meeting=one,
        act=lambda: operations.postpone(meeting_id=pk, **form.cleaned_data, **who(request)),
        says=_("Moved; give notice of the new day."), standfirst=_("The day, the reason and by whose act are kept."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def fell_out(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It did not take place."""
    one = kept_meeting_or_404(request, pk)
    form = WhyForm(request.POST or None)
    return form_page(
        request, form, to=_address(one), title=_("The meeting was not held"), word=_("Write it down"), meeting=one,
        act=lambda: operations.not_held(meeting_id=pk, **form.cleaned_data, **who(request)), says=_("Written down."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who came."""
    one = kept_meeting_or_404(request, pk)
    form = AttendanceForm(request.POST or None, seats=seated(one.body, one.on))
    return form_page(
        request, form, to=_address(one), title=_("Who was there"), word=_("The meeting was held"), meeting=one,
        act=lambda: operations.hold(
            meeting_id=pk, came=form.came(), opening=form.cleaned_data["opening"], **who(request)
        ),
        says=_("Written down, with the quorum worked out."), template="coordination/meetings/attendance.html",
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was said of each line."""
    one = kept_meeting_or_404(request, pk)
    items = [item for part in headed(one, actor=actor_of(request)) for item in part.on]
    form = MinutesForm(request.POST or None, items=items)
    return form_page(
        request, form, to=_address(one), title=_("What was said"), word=_("Keep it"), meeting=one, says=_("Kept."),
        act=lambda: write_said(meeting_id=pk, said=form.said(), **who(request)) or True,
        template="coordination/meetings/minutes.html", page_class="personal",
    )  # fmt: skip


@needs(KEEP)
@require_POST
def finish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The minutes are written."""
    one = kept_meeting_or_404(request, pk)
    told(request, lambda: operations.finish_minutes(meeting_id=pk, **who(request)), _("The minutes are ready."))
    return redirect(_address(one))


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A later meeting approved them."""
    one = kept_meeting_or_404(request, pk)
    later = Meeting.objects.filter(pk__in=[row.pk for row in later_held(one)]).order_by("on")
    form = ApproveForm(request.POST or None, later=later)
    return form_page(
        request, form, to=_address(one), title=_("Minutes approved"), word=_("They are approved"), meeting=one,
        act=lambda: operations.approve_minutes(
            meeting_id=pk, in_meeting=form.cleaned_data["meeting"].pk, **who(request)
        ),
        says=_("Approved; nothing in them changes any more."),
    )  # fmt: skip


@needs(KEEP)
@require_GET
def printed(request: HttpRequest, pk: UUID, language: str, kind: str) -> HttpResponse:
    """The minutes as PDF or Word; names stand in them as members were given them."""
    one = kept_meeting_or_404(request, pk)
    if one.state != State.HELD or language not in LANGUAGES or kind not in {"pdf", "docx"}:
        raise Http404(kind)
    listed(request, "coordination.minutes", 1, {"meeting": str(pk)})
    made = print_minutes(one, kind, language, at=timezone.now())
    return as_file(made, "application/pdf" if kind == "pdf" else WORD, f"minutes-{one.number}-{language}.{kind}")


def _address(one: Meeting) -> str:
    return reverse("coordination:meeting", args=[one.pk])

"""Sessions: those to come and those past, one with its days and seats; planned, changed, called off, finished."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.certificates.queries import given_in
from rihai.training.exams.state import has_open_test
from rihai.training.pages import act_page, one_of, page_of, told, who
from rihai.training.reach import KEEP, READ, is_told, places_for, sessions_for
from rihai.training.sessions.forms import CancelForm, HardForm, SessionForm
from rihai.training.sessions.models import Seat, Session, SessionKind, SessionState
from rihai.training.sessions.operations import planning
from rihai.training.sessions.queries import coming, mine, owed, past, seated, with_counts
from rihai.training.sessions.reckoning import outcomes

PAGE = 50


def crumbs(session: Session | None = None) -> list[tuple[str, Any]]:
    """The way back from a session."""
    rows: list[tuple[str, Any]] = [(reverse("training:sessions"), _("Training sessions"))]
    return [*rows, (reverse("training:session", args=[session.pk]), session.shown)] if session else rows


def told_or_404(request: HttpRequest, pk: UUID) -> Session:
    """The session an address names, for who is told who learns there."""
    return one_of(mine(actor_of(request)), pk)


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Sessions to come, and those past."""
    actor, today = actor_of(request), timezone.localdate()
    is_past = request.GET.get("tab") == "past"
    rows, pages = page_of(request, past(actor, today) if is_past else coming(actor, today), PAGE)
    context = {
        "rows": with_counts(rows), "is_past": is_past, "may_keep": actor.may(KEEP), "page_class": "ordinary", **pages,
    }  # fmt: skip
    return render(request, "training/sessions/index.html", context)


@needs(READ)
@require_GET
def session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One session; who learns there is shown to who is told it, to others how many."""
    actor, today = actor_of(request), timezone.localdate()
    one = one_of(sessions_for(actor), pk)
    with_counts([one])
    knows = is_told(actor, one)
    context: dict[str, Any] = {
        "one": one, "days": list(one.days.all()), "trainers": list(one.trainers.all()), "knows": knows, "today": today,
        "is_open": one.state in planning.OPEN, "page_class": "personal" if knows else "ordinary",
        "is_course": one.kind == SessionKind.COURSE or one.curriculum is not None,
    }  # fmt: skip
    if knows:
        rows = list(seated(one))
        reckoned = {each.enrolment.pk: each for each in outcomes(one)} if one.state != SessionState.PLANNED else {}
        given = {each.completion.enrolment_id: each for each in given_in(one, actor)}
        listed(request, "training.session", len(rows), {"session": str(pk)})
        held = [row for row in rows if row.seat == Seat.HELD]
        context |= {
            "held": [(row, reckoned.get(row.pk), given.get(row.pk)) for row in held],
            "has_open_test": one.state in planning.OPEN and has_open_test(one),
            "waiting": [row for row in rows if row.seat == Seat.WAITING], "arriving": one.arriving.count(),
            "due": next((day for day in one.days.all() if day.on <= today and not day.attendances.exists()), None),
            "owes": one.state == SessionState.FINISHED and owed(one),
            "given": sum(1 for each in given.values() if each.withdrawn_on is None),
        }  # fmt: skip
        asks = one.curriculum is not None and one.curriculum.pass_mark
        untold = any(row.has_passed is None for row in held)
        context["types_marks"] = bool(asks and untold and not context["has_open_test"])
    return render(request, "training/sessions/session.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Plan a session."""
    actor = actor_of(request)
    start = {"course": request.GET.get("course", "")[:40], "kind": SessionKind.COURSE, "seats": 25, "language": "ur"}
    form = SessionForm(request.POST or None, places=places_for(actor, KEEP), initial=start)
    return act_page(
        request, form, title=_("Plan a training session"), word=_("Plan it"), crumbs=crumbs(),
        act=lambda: planning.plan_session(said=form.cleaned_data, **who(request)),
        to=lambda made: reverse("training:session", args=[made.pk]),
        says=_("The session is planned. Enrol people next."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a session."""
    one = told_or_404(request, pk)
    places = places_for(actor_of(request), KEEP) | type(one.place)._default_manager.filter(pk=one.place_id)
    form = SessionForm(request.POST or None, record=one, places=places)

    def act() -> Session:
        course = one.curriculum.course if one.curriculum else None
        said = {**form.cleaned_data, "course": course}
        return planning.change_session(session_id=pk, version=form.record_version, said=said, **who(request))

    return act_page(
        request, form, title=_("Change the session"), word=_("Keep it"), crumbs=crumbs(one), act=act,
        to=lambda made: reverse("training:session", args=[made.pk]), says=_("The session is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Call a session off."""
    one = told_or_404(request, pk)
    form = CancelForm(request.POST or None)
    return act_page(
        request, form, title=_("It is not held"), word=_("Call it off"), crumbs=crumbs(one),
        act=lambda: planning.cancel_session(session_id=pk, because=form.cleaned_data["because"], **who(request)),
        to=lambda made: reverse("training:session", args=[made.pk]), says=_("The session is called off."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def drop_day(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Nothing is taught on a day."""
    made = told(request, lambda: planning.drop_day(day_id=pk, **who(request)), _("Nothing is taught on that day."))
    return redirect("training:session", made.pk) if made else redirect("training:sessions")


@needs(KEEP)
@require_POST
def finish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a session and reckon who finished."""
    one = told_or_404(request, pk)
    done = told(request, lambda: planning.finish_session(session_id=pk, **who(request)), _("The session is finished."))
    if done is not None and one.curriculum is not None:
        says = ngettext("%(n)d person finished the course.", "%(n)d people finished the course.", done) % {"n": done}
        messages.success(request, says)
    return redirect("training:session", pk)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def hard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand up what people found hard."""
    one = told_or_404(request, pk)
    form = HardForm(request.POST or None)
    return act_page(
        request, form, title=_("What was found hard"), word=_("Hand it up"), crumbs=crumbs(one),
        act=lambda: planning.say_hard(session_id=pk, **form.cleaned_data, **who(request)),
        to=lambda made: reverse("training:session", args=[made.pk]),
        says=_("It is with the register of challenges; whoever keeps it decides."),
        standfirst=_("It goes to the research unit’s register of challenges, with this session as its source."),
    )  # fmt: skip

"""Who learns in a session: enrolled by hand or by a list, a seat given up, marks, and somebody's own page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.errors import NotFound, Refused, Unreadable
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.pages import act_page, one_of, status_of, told, who
from rihai.training.reach import KEEP, READ, enrolments_for, register_for, trainees_for
from rihai.training.register.queries import entries_of, is_keeper, stands_for
from rihai.training.sessions.alike import Asked
from rihai.training.sessions.forms import ListForm, MarksForm, TraineeForm, WhoForm
from rihai.training.sessions.list_of_names import read_list
from rihai.training.sessions.models import Enrolment, Seat, Session, Trainee
from rihai.training.sessions.operations import arriving, enrolling
from rihai.training.sessions.queries import finished_by, perhaps_known, seats_of
from rihai.training.sessions.reckoning import typed_marks
from rihai.training.sessions.views.sessions import crumbs, told_or_404


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def enrol(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Enrol somebody by hand; where we may know them, it is asked who they are before anything is written."""
    one, actor = told_or_404(request, pk), actor_of(request)
    form = TraineeForm(request.POST or None, initial={"place": one.place_id, "audience": "officer"})
    asked: WhoForm | None = None
    if request.method == "POST" and form.is_valid():
        found = perhaps_known(_asked(form.cleaned_data), actor)
        asked = WhoForm(request.POST if "who" in request.POST else None, found=found) if found else None
        if asked is None or asked.is_valid():
            made = _enrolled(request, one, form, asked.cleaned_data["who"] if asked else "new")
            if made is not None:
                return redirect("training:session", pk)
    status = 422 if asked is not None and not asked.is_bound else status_of(form)
    context = {
        "form": form, "asked": asked, "one": one, "crumbs": crumbs(one), "back": crumbs(one)[-1][0],
        "page_class": "personal",
    }  # fmt: skip
    return render(request, "training/sessions/enrol.html", context, status=status)


def _asked(said: dict[str, Any]) -> Asked:
    place = said.get("place")
    return Asked(
        said["full_name"], said.get("number") or "", said.get("organisation") or "", place.pk if place else None
    )


def _enrolled(request: HttpRequest, one: Session, form: TraineeForm, chosen: str) -> Enrolment | None:
    try:
        made = enrolling.enrol(
            session_id=one.pk, trainee_id=None if chosen == "new" else UUID(chosen), said=form.cleaned_data,
            **who(request),
        )  # fmt: skip
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    kept = _("They hold a seat.") if made.seat == Seat.HELD else _("Every seat is taken: they wait for one.")
    messages.success(request, kept)
    return made


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def by_list(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send a list of names."""
    one = told_or_404(request, pk)
    form = ListForm(request.POST or None, request.FILES or None)

    def act() -> int:
        file = form.cleaned_data["file"]
        try:
            lines = read_list(file.read(), file.name)
        except Unreadable as unread:
            raise Refused(str(unread)) from unread
        return arriving.take_in_list(session_id=pk, lines=lines, **who(request))

    return act_page(
        request, form, title=_("Enrol by a list"), word=_("Read the list"), crumbs=crumbs(one), act=act,
        to=lambda _made: reverse("training:session-settle", args=[pk]), page_class="personal",
        standfirst=_("Nobody is enrolled before you have said who each line is."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say who each line of a list is."""
    one = told_or_404(request, pk)
    rows = list(one.arriving.select_related("rank", "place", "alike__rank", "alike__place"))
    if request.method == "POST":
        choices = {row.pk: request.POST.get(f"row-{row.pk}", "") for row in rows}
        taken = told(
            request, lambda: arriving.settle_list(session_id=pk, choices=choices, **who(request)),
            _("What you chose is done."),
        )  # fmt: skip
        if taken is not None:
            says = ngettext("%(n)d person is enrolled.", "%(n)d people are enrolled.", taken) % {"n": taken}
            messages.success(request, says)
            return redirect("training:session", pk)
        return redirect("training:session-settle", pk)
    listed(request, "training.arriving", len(rows), {"session": str(pk)})
    context = {"one": one, "rows": rows, "crumbs": crumbs(one), "page_class": "personal"}
    return render(request, "training/sessions/settle.html", context)


@needs(KEEP)
@require_POST
def give_up(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody gives the seat up."""
    row = one_of(enrolments_for(actor_of(request)), pk)
    done = told(request, lambda: enrolling.give_up(enrolment_id=pk, **who(request)), _("The seat is free."))
    if done is not None and done[1]:
        says = ngettext("%(n)d who waited has a seat now.", "%(n)d who waited have a seat now.", done[1])
        messages.success(request, says % {"n": done[1]})
    return redirect("training:session", row.session_id)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def marks(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The percent each reached in the session's test."""
    one = told_or_404(request, pk)
    form = MarksForm(request.POST or None, rows=typed_marks(one))
    listed(request, "training.marks", len(form.fields), {"session": str(pk)})
    return act_page(
        request, form, title=_("Marks of the test"), word=_("Keep the marks"), crumbs=crumbs(one),
        act=lambda: enrolling.write_marks(session_id=pk, marks=form.marks(), **who(request)) + 1,
        to=lambda _made: reverse("training:session", args=[pk]), says=_("The marks are kept."), page_class="personal",
        standfirst=_("In percent. Empty: they did not sit the test. Who sat tests under codes does not stand here."),
    )  # fmt: skip


@needs(READ)
@require_GET
def trainee(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody who learns: who they are, the sessions and the finished courses that the reader is told."""
    actor = actor_of(request)
    one = one_of(trainees_for(actor), pk)
    listed(request, "training.trainee", 1, {"trainee": str(pk)})
    context = {
        "one": one, "rows": list(seats_of(one, actor)[:50]), "done": list(finished_by(one, actor)[:50]),
        "may_keep": actor.may(KEEP), "is_keeper": is_keeper(actor), "stands": stands_for(one, actor),
        "entries": list(entries_of(one, actor)), "page_class": "personal",
    }  # fmt: skip
    return render(request, "training/sessions/trainee.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def trainee_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend what is written of somebody who learns."""
    one: Trainee = one_of(register_for(actor_of(request)), pk)
    form = TraineeForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change what is written"), word=_("Keep it"), page_class="personal",
        crumbs=[*crumbs(), (reverse("training:trainee", args=[pk]), one.full_name)],
        act=lambda: enrolling.change_trainee(
            trainee_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)
        ),
        to=lambda _made: reverse("training:trainee", args=[pk]), says=_("It is kept."),
    )  # fmt: skip

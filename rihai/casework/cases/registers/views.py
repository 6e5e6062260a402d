"""Registers of earlier years: given in, headings confirmed, looked at, taken in, undone; and the own file back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.casework.cases.programmes import programmes
from rihai.casework.cases.registers import operations as act
from rihai.casework.cases.registers import queries as ask
from rihai.casework.cases.registers.forms import MappingForm, RegisterForm
from rihai.casework.cases.registers.models import WORKING, Register, RegisterState
from rihai.casework.cases.registers.reach import job_of, step_of
from rihai.casework.cases.views.asked import done, posted, status_of, told
from rihai.errors import FileUnreadable
from rihai.kit.audit.reads import listed
from rihai.kit.files import FileRefused
from rihai.kit.gate import needs
from rihai.kit.jobs import Job, JobState
from rihai.people.views.asked import actor_of, places_of
from rihai.words import say

KEEP = "casework.keep"
STOP = 286
"""The answer at which htmx stops asking."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def registers(request: HttpRequest) -> HttpResponse:
    """The reader's registers, and a new one."""
    actor = actor_of(request)
    ours = [one for one in programmes().values() if one.data_class == "personal"]
    form = RegisterForm(
        posted(request), request.FILES or None, places=places_of(request, served=True), programmes=ours
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        upload, made = form.cleaned_data["file"], []
        try:
            if done(
                form,
                lambda said: made.append(
                    act.give_register(
                        content=upload.read(), name=str(upload.name), place=said["place"], programme=said["programme"],
                        actor=actor, at=timezone.now(),
                    )
                ),
            ):  # fmt: skip
                return redirect("casework:register", made[0].pk)
        except FileUnreadable as refusal:
            language = get_language() or "en"
            form.add_error("file", f"{say(refusal.message, language)} {say(refusal.mend, language)}")
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
    rows = list(ask.registers_of(actor)[:50])
    return render(request, "casework/cases/registers.html", {"form": form, "rows": rows}, status=status_of(form))


@needs(KEEP)
@require_GET
def register(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One register at its step: headings to confirm, rows to look at, or what became of it."""
    one = _mine(request, pk)
    job = job_of(one)
    step = step_of(one, job)
    shown: dict[str, Any] = {
        "register": one,
        "job": job,
        "step": step,
        "problem": _problem(one, job),
        "page_class": "personal",
    }
    if request.headers.get("HX-Request"):
        answer = render(request, "casework/cases/register_work.html", shown, status=200 if step in WORKING else STOP)
        if step not in WORKING:
            answer.headers["HX-Refresh"] = "true"
        return answer
    if step == RegisterState.TO_MAP and not shown["problem"]:
        return redirect("casework:register-headings", pk)
    if step not in WORKING:
        doubts = ask.doubts_of(one, actor=actor_of(request))
        listed(request, "casework.register", len(doubts), {})
        shown |= {"sums": ask.sums_of(one), "links": ask.links_of(one), "doubts": doubts, "wrong": ask.wrong_rows(one)}
    return render(request, "casework/cases/register.html", shown)


def _problem(one: Register, job: Job | None) -> str:
    """Why the work for it stopped, where it did."""
    stopped = one.state in WORKING and job is not None and job.state == JobState.FAILED
    return _(job.problem) if stopped and job is not None and job.problem else ""


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def headings(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What each column holds."""
    one = _mine(request, pk)
    form = MappingForm(posted(request), mapping=one.mapping)
    if (
        request.method == "POST"
        and form.is_valid()
        and done(
            form,
            lambda _said: act.confirm_headings(
                register_id=pk, mapping=form.said(), actor=actor_of(request), at=timezone.now()
            ),
        )
    ):
        return redirect("casework:register", pk)
    context = {"register": one, "form": form}
    return render(request, "casework/cases/register_headings.html", context, status=status_of(form))


@needs(KEEP)
@require_POST
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Of each doubtful row that was answered: whom it means."""
    _mine(request, pk)
    said: dict[UUID, UUID | None] = {}
    for name, value in request.POST.items():
        row = _uuid(name.removeprefix("row-"))
        if row and name.startswith("row-") and value:
            said[row] = _uuid(str(value))
    told(
        request,
        lambda: act.decide_rows(register_id=pk, said=said, actor=actor_of(request), at=timezone.now()),
        _("It is written down."),
    )
    return redirect("casework:register", pk)


@needs(KEEP)
@require_POST
def take_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All accepted rows are to become cases, or none."""
    _mine(request, pk)
    told(request, lambda: act.ask_to_take_in(register_id=pk, actor=actor_of(request), at=timezone.now()), "")
    return redirect("casework:register", pk)


@needs(KEEP)
@require_POST
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything is to be as it was before, while nothing is built on it."""
    _mine(request, pk)
    told(request, lambda: act.ask_to_undo(register_id=pk, actor=actor_of(request), at=timezone.now()), "")
    return redirect("casework:register", pk)


@needs(KEEP)
@require_GET
def back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The reader's own file, with a column that says what to mend."""
    one = _mine(request, pk)
    name, content = ask.file_back(
        one, actor=actor_of(request), at=timezone.now(), language=get_language() or "en"
    )  # fmt: skip
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": _attached(name)})


def _attached(name: str) -> str:
    from django.utils.http import content_disposition_header

    return content_disposition_header(as_attachment=True, filename=name) or "attachment"


def _mine(request: HttpRequest, pk: UUID) -> Register:
    found = ask.register_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None

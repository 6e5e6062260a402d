"""The page of one case, and what is done in it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.casework.cases.forms import CaseForm, CloseForm, ContactForm, DecideForm, ReopenForm
from rihai.casework.cases.models import CaseState
from rihai.casework.cases.operations import change_case, close_case, decide_case, note_contact, reopen_case
from rihai.casework.cases.programmes import programme_of
from rihai.casework.cases.queries.page import page_of
from rihai.casework.cases.shown import STATUS, answers_of, since_text, stage_text
from rihai.casework.cases.views.asked import case_or_404, entry, keeps_cases, posted, reads_cases
from rihai.kit.audit.reads import opened
from rihai.people.shown.rows import who_text
from rihai.people.views.asked import actor_of, places_of


@reads_cases
@require_GET
def case(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who, why, since when, under which programme, what is due, and the next obvious step."""
    today = timezone.localdate()
    page = page_of(pk, actor=actor_of(request), today=today)
    if page is None:
        raise Http404(str(pk))
    one = page.case
    if one.data_class != "sealed":
        opened(request, one.person_id)
    context = {
        "page": page, "case": one, "person": one.person, "who": who_text(one.person, today), "today": today,
        "answers": answers_of(one), "since": since_text(one, today), "stage": stage_text(one),
        "status": STATUS[CaseState(one.state)], "page_class": one.data_class,
        "events": [(event, programme_of(one.programme).stage_shown(event.whom) if event.kind == "stage" else event.whom)
                   for event in page.events],
    }  # fmt: skip
    return render(request, "casework/cases/case.html", context)


@keeps_cases
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what is written of a case."""
    one = case_or_404(request, pk)
    form = CaseForm(
        posted(request), today=timezone.localdate(), record=one, programme=programme_of(one.programme),
        places=places_of(request, served=True),
    )  # fmt: skip
    return entry(
        request, one, form,
        lambda said: change_case(
            case_id=pk, version=form.record_version, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Change the case"), word=_("Keep it"), kept=_("The change is kept."),
    )  # fmt: skip


@keeps_cases
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody saw or spoke with her."""
    one, today = case_or_404(request, pk), timezone.localdate()
    form = ContactForm(posted(request), today=today, initial={"on": today})
    return entry(
        request, one, form,
        lambda said: note_contact(
            case_id=pk, on=said["on"], note=said["note"], reviewed=said["reviewed"], actor=actor_of(request),
            at=timezone.now(),
        ),
        title=_("Write down a contact"), word=_("Write it down"), kept=_("It is written down."),
    )  # fmt: skip


@keeps_cases
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close it with what came of it."""
    one, today = case_or_404(request, pk), timezone.localdate()
    form = CloseForm(posted(request), today=today, initial={"on": today})
    return entry(
        request, one, form,
        lambda said: close_case(
            case_id=pk, version=one.version, outcome=said["outcome"], reason=said["reason"], on=said["on"],
            actor=actor_of(request), at=timezone.now(),
        ),
        title=_("Close the case"), word=_("Close it"), kept=_("The case is closed. It can be opened again."),
        says=_("Tell the person first, face to face, and say where they can come back to."),
    )  # fmt: skip


@keeps_cases
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open it again."""
    one = case_or_404(request, pk)
    form = ReopenForm(posted(request))
    return entry(
        request, one, form,
        lambda said: reopen_case(
            case_id=pk, version=one.version, reason=said["reason"], actor=actor_of(request), at=timezone.now()
        ),
        title=_("Open it again"), word=_("Open it again"), kept=_("The case is open, and you have it."),
    )  # fmt: skip


@keeps_cases
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A supervisor approves a case, or not."""
    one = case_or_404(request, pk)
    if not actor_of(request).may("casework.supervise"):
        raise Http404(str(pk))
    form = DecideForm(posted(request))
    return entry(
        request, one, form,
        lambda said: decide_case(
            case_id=pk, version=one.version, approve=said["decision"] == "yes", reason=said["reason"],
            actor=actor_of(request), at=timezone.now(),
        ),
        title=_("Approve the case, or not"), word=_("Keep the decision"),
        kept=_("The decision is kept, and the worker reads it."),
    )  # fmt: skip

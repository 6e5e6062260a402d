"""One line: what happened on it, and what happens now."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import opened
from rihai.kit.gate import needs
from rihai.kit.offers import Letter, offered
from rihai.legal.response.causes import NAMES, TO, cause_of, next_act
from rihai.legal.response.forms import AnswerForm, TellingForm
from rihai.legal.response.forms.telling import TOLD
from rihai.legal.response.models import Response, State, Telling
from rihai.legal.response.operations import accept, could_not_tell, decline, told_her
from rihai.legal.response.performing import act_of, acts_for, colleagues
from rihai.legal.response.queries.line import LineSeen, line_seen
from rihai.legal.response.queries.sight import RESPOND, tellings_for
from rihai.legal.response.shown.said import changed_text, remedy_text, says_of, stands, status_of, word_of
from rihai.legal.response.shown.steps import told
from rihai.legal.response.tables import remedies
from rihai.people.views.asked import actor_of, done
from rihai.screening.law.packs import law_on
from rihai.screening.shown.basis import facts_behind
from rihai.screening.shown.records import records_behind
from rihai.screening.shown.rows import language, rows_of


@needs(RESPOND)
@require_http_methods(["GET", "POST"])
def respond(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What stands on a line, and the form that says what happened."""
    actor, now = actor_of(request), timezone.now()
    line = _line(request, pk)
    form = _form(request, line)
    if request.method == "POST" and form.is_valid():
        said, version = form.cleaned_data, _version(request)
        if done(form, lambda: act_of(said, actor=actor, at=now, version=version)(pk)):
            messages.success(request, _kept(said["act"]))
            return redirect("legal:respond", line.finding.pk if line.finding else pk)
        line = _line(request, pk)
    opened(request, line.person.pk)
    status = 200 if not form.errors else 409 if form.non_field_errors() else 400
    return render(request, "legal/response/respond.html", {**_context(request, line), "form": form}, status=status)


def _kept(act: str) -> str:
    words = {
        "take": _("You have this line. Tell the person who you are, and that it costs nothing."),
        "hand_over": _("Offered. It stays yours until they accept."),
        "refuse": _("Kept. Tell the person face to face; a refusal ends no care."),
        "grant": _("Kept. Now see that the gate opens: the clock runs."),
    }
    return words.get(act, _("Kept."))


def _line(request: HttpRequest, pk: UUID) -> LineSeen:
    line = line_seen(pk, actor=actor_of(request), today=timezone.localdate())
    if line is None:
        raise Http404(str(pk))
    return line


def _version(request: HttpRequest) -> int | None:
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _form(request: HttpRequest, line: LineSeen) -> AnswerForm:
    actor, today = actor_of(request), timezone.localdate()
    row = line.finding or line.response
    assert row is not None, "a line has a finding or an answer"
    acts = acts_for(line.response, actor=actor)
    owner = line.response.owner_id if line.response else None
    return AnswerForm(
        request.POST or None,
        acts=acts,
        colleagues=colleagues(on=today, apart_from=owner),
        facts=facts_behind(row.provision, law_on(today)),
        today=today,
        needs_ground=line.response is not None and line.response.needs_ground,
    )


def _context(request: HttpRequest, line: LineSeen) -> dict[str, Any]:
    actor, today = actor_of(request), timezone.localdate()
    law, response, finding = law_on(today), line.response, line.finding
    row = finding or response
    assert row is not None, "a line has a finding or an answer"
    one = law.provisions.get(row.provision)
    return {
        "line": line,
        "person": line.person,
        "response": response,
        "finding": finding,
        "row": rows_of([finding], law, today)[0] if finding else None,
        "title": one.title.of(language()) if one else row.provision,
        "version": response.version if response else 0,
        "word": word_of(response) if response and response.state != State.OPEN else "",
        "status": status_of(response, today) if response else "",
        "says": _says(response, today) if response else "",
        "changed": changed_text(line.changed) if line.changed else "",
        "remedy": remedies().get(response.remedy) if response else None,
        "remedy_says": remedy_text(response, today) if response else "",
        "steps": [told(step, note) for step, note in line.steps],
        "is_offered": response is not None and response.offered_to == actor.pk,
        "clock": _clock(line),
        "page_class": "legal",
    }


def _says(response: Response, today: date) -> str:
    """What stands; what is next is said in a notice of its own where it is a remedy."""
    return stands(response) if response.remedy else says_of(response, None, today)


def _clock(line: LineSeen) -> dict[str, Any] | None:
    """Of somebody still inside: why, and what the clock asks for now, with its letter where one is offered."""
    finding, today = line.finding, timezone.localdate()
    if finding is None or not finding.still_inside:
        return None
    cause = cause_of(finding, records_behind([finding])[finding.pk])
    to_do = next_act(finding, cause, line.clock_acts, today) if cause else None
    letters = {one.name for one in offered(Letter)}
    return {
        "cause": NAMES.get(cause, ""),
        "to_do": to_do,
        "to": TO.get(to_do.act.to, "") if to_do else "",
        "letter": to_do.act.letter if to_do and to_do.act.letter in letters else "",
    }


@needs(RESPOND)
@require_POST
def answer_offer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take over what a colleague offers, or say no."""
    act = accept if request.POST.get("how") == "accept" else decline
    try:
        act(row_id=pk, actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(pk)) from missing
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("legal:mine")


@needs(RESPOND)
@require_http_methods(["GET", "POST"])
def telling(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She was told, or could not be; and how she is."""
    actor = actor_of(request)
    found = tellings_for(actor).filter(pk=pk).select_related("person", "response").first()
    if found is None:
        raise Http404(str(pk))
    form = TellingForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid() and done(form, lambda: _told(pk, form, request)) is not None:
        messages.success(request, _("Kept."))
        return redirect("legal:mine")
    opened(request, found.person_id)
    status = 200 if not form.errors else 409 if form.non_field_errors() else 400
    context = {"form": form, "telling": found, "person": found.person, "page_class": "legal"}
    return render(request, "legal/response/telling.html", context, status=status)


def _told(pk: UUID, form: TellingForm, request: HttpRequest) -> Telling:
    said, actor, now = form.cleaned_data, actor_of(request), timezone.now()
    if said["how"] == TOLD:
        return told_her(telling_id=pk, on=said["on"], how_is=said["words"], actor=actor, at=now)
    return could_not_tell(telling_id=pk, again_on=said["on"], why=said["words"], actor=actor, at=now)

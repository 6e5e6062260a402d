"""Somebody comes to us: found in the record or entered, written down, answered; and what waits for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.casework.cases.capabilities import kept_by
from rihai.casework.cases.eligibility import Judged, judge
from rihai.casework.cases.forms import AnswerForm, FindForm, IntakeForm, NewcomerForm
from rihai.casework.cases.models import Intake
from rihai.casework.cases.operations import answer_intake, take_in, take_in_newcomer
from rihai.casework.cases.programmes import Programme, programme_of, programmes
from rihai.casework.cases.queries.caseload import PAGE
from rihai.casework.cases.queries.eligible import asker_of, setting_of
from rihai.casework.cases.queries.intakes import intake_seen, waiting_intakes
from rihai.casework.cases.views.asked import done, keeps_cases, page_number, posted, status_of
from rihai.kit.actor import Actor
from rihai.kit.audit.reads import listed, opened
from rihai.people.models import Person
from rihai.people.queries.search import find_people
from rihai.people.shown.rows import who_text
from rihai.people.views.asked import actor_of, person_or_404, places_of

Table = list[tuple[Programme, tuple[Judged, ...], str]]


@keeps_cases
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Who is it? Found by name or number, else entered."""
    form, found = FindForm(posted(request)), None
    if request.method == "POST" and form.is_valid():
        found = find_people(form.cleaned_data["words"], actor=actor_of(request), limit=20)
        listed(request, "casework.found", len(found), {})
    today = timezone.localdate()
    rows = [(one, who_text(one, today)) for one in found] if found is not None else None
    return render(request, "casework/cases/start.html", {"form": form, "rows": rows}, status=status_of(form))


@keeps_cases
@require_http_methods(["GET", "POST"])
def intake(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody of the record comes; for each programme it is said whether it is for her."""
    person, actor, today = person_or_404(request, pk), actor_of(request), timezone.localdate()
    if person.pk != pk:
        return redirect("casework:intake", person.pk)
    opened(request, person.pk)
    setting = setting_of(person.held_at)
    form = IntakeForm(
        posted(request), today=today, choices=mine(actor),
        initial={"on": today, "way": request.GET.get("way") or "self", "answer": "case", "setting": setting},
    )  # fmt: skip
    made: list[Intake] = []
    if request.method == "POST" and form.is_valid():
        act = lambda said: made.append(take_in(person_id=pk, said=said, actor=actor, at=timezone.now()))  # noqa: E731
        if done(form, act):
            return _after(request, made[0])
    context = {
        "form": form, "person": person, "who": who_text(person, today), "page_class": "personal",
        "table": judged_for(person, str(form["setting"].value() or setting), actor), "answers": answer_words(),
    }  # fmt: skip
    return render(request, "casework/cases/intake.html", context, status=status_of(form))


@keeps_cases
@require_http_methods(["GET", "POST"])
def newcomer(request: HttpRequest) -> HttpResponse:
    """Somebody who is in no record yet is entered and taken in, in one act."""
    actor, today = actor_of(request), timezone.localdate()
    places = places_of(request, served=True)
    first = places.first()
    form = NewcomerForm(
        posted(request), today=today, choices=mine(actor), places=places,
        initial={"on": today, "way": "self", "answer": "case", "place": first.pk if first else None, "held": "yes"},
    )  # fmt: skip
    made: list[Intake] = []
    act = lambda said: made.append(_entered(form, said, actor))  # noqa: E731
    if request.method == "POST" and form.is_valid() and done(form, act):
        return _after(request, made[0])
    context = {"form": form, "person": None, "page_class": "personal"}
    return render(request, "casework/cases/intake.html", context, status=status_of(form))


@keeps_cases
@require_GET
def intakes(request: HttpRequest) -> HttpResponse:
    """What was asked of us and waits for an answer, the longest wait first."""
    page = page_number(request)
    rows = waiting_intakes(actor=actor_of(request), start=(page - 1) * PAGE, most=PAGE + 1)
    listed(request, "casework.intakes", len(rows[:PAGE]), {})
    told = [(one, programme_of(one.programme) if one.programme else None) for one in rows[:PAGE]]
    context = {"rows": told, "page": page, "has_later": len(rows) > PAGE}
    return render(request, "casework/cases/intakes.html", context)


@keeps_cases
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what comes of what was asked."""
    actor, today = actor_of(request), timezone.localdate()
    one = intake_seen(pk, actor=actor)
    if one is None:
        raise Http404(str(pk))
    opened(request, one.person_id)
    setting = setting_of(one.person.held_at)
    form = AnswerForm(
        posted(request), today=today, choices=mine(actor),
        initial={"answer": "case", "programme": one.programme, "setting": setting},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        told: list[Intake] = []
        act = lambda said: told.append(answer_intake(intake_id=pk, said=said, actor=actor, at=timezone.now()))  # noqa: E731
        if done(form, act):
            one.refresh_from_db()
            return _after(request, one)
    context = {
        "form": form, "person": one.person, "who": who_text(one.person, today), "intake": one,
        "table": judged_for(one.person, str(form["setting"].value() or setting), actor), "answers": answer_words(),
        "page_class": one.data_class,
    }  # fmt: skip
    return render(request, "casework/cases/intake.html", context, status=status_of(form))


def mine(actor: Actor) -> list[Programme]:
    """The programmes whose cases the actor may work in."""
    classes = set(kept_by(actor))
    return [one for one in programmes().values() if one.data_class in classes]


def judged_for(person: Person, setting: str, actor: Actor) -> Table:
    """For each programme of the actor's, what its rules answer, and the answer of all together."""
    asker = asker_of(person, setting=setting, actor=actor, on=timezone.localdate())
    found = [(one, judged, whole(judged)) for one in mine(actor) for judged in [judge(one, asker)]]
    return sorted(found, key=lambda row: ("met", "unknown", "not_met").index(row[2]))


def whole(judged: tuple[Judged, ...]) -> str:
    """Not met where one rule is not, unknown where one is not known, else met."""
    answers = {one.answer for one in judged}
    return "not_met" if "not_met" in answers else "unknown" if "unknown" in answers else "met"


def answer_words() -> dict[str, tuple[str, str]]:
    """The answers of a rule as the design system draws them."""
    return {
        "met": ("met", _("fits")), "not_met": ("not_met", _("does not fit")), "unknown": ("cannot_tell", _("not known"))
    }  # fmt: skip


def _entered(form: NewcomerForm, said: Mapping[str, Any], actor: Actor) -> Intake:
    read = form.read
    assert read is not None, "a valid form has been read"
    held = said["held"] == "yes"
    told = {**said, "setting": said.get("setting") or (setting_of(said["place"]) if held else "community")}
    return take_in_newcomer(
        place=said["place"], is_held=held, record=read.record, raw=read.raw, said=told, actor=actor, at=timezone.now()
    )


def _after(request: HttpRequest, made: Intake) -> HttpResponse:
    """To the case where one was opened, else back to the list."""
    if made.case_id:
        messages.success(request, _("The case is open, and you have it."))
        return redirect("casework:case", made.case_id)
    messages.success(request, _("It is written down."))
    return redirect(reverse("casework:intakes"))

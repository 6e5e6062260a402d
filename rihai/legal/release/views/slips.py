"""To be told: slips that wait, one slip and its paper, what came of reading it, what she corrects."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed, opened
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.views.files import download
from rihai.legal.release.forms import LookedAtForm, SlipForm, ToldForm, WrittenForm
from rihai.legal.release.forms.slips import LANGUAGES
from rihai.legal.release.models import Slip
from rihai.legal.release.operations import (
    change_slip,
    drop_slip,
    look_at_correction,
    make_slip,
    record_told,
    write_correction,
)
from rihai.legal.release.paper import slip_pdf
from rihai.legal.release.queries.slips import (
    corrections,
    last_words,
    next_hearing,
    not_told,
    slip_seen,
    slips_of,
    to_be_read,
)
from rihai.legal.release.views.asked import form_page
from rihai.people.queries.records import record_of
from rihai.people.views.asked import actor_of, done, person_or_404

ROWS = 25
SOON = timedelta(days=3)
MAY = "legal.respond"


@needs(MAY)
@require_GET
def to_tell(request: HttpRequest) -> HttpResponse:
    """Who is to be told what is asked for them, whose slip waits, and what people corrected."""
    actor = actor_of(request)
    waiting, said, asked = (
        to_be_read(actor=actor, most=ROWS), corrections(actor=actor, most=ROWS), not_told(actor=actor, most=ROWS),
    )  # fmt: skip
    listed(request, "legal.to_tell", len(waiting) + len(said) + len(asked))
    today = timezone.localdate()
    context = {"waiting": waiting, "corrections": said, "not_told": asked, "today": today}
    return render(request, "legal/release/to_tell.html", context)


def _slip(request: HttpRequest, pk: UUID) -> Slip:
    found = slip_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    return found


@needs(MAY)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a slip for a person."""
    person, today, actor = person_or_404(request, pk), timezone.localdate(), actor_of(request)
    start = {
        "by_whom": actor.name, "next_on": next_hearing(person.pk, today), "due_on": today + SOON,
        "provision": request.GET.get("provision", "")[:80], "case": request.GET.get("case", "")[:200],
        "about": request.GET.get("about", ""), **last_words(actor),
    }  # fmt: skip
    form = SlipForm(request.POST or None, initial=start)

    def act() -> Slip:
        said = form.cleaned_data
        return make_slip(
            person_id=person.pk, about=said["about"], text=form.text, due_on=said["due_on"],
            provision=said["provision"], case_id=said["case"], actor=actor, at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and (made := done(form, act)):
        messages.success(request, _("The slip is made. Print it, and read it to them."))
        return redirect("legal:slip", made.pk)
    opened(request, person.pk)
    return form_page(request, form, "slip_form", person=person, before=slips_of(person.pk, actor=actor)[:3])


@needs(MAY)
@require_GET
def slip(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One slip: what it says, and what came of it."""
    found = _slip(request, pk)
    spoken = dict(LANGUAGES).get(found.in_language, found.in_language)
    return render(request, "legal/release/slip.html", {"slip": found, "person": found.person, "language_name": spoken})


@needs(MAY)
@never_cache
@require_GET
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The slip to print: one page, both languages, large."""
    found = _slip(request, pk)
    content = slip_pdf(found, day=timezone.localdate())
    return download(content, f"slip-{str(found.pk)[:8]}.pdf", "application/pdf")


@needs(MAY)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write the slip anew before it is read."""
    found = _slip(request, pk)
    form = SlipForm(request.POST or None, slip=found)

    def act() -> Slip:
        return change_slip(
            slip_id=found.pk, version=form.record_version, text=form.text, due_on=form.cleaned_data["due_on"],
            actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _one(request, found, form, act, _("The slip is changed."), "slip_form")


@needs(MAY)
@require_http_methods(["GET", "POST"])
def told(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came of going to her."""
    found, today = _slip(request, pk), timezone.localdate()
    form = ToldForm(request.POST or None, today=today, initial={"told_on": today, "version": found.version})

    def act() -> Slip:
        said = form.cleaned_data
        return record_told(
            slip_id=found.pk, version=said["version"], answer=said["answer"], told_on=said["told_on"],
            in_language=said["in_language"], kept=form.has_kept, how_she_is=said["how_she_is"],
            correction=said["correction"], again_on=said["again_on"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _one(request, found, form, act, _("It is written down."), "told")


@needs("people.keep")
@require_http_methods(["GET", "POST"])
def correction(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look at what she corrected: write it into the record as her word in one act, or say what was done."""
    found = _slip(request, pk)
    if not found.correction:
        raise Http404(str(pk))
    is_fact = "fact" in request.POST
    written = _written_form(request, found, is_sent=is_fact)
    form = LookedAtForm(None if is_fact else request.POST or None, initial={"version": found.version})

    def write() -> Slip:
        said = written.cleaned_data
        return write_correction(
            slip_id=found.pk, version=said["version"], path=written.path, said=written.said, raw=said["value"],
            true_on=said["true_on"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    if is_fact:
        kept = _("It is written into the record as their own word.")
        return _one(request, found, written, write, kept, "correction", written=written, looked=form)

    def act() -> Slip:
        said = form.cleaned_data
        return look_at_correction(
            slip_id=found.pk, version=said["version"], how=said["how"], actor=actor_of(request), at=timezone.now()
        )

    kept = _("It is written down what was done.")
    return _one(request, found, form, act, kept, "correction", written=written, looked=form)


def _written_form(request: HttpRequest, found: Slip, *, is_sent: bool) -> WrittenForm:
    cases = record_of(found.person_id, actor=actor_of(request)).get("cases") or ()
    start = {"true_on": found.told_on, "version": found.version}
    return WrittenForm(
        request.POST if is_sent else None, initial=start, cases=[str(one["case_id"]) for one in cases],
        today=timezone.localdate(),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["POST"])
def drop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Nobody needs to be told this any more."""
    found = _slip(request, pk)
    form = LookedAtForm()
    dropped = done(
        form,
        lambda: drop_slip(slip_id=found.pk, version=found.version, actor=actor_of(request), at=timezone.now()),
    )
    if dropped:
        messages.success(request, _("The slip is dropped."))
        return redirect("legal:to-tell")
    messages.error(request, " ".join(str(one) for one in form.errors.get("__all__", ())))
    return redirect("legal:slip", found.pk)


def _one(
    request: HttpRequest, found: Slip, form: Form, act: Any, said: str, template: str, **context: Any
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, said)
        return redirect("legal:slip", found.pk)
    return form_page(request, form, template, person=found.person, slip=found, **context)

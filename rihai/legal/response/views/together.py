"""One act on the ticked lines of a list: first its form, then the act on all of them or on none."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from rihai.errors import Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.legal.response.forms import AnswerForm
from rihai.legal.response.operations import act_on_all
from rihai.legal.response.operations.errors import NotAll
from rihai.legal.response.operations.together import MOST
from rihai.legal.response.performing import act_of, colleagues
from rihai.legal.response.queries.sight import RESPOND, SUPERVISE
from rihai.people.views.asked import actor_of
from rihai.screening.law.packs import law_on
from rihai.screening.queries.lists import told
from rihai.screening.queries.sight import findings_for
from rihai.screening.shown.rows import language

BULK: dict[str, Any] = {
    "take": gettext_lazy("Take them"),
    "refer": gettext_lazy("Refer them"),
    "park": gettext_lazy("Park them"),
    "hand_over": gettext_lazy("Hand them over"),
    "assign": gettext_lazy("Give them to somebody"),
}
"""The acts that can be done on many lines at once."""


@needs(RESPOND)
@require_POST
def take_all(request: HttpRequest) -> HttpResponse:
    """Take every ticked person."""
    return _together(request, "take")


@needs(RESPOND)
@require_POST
def refer_all(request: HttpRequest) -> HttpResponse:
    """Refer every ticked person to one office."""
    return _together(request, "refer")


@needs(RESPOND)
@require_POST
def park_all(request: HttpRequest) -> HttpResponse:
    """Nothing on any ticked line until a day."""
    return _together(request, "park")


@needs(RESPOND)
@require_POST
def hand_all(request: HttpRequest) -> HttpResponse:
    """Offer every ticked line to a colleague."""
    return _together(request, "hand_over")


@needs(SUPERVISE)
@require_POST
def assign_all(request: HttpRequest) -> HttpResponse:
    """Give every ticked line to somebody."""
    return _together(request, "assign")


def _together(request: HttpRequest, act: str) -> HttpResponse:
    actor, now, today = actor_of(request), timezone.now(), timezone.localdate()
    rows, problems = _rows(request), dict[UUID, str]()
    sent = request.POST if request.POST.get("act") == act else None
    form = AnswerForm(sent, acts=[act], colleagues=colleagues(on=today), today=today)
    if sent is not None and form.is_valid():
        try:
            count = act_on_all(rows, act_of(form.cleaned_data, actor=actor, at=now), actor=actor, at=now)
        except NotAll as some:
            problems = some.problems
            form.add_error(None, str(some))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            says = ngettext("Done on %(n)s line.", "Done on %(n)s lines.", count) % {"n": count}
            messages.success(request, says)
            return redirect("legal:mine")
    return _asked(request, act, form, rows, problems)


def _asked(
    request: HttpRequest, act: str, form: AnswerForm, rows: list[UUID], problems: dict[UUID, str]
) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    law, said = law_on(today), language()
    found = {one.pk: one for one in told(findings_for(actor).filter(pk__in=rows))}
    listed(request, "legal.ticked", len(found), {"act": act})
    lines = [
        {
            "finding": found[key],
            "title": law.provisions[name].title.of(said) if (name := found[key].provision) in law.provisions else name,
            "problem": problems.get(key, ""),
        }
        for key in rows
        if key in found
    ]
    context = {
        "form": form,
        "act": act,
        "word": BULK[act],
        "lines": lines,
        "possible": len(lines) - sum(1 for one in lines if one["problem"]),
        "problems": sum(1 for one in lines if one["problem"]),
        "page_class": "personal",
    }
    status = 409 if problems or form.non_field_errors() else 400 if form.errors else 200
    return render(request, "legal/response/together.html", context, status=status)


def _rows(request: HttpRequest) -> list[UUID]:
    """The ticked lines; what is no id is left out."""
    found: list[UUID] = []
    for text in request.POST.getlist("row")[: MOST + 1]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return list(dict.fromkeys(found))

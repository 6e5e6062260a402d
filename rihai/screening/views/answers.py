"""A sheet that came back from a prison."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rihai.errors import Refused, Unreadable
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.law.labels import label
from rihai.people.views.asked import actor_of
from rihai.screening.forms import AnswersForm
from rihai.screening.operations import TakenIn, take_answers
from rihai.screening.shown.rows import language


@needs("people.keep")
@require_http_methods(["GET", "POST"])
def answers(request: HttpRequest) -> HttpResponse:
    """Take the answers in, and say of each filled cell that was not taken in why."""
    form = AnswersForm(request.POST or None, request.FILES or None, initial={"true_on": timezone.localdate()})
    taken = _taken(request, form) if request.method == "POST" and form.is_valid() else None
    if taken is None:
        return render(request, "screening/answers.html", {"form": form}, status=422 if form.errors else 200)
    listed(request, "screening.answers", taken.people)
    unread = [(one, label(one.fact, language()) if one.fact else "") for one in taken.unread]
    return render(request, "screening/answered.html", {"taken": taken, "unread": unread})


def _taken(request: HttpRequest, form: AnswersForm) -> TakenIn | None:
    assert form.read is not None, "a valid form has been read"
    try:
        return take_answers(
            content=form.content, name=form.cleaned_data["sheet"].name, read=form.read,
            true_on=form.cleaned_data["true_on"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip
    except (Refused, Unreadable) as refusal:
        form.add_error("sheet", str(refusal))
        return None

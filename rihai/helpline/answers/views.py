"""What who asked reads by code and PIN; and how the line writes an answer."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rihai.helpline.answers import operations
from rihai.helpline.answers.forms import AnswerForm
from rihai.helpline.answers.queries import what_is_read
from rihai.helpline.codes import opened_by
from rihai.helpline.knocks import GUESSES, held_up, knock
from rihai.helpline.public import light, light_page
from rihai.helpline.requests.forms.ask import CodeForm
from rihai.helpline.requests.models import HelpRequest
from rihai.helpline.requests.queries import ANSWER
from rihai.helpline.requests.views.asked import act_page, crumbs_of, request_or_404
from rihai.kit.gate import needs, public
from rihai.kit.views.asked import actor_of


@public
@light
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest) -> HttpResponse:
    """Asks for code and PIN, then says what there is to say. Wrong, shut and unknown are answered alike."""
    page, now = "helpline/answers/read.html", timezone.now()
    if request.method == "GET":
        return light_page(request, page, {"form": CodeForm()})
    form = CodeForm(request.POST)
    if not form.is_valid():
        return light_page(request, page, {"form": form}, status=422)
    if held := held_up(request, GUESSES, at=now):
        form.add_error(None, held.says)
        return light_page(request, page, {"form": form, "held": held}, status=429)
    one = opened_by(HelpRequest, form.cleaned_data["code"], form.cleaned_data["pin"], at=now)
    if one is None:
        knock(request, GUESSES, at=now)
        form.add_error(None, _("The code or the PIN is not right, or it was tried too often. Try again in an hour."))
        return light_page(request, page, {"form": form}, status=403)
    return light_page(request, "helpline/answers/answer.html", {"read": what_is_read(one, at=now)})


@needs(ANSWER)
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The line writes what who asked may read."""
    one = request_or_404(request, pk)
    form = AnswerForm(request.POST or None)

    def act() -> object:
        return operations.answer(request_id=one.pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data)

    return act_page(
        request, form, act=act, to=reverse("helpline:request", args=[one.pk]) + "#answers", title=_("Write an answer"),
        word=_("Let them read it"), crumbs=crumbs_of(one), says=_("Who asked reads it now, by code and PIN."),
        standfirst=_("Never where or why somebody is held. About a person only what they allowed."),
    )  # fmt: skip


@needs(ANSWER)
@require_POST
def hide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """An answer is taken back."""
    found = operations.hide_answer(answer_id=pk, actor=actor_of(request), at=timezone.now())
    messages.success(request, _("It is read by nobody any more."))
    return redirect("helpline:request", found.request_id)

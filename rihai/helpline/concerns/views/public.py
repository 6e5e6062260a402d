"""The pages for anybody: raise a concern about one of us, and read by code and PIN what was done."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.errors import Refused
from rihai.helpline.codes import Given, in_groups, opened_by
from rihai.helpline.concerns.forms import AddForm, CodeForm, PublicForm
from rihai.helpline.concerns.models import Concern, Way
from rihai.helpline.concerns.operations import add_words, raise_concern
from rihai.helpline.concerns.operations.errors import NoSuchConcern
from rihai.helpline.concerns.queries import told_back
from rihai.helpline.knocks import GUESSES, WRITES, held_up, knock
from rihai.helpline.public import light, light_page
from rihai.kit.gate import public

FORM = require_http_methods(["GET", "POST"])


@public
@light
@FORM
def write(request: HttpRequest) -> HttpResponse:
    """The form, then code and PIN. Whoever fills in what people do not see is thanked, and nothing is kept."""
    at, template = timezone.now(), "helpline/concerns/write.html"
    form = PublicForm(request.POST or None)
    if request.method != "POST":
        return light_page(request, template, {"form": form})
    if not form.is_valid():
        return light_page(request, template, {"form": form}, status=422)
    if form.cleaned_data["website"]:
        return light_page(request, "helpline/concerns/given.html", {"given": None})
    if held := held_up(request, WRITES, at=at):
        form.add_error(None, held.says)
        return light_page(request, template, {"form": form, "held": held}, status=429)
    knock(request, WRITES, at=at)
    try:
        given = raise_concern(said=form.said(Way.FORM), key=form.cleaned_data["key"], actor=None, at=at)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return light_page(request, template, {"form": form}, status=409)
    return light_page(request, "helpline/concerns/given.html", shown(given))


@public
@light
@FORM
def answer(request: HttpRequest) -> HttpResponse:
    """What was done about it, for who has its code and PIN; they may add words. Each look asks for both."""
    at, template = timezone.now(), "helpline/concerns/answer.html"
    form = CodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return light_page(request, template, {"form": form}, status=422 if form.is_bound else 200)
    if held := held_up(request, GUESSES, at=at):
        form.add_error(None, held.says)
        written = AddForm(request.POST) if "add" in request.POST else None
        return light_page(request, template, {"form": form, "held": held, "more": written}, status=429)
    found = opened_by(Concern, form.cleaned_data["code"], form.cleaned_data["pin"], at=at)
    if found is None:
        return _no_such(request, form, at)
    more, is_kept = AddForm(request.POST if "add" in request.POST else None), False
    if more.is_bound and more.is_valid():
        try:
            add_words(concern=found, text=more.cleaned_data["more"], at=at)
        except NoSuchConcern:
            return _no_such(request, form, at)
        more, is_kept = AddForm(), True
    context = {"form": form, "more": more, "is_kept": is_kept, "told": told_back(found, at=at), "found": found}
    return light_page(request, "helpline/concerns/told.html", context, status=422 if more.errors else 200)


def _no_such(request: HttpRequest, form: CodeForm, at: datetime) -> HttpResponse:
    knock(request, GUESSES, at=at)
    form.add_error(None, _("Code and PIN do not fit together. Look at both again."))
    return light_page(request, "helpline/concerns/answer.html", {"form": form}, status=404)


def shown(given: Given) -> dict[str, dict[str, str]]:
    """A code and a PIN as a page shows them, in groups of figures."""
    return {"given": {"code": in_groups(given.code), "pin": in_groups(given.pin)}}

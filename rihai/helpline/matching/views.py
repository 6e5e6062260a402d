"""Find who is meant, among five at most; ask her word."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rihai.errors import NotFound, Refused
from rihai.helpline.matching import operations
from rihai.helpline.matching.forms import FindPersonForm, WordForm
from rihai.helpline.matching.queries import WORD, word_for, words_for
from rihai.helpline.requests.views.asked import act_page, crumbs_of, request_or_404, tapped
from rihai.helpline.requests.views.desk import Line
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of

FORM = require_http_methods(["GET", "POST"])


@Line
@never_cache
@FORM
def find(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who may be meant; the name goes in the form, never in an address."""
    one, actor = request_or_404(request, pk), actor_of(request)
    said = one.said
    form = FindPersonForm(request.POST or None, initial={"name": said.name, "father": said.father})
    rows, looked, status = [], False, 200
    if request.method == "POST" and form.is_valid():
        try:
            rows = operations.look_for(request_id=pk, actor=actor, at=timezone.now(), **form.cleaned_data)
            looked = True
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = 409
        for row in rows:
            opened(request, row.person_id)
    elif request.method == "POST":
        status = 422
    context = {"one": one, "form": form, "rows": rows, "looked": looked, "crumbs": crumbs_of(one)}
    return render(request, "helpline/matching/find.html", context, status=status)


@Line
@require_POST
def match(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is about her."""
    one = request_or_404(request, pk)
    try:
        person_id = UUID(request.POST.get("person", ""))
    except ValueError as wrong:
        raise Http404(str(pk)) from wrong
    return tapped(
        request,
        lambda: operations.match(request_id=pk, person_id=person_id, actor=actor_of(request), at=timezone.now()),
        to=reverse("helpline:request", args=[one.pk]) + "#whom",
        says=_("Matched. You see this person until the request is closed; say nothing of it to who asks."),
    )  # fmt: skip


@Line
@require_POST
def unmatch(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was somebody else."""
    one = request_or_404(request, pk)
    return tapped(
        request, lambda: operations.unmatch(request_id=pk, actor=actor_of(request), at=timezone.now()),
        to=reverse("helpline:request", args=[one.pk]),
    )  # fmt: skip


@Line
@require_POST
def ask_word(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody who works with her is to ask her."""
    one = request_or_404(request, pk)
    return tapped(
        request, lambda: operations.ask_word(request_id=pk, actor=actor_of(request), at=timezone.now()),
        to=reverse("helpline:request", args=[one.pk]) + "#whom",
        says=_("Those who work with this person are told that somebody is to ask."),
    )  # fmt: skip


@needs(WORD)
@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Whom the actor is to ask."""
    rows = list(words_for(actor_of(request))[:60])
    listed(request, "helpline.words", len(rows))
    return render(request, "helpline/matching/words.html", {"rows": rows})


@needs(WORD)
@FORM
def word(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What she says."""
    asked = word_for(pk, actor=actor_of(request))
    if asked is None:
        raise Http404(str(pk))
    opened(request, asked.person_id)
    form = WordForm(request.POST or None)

    def act() -> object:
        try:
            return operations.give_word(word_id=pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data)
        except NotFound as missing:
            raise Http404(str(pk)) from missing

    who = asked.asks or _("Somebody of the family")
    return act_page(
        request, form, act=act, to=reverse("helpline:words"), title=_("Ask for their word"), word=_("Keep it"),
        crumbs=((reverse("helpline:words"), _("Words to ask for")),), says=_("It is kept. Nobody is told more."),
        standfirst=_("Alone with them: “%(who)s asks after you. Nothing is said without you. May we?”") % {"who": who},
        before_title=_("Whom to ask"), before=str(asked.person.full_name or asked.person.other_script or ""),
    )  # fmt: skip

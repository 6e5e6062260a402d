"""The law as this office screens by it: each provision with its state, and the word of the office's lawyers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.legal.release.forms import SettleForm, WordForm
from rihai.legal.release.operations import say_word, settle_objection
from rihai.legal.release.queries.law import Shown, all_provisions, objection_open, provision_shown
from rihai.legal.release.views.asked import form_page
from rihai.legal.response.queries.obstacles import open_issues_of
from rihai.legal.response.queries.sight import is_of_team
from rihai.people.views.asked import actor_of, done

MAY = "law.review"
STATES = ("all", "open", "unreviewed", "reviewed")


@needs("people.see")
@require_GET
def law(request: HttpRequest) -> HttpResponse:
    """Every provision with its state, under its pack."""
    asked = request.GET.get("state", "all")
    state = asked if asked in STATES else "all"
    found = all_provisions(on=timezone.localdate())
    rows = [one for one in found if _fits(one, state)]
    listed(request, "legal.law", len(rows), {"state": state})
    words = {
        "all": _("All"), "open": _("Objections"), "unreviewed": _("Not reviewed"), "reviewed": _("Reviewed"),
    }  # fmt: skip
    tabs = [(f"?state={one}", words[one], sum(_fits(row, one) for row in found), one == state) for one in STATES]
    context = {"packs": _by_pack(rows), "tabs": tabs, "count": len(rows)}
    return render(request, "legal/release/law.html", context)


def _fits(one: Shown, state: str) -> bool:
    standing = one.standing
    return {
        "all": True,
        "open": bool(standing.objections),
        "unreviewed": not standing.is_reviewed,
        "reviewed": standing.is_reviewed,
    }[state]


def _by_pack(rows: list[Shown]) -> list[tuple[str, list[Shown]]]:
    found: dict[str, list[Shown]] = {}
    for one in rows:
        found.setdefault(one.pack, []).append(one)
    return list(found.items())


@needs("people.see")
@require_http_methods(["GET", "POST"])
def provision(request: HttpRequest, pack: str, provision: str) -> HttpResponse:
    """One provision: what it says, what lawyers said of it, and the form for a word."""
    today, actor = timezone.localdate(), actor_of(request)
    shown = provision_shown(pack, provision, on=today)
    if shown is None:
        raise Http404(provision)
    may = actor.may(MAY)
    if request.method == "POST" and not may:
        raise Http404(provision)
    form = WordForm(request.POST or None, initial={"on": today})

    def act() -> Any:
        said = form.cleaned_data
        return say_word(
            pack=pack, provision=provision, kind=said["kind"], note=said["note"], on=said["on"], actor=actor,
            at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("Your word is kept, and stands on every finding by this provision."))
        return redirect("legal:provision", pack, provision)
    issues = open_issues_of(provision, actor=actor) if is_of_team(actor) else []
    return form_page(request, form, "provision", shown=shown, may=may, me=actor.pk, issues=issues)


@needs(MAY)
@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End an objection: mended, answered, or taken back by who made it."""
    word, actor = objection_open(pk), actor_of(request)
    if word is None:
        raise Http404(str(pk))
    form = SettleForm(request.POST or None, is_mine=word.said_by == actor.pk)

    def act() -> Any:
        said = form.cleaned_data
        return settle_objection(word_id=pk, how=said["how"], note=said["note"], actor=actor, at=timezone.now())

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("The objection is settled. It stays in the history."))
        return redirect("legal:provision", word.pack, word.provision)
    shown = provision_shown(word.pack, word.provision, on=timezone.localdate())
    return form_page(request, form, "settle", word=word, shown=shown)

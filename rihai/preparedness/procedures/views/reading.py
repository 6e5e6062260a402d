"""Procedures as they are read, what changed in them, and who has acknowledged them."""

from __future__ import annotations

from itertools import groupby
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.differences import is_changed, pieces
from rihai.preparedness.editions import EditionState
from rihai.preparedness.pages import act_page, found, page_of, told, who
from rihai.preparedness.posts.models import PostOf
from rihai.preparedness.posts.queries import held_at
from rihai.preparedness.procedures import acknowledging
from rihai.preparedness.procedures.forms import HandForm
from rihai.preparedness.procedures.models import Procedure, ProcedureVersion, Sort
from rihai.preparedness.procedures.operations import LANGUAGES, lacking
from rihai.preparedness.procedures.queries import (
    Asked,
    acknowledge_by,
    asked_at,
    prisons_of,
    prisons_recorded,
    procedures_for,
    texts_for,
    with_versions,
)
from rihai.preparedness.reach import ACT, APPROVE, KEEP, READ

PAGE = 50
PRISONS = 25


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every procedure and policy, with the state of its version; those withdrawn on a tab of their own."""
    actor, ended = actor_of(request), request.GET.get("tab") == "ended"
    sort = request.GET.get("sort", "")
    rows = with_versions(procedures_for(actor)).filter(ended_on__isnull=not ended)
    if sort in Sort.values:
        rows = rows.filter(sort=sort)
    shown, pages = page_of(request, rows, PAGE)
    listed(request, "preparedness.procedures", len(shown), {"tab": "ended" if ended else "", "sort": sort[:10]})
    context = {
        "rows": shown, "ended": ended, "sort": sort if sort in Sort.values else "", "sorts": Sort.choices,
        "today": timezone.localdate(), "may_keep": actor.may(KEEP), "may_export": actor.may("exports.make"),
        "page_class": "ordinary", **pages,
    }  # fmt: skip
    return render(request, "preparedness/procedures/index.html", context)


@needs(READ)
@require_GET
def procedure(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One procedure: the version in force or asked for, in both languages, and who has acknowledged it."""
    actor, today = actor_of(request), timezone.localdate()
    one: Procedure = found(procedures_for(actor).filter(pk=pk).first(), pk)
    versions = list(one.versions.select_related("file_en", "file_ur"))
    text = _shown(versions, request.GET.get("version", ""))
    text.procedure = one
    prisons, pages = page_of(request, prisons_of(one, actor=actor), PRISONS)
    asked = (
        asked_at(text, prisons, today, actor=actor, at=timezone.now()) if text.state == EditionState.IN_FORCE else []
    )
    keeps, approves = (procedures_for(actor, may).filter(pk=pk).exists() for may in (KEEP, APPROVE))
    context = {
        "one": one, "edition": text, "versions": versions, "today": today, "by": acknowledge_by(text),
        "asked": [(place, list(group)) for place, group in groupby(asked, key=lambda row: row.place)],
        "said": sum(row.said is not None for row in asked), "of": len(asked), "mine": _mine(asked, actor.pk),
        "may_record": actor.may(KEEP) or actor.may(ACT), "may_write": keeps and text.is_open, "may_keep": keeps,
        "may_decide": approves, "wrote": str(actor.pk) in text.writers,
        "lacks": lacking(text) if keeps and text.is_open else [],
        "ahead": any(row.state in (EditionState.DRAFT, EditionState.ASKED) for row in versions),
        "page_class": "ordinary", **pages,
    }  # fmt: skip
    return render(request, "preparedness/procedures/procedure.html", context)


def _shown(versions: list[ProcedureVersion], asked: str) -> ProcedureVersion:
    """The version of that number, else the one in force, else the newest."""
    by_number = {str(one.number): one for one in versions}
    in_force = next((one for one in versions if one.state == EditionState.IN_FORCE), versions[0])
    return by_number.get(asked, in_force)


def _mine(asked: list[Asked], account: UUID) -> list[Asked]:
    """Those posts that the reader holds, and has still to answer for."""
    return [row for row in asked if row.said is None and row.holder is not None and row.holder.account_id == account]


@needs(READ)
@require_GET
def changes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What a version changed against the one before it, in both languages."""
    text = found(texts_for(actor_of(request)).filter(pk=pk).first(), pk)
    before = text.procedure.versions.filter(number__lt=text.number).first()
    languages = []
    for language in LANGUAGES if before else ():
        changed = pieces(getattr(before, f"text_{language}"), getattr(text, f"text_{language}"))
        is_file = getattr(before, f"file_{language}_id") != getattr(text, f"file_{language}_id")
        languages.append((language, [("", changed)] if is_changed(changed) else [], is_file))
    context = {
        "edition": text, "one": text.procedure, "before": before, "languages": languages, "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "preparedness/procedures/changes.html", context)


@needs(READ)
@require_POST
def acknowledge(request: HttpRequest, pk: UUID, place_id: int, post: str) -> HttpResponse:
    """The holder of a post has read a version."""
    text = found(texts_for(actor_of(request)).filter(pk=pk).first(), pk)
    told(
        request, lambda: acknowledging.acknowledge(edition_id=pk, place_id=place_id, post=post, **who(request)),
        _("It is written down that you have read it."),
    )  # fmt: skip
    return redirect("preparedness:procedure", text.procedure_id)


@needs(READ)
@require_http_methods(["GET", "POST"])
def by_hand(request: HttpRequest, pk: UUID, place_id: int, post: str) -> HttpResponse:
    """A post has signed on paper."""
    actor, today = actor_of(request), timezone.localdate()
    text = found(texts_for(actor).filter(pk=pk, state=EditionState.IN_FORCE).first(), pk)
    place = found(prisons_recorded(text.procedure, actor=actor).filter(pk=place_id).first(), place_id)
    if post not in text.procedure.posts:
        found(None, post)
    holder = held_at([place_id], today, actor=actor).get((place_id, post))
    form = HandForm(request.POST or None, today=today, name=holder.name if holder else "")
    address = reverse("preparedness:procedure", args=[text.procedure_id])
    return act_page(
        request, form, title=_("Acknowledged on paper"), word=_("Write it down"),
        crumbs=[(reverse("preparedness:procedures"), _("Procedures and policies")), (address, text.procedure.shown)],
        act=lambda: acknowledging.acknowledge(
            edition_id=pk, place_id=place_id, post=post, **form.cleaned_data, **who(request)
        ),
        to=lambda _made: address, says=_("It is written down."),
        standfirst=f"{str(PostOf(post).label).capitalize()}, {place.shown}",
    )  # fmt: skip

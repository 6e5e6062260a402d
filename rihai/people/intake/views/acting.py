"""What is done with a census: headings agreed, matches decided, taken in, undone, laid aside, read again; the file."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rihai.kit.gate import needs
from rihai.kit.views.files import download
from rihai.people.intake.forms import ColumnsForm
from rihai.people.intake.mended import mended_file
from rihai.people.intake.models import CensusState
from rihai.people.intake.operations import (
    agree_headings,
    ask_to_take_in,
    ask_to_undo,
    decide_match,
    lay_aside,
    read_again,
)
from rihai.people.intake.operations.mending import ask_for_mended
from rihai.people.intake.queries.censuses import MAY
from rihai.people.intake.queries.columns import columns_of
from rihai.people.intake.views.asked import census_or_404, tried
from rihai.people.views.asked import actor_of, done

AT_ONCE = 2_000
"""Rows of a census whose file is made while its author waits."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(MAY)
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What each heading stands for."""
    census = census_or_404(request, pk, by_author=True)
    if census.state not in {CensusState.TO_MAP, CensusState.TO_REVIEW}:
        return redirect("people:census", pk)
    asked = columns_of(census)
    form = ColumnsForm(request.POST or None, asked=asked, facts=census.facts, with_all="all" in request.GET)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        kept = done(
            form,
            lambda: agree_headings(
                census_id=pk, headings=form.headings, dates=said.get("dates") or "", facts=form.facts,
                actor=actor_of(request), at=timezone.now(),
            ),
        )  # fmt: skip
        if kept:
            messages.success(
                request, _("It is kept for the next list of this prison too. The file is being read anew.")
            )
            return redirect("people:census", pk)
    status = 400 if form.is_bound and form.errors else 200
    rows = form.rows()
    context = {
        "form": form, "census": census, "to_say": [row for row in rows if row[0].to_say],
        "others": [row for row in rows if not row[0].to_say],
    }  # fmt: skip
    return render(request, "people/intake/columns.html", context, status=status)


@needs(MAY)
@require_POST
def decide(request: HttpRequest, pk: UUID, change: UUID) -> HttpResponse:
    """Say of a doubtful match whether it is the same person."""
    census_or_404(request, pk, by_author=True)
    decision = {"same": "same", "different": "different", "open": ""}.get(request.POST.get("decision", ""), "nonsense")
    act = tried(
        request,
        lambda: decide_match(
            census_id=pk, change_id=change, decision=decision, actor=actor_of(request), at=timezone.now()
        ),
    )
    if act:
        messages.success(request, _("It is remembered. It holds from the taking in on."))
    return redirect("people:census-changes", pk, "probably_same")


@needs(MAY)
@require_POST
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take it in."""
    census_or_404(request, pk, by_author=True)
    tried(request, lambda: ask_to_take_in(census_id=pk, actor=actor_of(request), at=timezone.now()))
    return redirect("people:census", pk)


@needs(MAY)
@require_POST
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read and compare once more."""
    census_or_404(request, pk, by_author=True)
    tried(request, lambda: read_again(census_id=pk, actor=actor_of(request), at=timezone.now()))
    return redirect("people:census", pk)


@needs(MAY)
@require_POST
def aside(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Do not take it in after all."""
    census_or_404(request, pk, by_author=True)
    if tried(request, lambda: lay_aside(census_id=pk, actor=actor_of(request), at=timezone.now())):
        messages.success(request, _("It is laid aside. The file is kept; nobody was taken in."))
    return redirect("people:censuses")


@needs(MAY)
@require_http_methods(["GET", "POST"])
def undone(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Undo it: first what that means, then the act."""
    census = census_or_404(request, pk)
    if request.method == "POST":
        tried(request, lambda: ask_to_undo(census_id=pk, actor=actor_of(request), at=timezone.now()))
        return redirect("people:census", pk)
    if census.state not in {CensusState.TAKEN_IN, CensusState.UNDOING}:
        return redirect("people:census", pk)
    return render(request, "people/intake/undo.html", {"census": census})


@needs(MAY)
@require_http_methods(["GET", "POST"])
@never_cache
def mended(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """The prison's own file with what to mend: at once where it is short, else made by a worker."""
    census = census_or_404(request, pk, by_author=True)
    file = census.files.select_related("stored").filter(number=number).first() if number < 1000 else None
    if file is None or not census.sum or census.rows_cleared_at:
        raise Http404(str(number))
    actor, now, language = actor_of(request), timezone.now(), get_language() or "en"
    is_short = sum(n for name, n in census.sum.items() if name != "people") <= AT_ONCE
    if is_short:
        name, content = mended_file(file, actor=actor, at=now, language=language)
        return download(content, name, XLSX)
    if request.method == "POST":
        job = ask_for_mended(file_id=file.pk, actor=actor, at=now, language=language)
        return redirect("kit_job", job.pk)
    return render(request, "people/intake/mended.html", {"census": census, "file": file})

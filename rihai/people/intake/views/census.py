"""The list of censuses, giving one in, the page of one: how far it is, every row accounted for, what will change."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.jobs import JobState
from rihai.people.intake.forms import UploadForm
from rihai.people.intake.models import Census, CensusState, ChangeKind
from rihai.people.intake.operations import upload
from rihai.people.intake.queries.censuses import MAY, censuses_for, job_of, open_rows
from rihai.people.intake.queries.problems import problem_kinds
from rihai.people.intake.queries.sums import seen_tally
from rihai.people.intake.saved import without_status
from rihai.people.intake.views.asked import census_or_404, links, page_in, paged
from rihai.people.views.asked import actor_of, done, places_of

PAGE = 30
STOP_ASKING = 286
"""The status at which htmx ends its polling."""
STEPS = (CensusState.READING, CensusState.TO_MAP, CensusState.TO_REVIEW, CensusState.TAKEN_IN)


@needs(MAY)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The censuses of the places where the actor works, the newest first."""
    page = page_in(request)
    rows, more = paged(censuses_for(actor_of(request)), page, PAGE)
    return render(request, "people/intake/index.html", {"rows": rows, **links(request, page, more)})


@needs(MAY)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Give in a prison's files."""
    today = timezone.localdate()
    start = {"place": request.GET.get("place"), "true_on": today}
    form = UploadForm(
        request.POST or None, request.FILES or None, places=places_of(request), today=today, initial=start
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        census = done(
            form,
            lambda: upload(
                place=said["place"], true_on=said["true_on"], files=said["lists"], actor=actor_of(request),
                at=timezone.now(),
            ),
        )  # fmt: skip
        if census:
            return redirect("people:census", census.pk)
    status = 200 if not (form.is_bound and form.errors) else 409 if form.non_field_errors() else 400
    return render(request, "people/intake/new.html", {"form": form}, status=status)


@needs(MAY)
@require_GET
@never_cache
def census(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One census; to htmx, while work goes on, its state alone."""
    found = census_or_404(request, pk)
    job = job_of(found)
    working = found.state in {CensusState.READING, CensusState.TAKING_IN, CensusState.UNDOING}
    shown: dict[str, Any] = {
        "census": found, "job": job, "is_mine": found.author_id == actor_of(request).pk, "is_working": working,
        "job_problem": _(job.problem) if job and job.problem else "",
        "has_failed": working and job is not None and job.state == JobState.FAILED,
        "files": found.files.select_related("stored"),
    }  # fmt: skip
    if request.headers.get("HX-Request"):
        is_over = not working or shown["has_failed"]
        answer = render(request, "people/intake/work.html", shown, status=STOP_ASKING if is_over else 200)
        if not working:
            answer.headers["HX-Refresh"] = "true"
        return answer
    if not working:
        shown |= _outcome(request, found)
        listed(request, "people.census", int(found.sum.get("people", 0)), {"census": found.pk})
    return render(request, "people/intake/census.html", {**shown, "steps": _steps(found)})


def _outcome(request: HttpRequest, found: Census) -> dict[str, Any]:
    """The sum, what changes, and the problems by kind, as far as the actor sees."""
    actor = actor_of(request)
    with_rows = open_rows(found, actor)
    tally = seen_tally(found, actor) if found.state in {CensusState.TO_REVIEW, CensusState.TAKEN_IN} else {}
    changes = [(kind, tally[kind.value], kind.label) for kind in ChangeKind if tally.get(kind.value)]
    kinds = problem_kinds(found, with_examples=with_rows)
    return {
        "rows": sum(n for name, n in found.sum.items() if name != "people"), "with_rows": with_rows, "tally": tally,
        "silent": _silent(found) if found.state == CensusState.TO_MAP else [], "changes": changes,
        "to_mend": [one for one in kinds if one.level == "reject"],
        "warnings": [one for one in kinds if one.level != "reject"],
    }  # fmt: skip


def _silent(found: Census) -> list[str]:
    """The sheets that do not say why people are held, by the names of their files."""
    names = {one.pk: str(one.stored.name) for one in found.files.select_related("stored")}
    return [" › ".join(part for part in (names[file], sheet) if part) for file, sheet in without_status(found)]


def _steps(found: Census) -> list[tuple[str, str]]:
    """The steps of a census, each past, now, or to come; none of one that was given up."""
    shown = {CensusState.TAKING_IN: CensusState.TO_REVIEW, CensusState.UNDOING: CensusState.TAKEN_IN}
    state = shown.get(CensusState(found.state), CensusState(found.state))
    if state not in STEPS:
        return []
    at = STEPS.index(state)
    is_over = state == CensusState.TAKEN_IN
    return [
        (step.value, "past" if place < at or is_over else "now" if place == at else "")
        for place, step in enumerate(STEPS)
    ]

"""Plans as they are read: all of them, one, what changed, on paper; and who needs help at a prison."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_GET

from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.places.models import Place
from rihai.preparedness.editions import EditionState
from rihai.preparedness.pages import as_file, found, page_of
from rihai.preparedness.plans import printing
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.helped import names_of, needs_at
from rihai.preparedness.plans.missing import missing
from rihai.preparedness.plans.models import ContingencyPlan, EntrySort, PlanVersion
from rihai.preparedness.plans.paper import others_say
from rihai.preparedness.plans.queries import editions_for, plans_for, with_versions
from rihai.preparedness.plans.rows import ROLE, STEP
from rihai.preparedness.plans.said import compared
from rihai.preparedness.posts.queries import held_at
from rihai.preparedness.reach import APPROVE, KEEP, READ, places_for

PAGE = 50
LANGUAGES = ("en", "ur")
PDF = "application/pdf"


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every plan, by prison and hazard, with the state of its version."""
    actor = actor_of(request)
    places = list(places_for(actor, READ))
    asked, hazard = request.GET.get("place", ""), request.GET.get("hazard", "")
    rows = with_versions(plans_for(actor))
    chosen = next((one for one in places if str(one.pk) == asked), None)
    if chosen:
        rows = rows.filter(place=chosen)
    if hazard in Hazard.values:
        rows = rows.filter(hazard=hazard)
    shown, pages = page_of(request, rows, PAGE)
    filters = {"place": chosen.pk if chosen else "", "hazard": hazard if hazard in Hazard.values else ""}
    listed(request, "preparedness.plans", len(shown), filters)
    context = {
        "rows": shown, "places": places, "chosen": chosen, "hazards": Hazard.choices, "hazard": hazard,
        "today": timezone.localdate(), "may_keep": actor.may(KEEP), "may_export": actor.may("exports.make"),
        "page_class": "ordinary", **pages,
    }  # fmt: skip
    return render(request, "preparedness/plans/index.html", context)


@needs(READ)
@require_GET
def plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One plan: the version in force, or the one that is asked for by its number."""
    actor, today = actor_of(request), timezone.localdate()
    one: ContingencyPlan = found(plans_for(actor).filter(pk=pk).first(), pk)
    versions = list(one.versions.all())
    edition = _shown(versions, request.GET.get("version", ""))
    edition.plan = one
    entries = list(edition.entries.all())
    keeps, approves = (plans_for(actor, may).filter(pk=pk).exists() for may in (KEEP, APPROVE))
    held = held_at([one.place_id], today, actor=actor)
    context = {
        "one": one, "edition": edition, "versions": versions, "today": today, "steps": list(edition.steps.all()),
        "roles": [
            (role, held.get((one.place_id, role.post)), held.get((one.place_id, role.deputy)))
            for role in edition.roles.all()
        ],
        "sorts": [(sort, [row for row in entries if row.sort == sort]) for sort in EntrySort],
        "may_write": keeps and edition.is_open, "may_keep": keeps, "may_decide": approves, "role": ROLE, "step": STEP,
        "wrote": str(actor.pk) in edition.writers, "lacks": missing(edition) if keeps and edition.is_open else [],
        "ahead": next((row for row in versions if row.state in (EditionState.DRAFT, EditionState.ASKED)), None),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "preparedness/plans/plan.html", context)


def _shown(versions: list[PlanVersion], asked: str) -> PlanVersion:
    """The version of that number, else the one in force, else the newest."""
    by_number = {str(one.number): one for one in versions}
    in_force = next((one for one in versions if one.state == EditionState.IN_FORCE), versions[0])
    return by_number.get(asked, in_force)


@needs(READ)
@require_GET
def changes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What a version changed against the one before it, in both languages."""
    edition = found(editions_for(actor_of(request)).filter(pk=pk).first(), pk)
    before = edition.plan.versions.filter(number__lt=edition.number).first()
    found_in = []
    for language in LANGUAGES if before else ():
        with override(language):
            found_in.append((language, compared(before, edition) if before else []))
    context = {
        "edition": edition, "one": edition.plan, "before": before, "languages": found_in, "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "preparedness/plans/changes.html", context)


@needs(READ)
@require_GET
def paper(request: HttpRequest, pk: UUID, language: str) -> HttpResponse:
    """The plan as a PDF to be printed and hung up."""
    edition = found(editions_for(actor_of(request)).filter(pk=pk).first(), pk)
    if language not in LANGUAGES:
        raise Http404(language)
    content = printing.print_plan(edition=edition, language=language, actor=actor_of(request), at=timezone.now())
    return as_file(content, PDF, f"plan-{edition.plan.hazard}-{edition.number}-{language}.pdf")


def _prison(request: HttpRequest, place_id: int) -> Place:
    return found(places_for(actor_of(request), READ).filter(pk=place_id).first(), place_id)


@needs(READ)
@require_GET
def helped(request: HttpRequest, place_id: int) -> HttpResponse:
    """Who needs help in an emergency at a prison, as the record knows it today."""
    place, actor = _prison(request, place_id), actor_of(request)
    rows = needs_at(place_id, actor=actor)
    for person_id in names_of(rows):
        opened(request, person_id)
    context = {
        "place": place, "rows": [(one, others_say(one)) for one in rows], "has_names": bool(names_of(rows)),
        "today": timezone.localdate(), "page_class": "health" if names_of(rows) else "ordinary",
    }  # fmt: skip
    return render(request, "preparedness/plans/helped.html", context)


@needs(READ)
@require_GET
def helped_paper(request: HttpRequest, place_id: int, language: str) -> HttpResponse:
    """The same as a PDF of its own, printed apart from the plan."""
    place = _prison(request, place_id)
    if language not in LANGUAGES:
        raise Http404(language)
    rows = needs_at(place_id, actor=actor_of(request), on_paper=True)
    for person_id in names_of(rows):
        opened(request, person_id)
    content = printing.print_helped(
        place=place, needs=rows, language=language, actor=actor_of(request), at=timezone.now()
    )
    return as_file(content, PDF, f"who-needs-help-{place_id}-{language}.pdf")

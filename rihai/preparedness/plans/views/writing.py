"""Plans as they are begun, written, asked for and decided."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from rihai.days import anniversary
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.pages import act_page, found, told, who
from rihai.preparedness.plans import operations, rows
from rihai.preparedness.plans.forms import ApproveForm, BackForm, BeginForm, TextsForm, row_form
from rihai.preparedness.plans.models import ContingencyPlan, EntrySort, PlanVersion
from rihai.preparedness.plans.queries import editions_for
from rihai.preparedness.reach import APPROVE, KEEP, places_for

TITLES = {
    rows.ROLE: gettext_lazy("What a post does"),
    rows.STEP: gettext_lazy("A step"),
    EntrySort.AGENCY: gettext_lazy("An agency to call"),
    EntrySort.ASSEMBLY: gettext_lazy("A place where people assemble"),
    EntrySort.RESOURCE: gettext_lazy("A resource"),
}


def _edition(request: HttpRequest, pk: UUID, capability: str = KEEP) -> PlanVersion:
    return found(editions_for(actor_of(request), capability).filter(pk=pk).first(), pk)


def _address(one: PlanVersion) -> str:
    return f"{reverse('preparedness:plan', args=[one.plan_id])}?version={one.number}"


def _crumbs(one: PlanVersion) -> list[tuple[str, str]]:
    plan: ContingencyPlan = one.plan
    return [
        (reverse("preparedness:plans"), _("Contingency plans")),
        (_address(one), f"{str(plan.get_hazard_display()).capitalize()}, {plan.place.shown}"),
    ]


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a plan from the template of its hazard."""
    asked = {name: request.GET[name] for name in ("place", "hazard") if name in request.GET}
    form = BeginForm(request.POST or None, places=places_for(actor_of(request), KEEP), initial=asked)

    def act() -> PlanVersion:
        said = form.cleaned_data
        return operations.begin_plan(
            place_id=said["place"].pk, hazard=said["hazard"], review_months=said["review_months"], **who(request)
        )

    return act_page(
        request, form, act=act, to=_address, title=_("Begin a contingency plan"), word=_("Begin it"),
        crumbs=[(reverse("preparedness:plans"), _("Contingency plans"))],
        says=_("The plan stands as its template has it. Write what is your own: numbers, minutes, places."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def begin_version(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin a new version of a plan."""
    made = told(
        request, lambda: operations.begin_version(plan_id=pk, **who(request)),
        _("A new version stands as the one in force does. Change what must change."),
    )  # fmt: skip
    return redirect(_address(made)) if made else redirect("preparedness:plan", pk)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def texts(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write the sentences of a version."""
    one = _edition(request, pk)
    form = TextsForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("What the plan says"), word=_("Keep it"), crumbs=_crumbs(one), to=_address,
        act=lambda: operations.write_texts(
            edition_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)
        ),
        says=_("The plan is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def row(request: HttpRequest, pk: UUID, sort: str, row_id: UUID | None = None) -> HttpResponse:
    """Add a row to a version, or change one."""
    one = _edition(request, pk)
    if sort not in rows.SORTS:
        raise Http404(sort)
    record = found(rows.rows_of(one, sort).filter(pk=row_id).first(), row_id) if row_id else None
    form = row_form(sort, request.POST or None, record=record)
    if record is not None:
        form.watch(one.version)
    return act_page(
        request, form, title=TITLES[sort], word=_("Keep it"), crumbs=_crumbs(one), to=_address,
        act=lambda: rows.keep_row(
            edition_id=pk, sort=sort, row_id=row_id, version=form.record_version, said=form.cleaned_data, **who(request)
        ),
        says=_("The plan is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def drop(request: HttpRequest, pk: UUID, sort: str, row_id: UUID) -> HttpResponse:
    """Take a row out."""
    one = _edition(request, pk)
    told(request, lambda: rows.drop_row(edition_id=pk, sort=sort, row_id=row_id, **who(request)), _("It is taken out."))
    return redirect(_address(one))


@needs(KEEP)
@require_POST
def move(request: HttpRequest, pk: UUID, sort: str, row_id: UUID) -> HttpResponse:
    """Let a row stand before the one above it."""
    one = _edition(request, pk)
    told(request, lambda: rows.move_row(edition_id=pk, sort=sort, row_id=row_id, **who(request)), _("Moved up."))
    return redirect(_address(one))


@needs(KEEP)
@require_POST
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for the approval of a version."""
    one = _edition(request, pk)
    told(
        request, lambda: operations.ask_approval(edition_id=pk, version=one.version, **who(request)),
        _("It waits for somebody who wrote nothing in it."),
    )  # fmt: skip
    return redirect(_address(one))


@needs(APPROVE)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Approve a version: until when it stands."""
    one = _edition(request, pk, APPROVE)
    until = anniversary(timezone.localdate(), one.plan.review_months)
    form = ApproveForm(request.POST or None, record=one, until=until)
    return act_page(
        request, form, title=_("Approve the plan"), word=_("Approve it"), crumbs=_crumbs(one), to=_address,
        act=lambda: operations.approve(
            edition_id=pk, version=form.record_version, review_on=form.cleaned_data["review_on"], **who(request)
        ),
        says=_("The plan is in force, and frozen. Print it."),
        standfirst=_("From then on nobody can change it. Whoever wrote in it cannot approve it."),
    )  # fmt: skip


@needs(APPROVE)
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send a version back to its writer."""
    one = _edition(request, pk, APPROVE)
    form = BackForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Send the plan back"), word=_("Send it back"), crumbs=_crumbs(one), to=_address,
        act=lambda: operations.send_back(
            edition_id=pk, version=form.record_version, why=form.cleaned_data["why"], **who(request)
        ),
        says=_("It is a draft again, and says why."),
    )  # fmt: skip

"""Procedures as they are written down, changed, asked for and decided."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rihai.days import anniversary
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.pages import act_page, found, told, who
from rihai.preparedness.plans.forms import ApproveForm, BackForm
from rihai.preparedness.procedures import operations
from rihai.preparedness.procedures.forms import ProcedureForm, TextForm, WhyForm
from rihai.preparedness.procedures.models import Procedure, ProcedureVersion
from rihai.preparedness.procedures.queries import procedures_for, texts_for
from rihai.preparedness.reach import APPROVE, AREAS, KEEP, is_everywhere, places_for


def _text(request: HttpRequest, pk: UUID, capability: str = KEEP) -> ProcedureVersion:
    return found(texts_for(actor_of(request), capability).filter(pk=pk).first(), pk)


def _procedure(request: HttpRequest, pk: UUID, capability: str = KEEP) -> Procedure:
    return found(procedures_for(actor_of(request), capability).filter(pk=pk).first(), pk)


def _address(one: ProcedureVersion) -> str:
    return f"{reverse('preparedness:procedure', args=[one.procedure_id])}?version={one.number}"


def _crumbs(one: Procedure | None = None, address: str = "") -> list[tuple[str, str]]:
    rows = [(reverse("preparedness:procedures"), _("Procedures and policies"))]
    return [*rows, (address or reverse("preparedness:procedure", args=[one.pk]), one.shown)] if one else rows


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a procedure down; its text comes next."""
    actor = actor_of(request)
    form = ProcedureForm(
        request.POST or None, places=places_for(actor, KEEP, *AREAS), whole=is_everywhere(actor, KEEP)
    )  # fmt: skip
    return act_page(
        request, form, title=_("A new procedure or policy"), word=_("Write it down"), crumbs=_crumbs(),
        act=lambda: operations.keep_procedure(said=form.cleaned_data, **who(request)),
        to=lambda made: reverse("preparedness:procedure", args=[made.pk]),
        says=_("It is written down. Its text is next."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what a procedure asks."""
    one = _procedure(request, pk)
    form = ProcedureForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change what it asks"), word=_("Keep it"), crumbs=_crumbs(one),
        act=lambda: operations.keep_procedure(
            procedure_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)
        ),
        to=lambda made: reverse("preparedness:procedure", args=[made.pk]), says=_("It is kept."),
    )  # fmt: skip


@needs(APPROVE)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Withdraw a procedure."""
    one = _procedure(request, pk, APPROVE)
    form = WhyForm(request.POST or None)
    return act_page(
        request, form, title=_("Withdraw it"), word=_("Withdraw it"), crumbs=_crumbs(one),
        act=lambda: operations.end_procedure(procedure_id=pk, why=form.cleaned_data["why"], **who(request)),
        to=lambda made: reverse("preparedness:procedure", args=[made.pk]), says=_("It holds no more."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def begin(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin a new version."""
    made = told(
        request, lambda: operations.begin_text(procedure_id=pk, **who(request)),
        _("A new version stands as the one in force does. Change what must change."),
    )  # fmt: skip
    return redirect(_address(made)) if made else redirect("preparedness:procedure", pk)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write the text of a version."""
    one = _text(request, pk)
    form = TextForm(request.POST or None, request.FILES or None, record=one)
    return act_page(
        request, form, title=_("The text"), word=_("Keep it"), crumbs=_crumbs(one.procedure, _address(one)),
        act=lambda: operations.write_text(
            edition_id=pk, version=form.record_version, said=form.said(), **who(request)
        ),
        to=_address, says=_("The text is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for the approval of a version."""
    one = _text(request, pk)
    told(
        request, lambda: operations.ask_approval(edition_id=pk, version=one.version, **who(request)),
        _("It waits for somebody who wrote nothing in it."),
    )  # fmt: skip
    return redirect(_address(one))


@needs(APPROVE)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Approve a version: until when it stands."""
    one = _text(request, pk, APPROVE)
    until = anniversary(timezone.localdate(), one.procedure.review_months)
    form = ApproveForm(request.POST or None, record=one, until=until)
    return act_page(
        request, form, title=_("Approve it"), word=_("Approve it"), crumbs=_crumbs(one.procedure, _address(one)),
        act=lambda: operations.approve(
            edition_id=pk, version=form.record_version, review_on=form.cleaned_data["review_on"], **who(request)
        ),
        to=_address, says=_("It is in force, in both languages; each post is asked to acknowledge it."),
        standfirst=_("From then on nobody can change it. Whoever wrote in it cannot approve it."),
    )  # fmt: skip


@needs(APPROVE)
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send a version back to its writer."""
    one = _text(request, pk, APPROVE)
    form = BackForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Send it back"), word=_("Send it back"), crumbs=_crumbs(one.procedure, _address(one)),
        act=lambda: operations.send_back(
            edition_id=pk, version=form.record_version, why=form.cleaned_data["why"], **who(request)
        ),
        to=_address, says=_("It is a draft again, and says why."),
    )  # fmt: skip

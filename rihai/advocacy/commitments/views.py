"""The pages of commitments and recommendations: all of them, one with its steps, a sheet taken in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.advocacy.campaigns.queries import campaigns_for
from rihai.advocacy.commitments import operations
from rihai.advocacy.commitments.forms import CommitmentForm, FollowForm, SheetForm
from rihai.advocacy.commitments.models import Commitment, CommitmentKind
from rihai.advocacy.commitments.queries import TABS, commitments_for, late, narrowed
from rihai.advocacy.commitments.sheet import read_sheet
from rihai.advocacy.issues.queries import issues_for
from rihai.advocacy.pages import act_page, one_of
from rihai.advocacy.reports.models import Body
from rihai.advocacy.reports.queries import reports_for
from rihai.advocacy.scope import KEEP, READ
from rihai.errors import RihaiError
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of

MOST = 200


def _crumbs(one: Commitment | None = None) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [(reverse("advocacy:commitments"), _("Commitments and recommendations"))]
    return [*rows, (reverse("advocacy:commitment", args=[one.pk]), one.who)] if one else rows


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What is overdue, open, kept or broken."""
    actor, today = actor_of(request), timezone.localdate()
    asked = {name: request.GET.get(name, "")[:12] for name in ("tab", "kind", "body")}
    asked["tab"] = asked["tab"] if asked["tab"] in TABS else "open"
    rows = list(narrowed(commitments_for(actor), asked, today)[:MOST])
    listed(request, "advocacy.commitments", len(rows), asked)
    context = {
        "rows": rows, "today": today, "asked": asked, "may_keep": actor.may(KEEP), "page_class": "ordinary",
        "may_export": actor.may("exports.make"), "kinds": CommitmentKind.choices, "bodies": Body.choices,
        "late": late(commitments_for(actor), today).count(),
        "tabs": [("late", _("Overdue")), ("open", _("Open")), ("kept", _("Kept")), ("broken", _("Broken")),
                 ("all", _("All"))],
    }  # fmt: skip
    return render(request, "advocacy/commitments/index.html", context)


@needs(READ)
@require_GET
def commitment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One of them with every step it came to."""
    one, actor = one_of(commitments_for(actor_of(request)), pk), actor_of(request)
    context = {
        "one": one, "steps": list(one.steps.select_related("evidence")), "may_keep": actor.may(KEEP),
        "is_late": one.is_overdue(timezone.localdate()) and not one.is_over, "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "advocacy/commitments/commitment.html", context)


def _linked(request: HttpRequest) -> dict[str, Any]:
    """The campaign, issue or report that the address names, where the reader sees it."""
    found: dict[str, Any] = {}
    actor = actor_of(request)
    tables: dict[str, Any] = {
        "campaign": campaigns_for(actor),
        "issue": issues_for(actor),
        "report": reports_for(actor),
    }
    for name, rows in tables.items():
        if named := request.GET.get(name):
            try:
                found[name] = rows.filter(pk=UUID(named)).first()
            except ValueError as wrong:
                raise Http404(name) from wrong
    return found


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Write down what was promised or recommended."""
    if kind not in CommitmentKind.values:
        raise Http404(kind)
    links = _linked(request)
    report = links.get("report")
    begins = {"body": report.body, "session": report.session} if report else {}
    form = CommitmentForm(request.POST or None, kind=kind, initial={"made_on": timezone.localdate(), **begins})
    promised = kind == CommitmentKind.PROMISED
    return act_page(
        request, form, title=_("A new commitment") if promised else _("A new recommendation"),
        word=_("Write it down"), crumbs=_crumbs(), says=_("It is written down, and followed until it is kept."),
        act=lambda: operations.keep_commitment(
            kind=kind, said={**form.cleaned_data, **links}, actor=actor_of(request), at=timezone.now()
        ),
        to=lambda made: reverse("advocacy:commitment", args=[made.pk]),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend one."""
    one = one_of(commitments_for(actor_of(request), KEEP), pk)
    form = CommitmentForm(request.POST or None, kind=one.kind, record=one)
    return act_page(
        request, form, title=_("Change it"), word=_("Keep it"), crumbs=_crumbs(one), says=_("It is kept."),
        act=lambda: operations.keep_commitment(
            commitment_id=pk, version=form.record_version, said={**_stands(one), **form.cleaned_data},
            actor=actor_of(request), at=timezone.now(),
        ),
        to=lambda made: reverse("advocacy:commitment", args=[made.pk]),
    )  # fmt: skip


def _stands(one: Commitment) -> dict[str, Any]:
    """What the form does not ask stays as it is."""
    return {name: getattr(one, name) for name in operations.FIELDS}


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def follow(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say where it stands."""
    one = one_of(commitments_for(actor_of(request), KEEP), pk)
    form = FollowForm(request.POST or None, request.FILES or None, record=one)
    return act_page(
        request, form, title=_("Was it kept?"), word=_("Write it down"), crumbs=_crumbs(one), before=one.says,
        before_title=one.who, says=_("It is written down."),
        act=lambda: operations.follow(
            commitment_id=pk, version=form.record_version, said=form.said(), actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda _made: reverse("advocacy:commitment", args=[pk]),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest) -> HttpResponse:
    """Take a sheet of recommendations in; every row of it is taken, known already, or refused with a reason."""
    form, status, result = SheetForm(request.POST or None, request.FILES or None), 200, None
    if request.method == "POST":
        status = 422
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                read = read_sheet(file.read())
                new_rows, known = operations.take_in(
                    rows=read.rows, name=file.name, actor=actor_of(request), at=timezone.now()
                )
                status, result = 200, {"new": new_rows, "known": known, "refused": read.refused}
            except RihaiError as refusal:
                form.add_error("file", str(refusal))
    context = {"form": form, "result": result, "crumbs": _crumbs(), "page_class": "ordinary"}
    return render(request, "advocacy/commitments/sheet.html", context, status=status)

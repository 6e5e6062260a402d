"""What is to be mended after drills and emergencies, until it is done and seen to be."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.drills import items
from rihai.preparedness.drills.forms import DoneForm, DropForm, ItemForm, VerifyForm
from rihai.preparedness.drills.handler import name_of
from rihai.preparedness.drills.models import AfterAction, ItemState
from rihai.preparedness.drills.queries import OPEN, drills_for, items_for
from rihai.preparedness.pages import act_page, found, page_of, who
from rihai.preparedness.reach import ACT, APPROVE, KEEP, READ, places_for

PAGE = 60


def _item(request: HttpRequest, pk: UUID) -> AfterAction:
    return found(items_for(actor_of(request), KEEP, ACT, APPROVE).filter(pk=pk).first(), pk)


def _back(one: AfterAction) -> str:
    if one.drill_id is not None:
        return reverse("preparedness:drill", args=[one.drill_id])
    return reverse("preparedness:items")


def _crumbs() -> list[tuple[str, str]]:
    return [(reverse("preparedness:items"), _("To be mended"))]


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What is open, those overdue first; what is closed on a tab of its own."""
    actor, closed = actor_of(request), request.GET.get("tab") == "closed"
    rows = items_for(actor)
    rows = rows.exclude(state__in=OPEN).order_by("-due_on", "-pk") if closed else rows.filter(state__in=OPEN)
    shown, pages = page_of(request, rows, PAGE)
    listed(request, "preparedness.items", len(shown), {"tab": "closed" if closed else "open"})
    approves = set(places_for(actor, APPROVE).values_list("pk", flat=True))
    decides = approves | set(places_for(actor, KEEP).values_list("pk", flat=True))
    acts = decides | set(places_for(actor, ACT).values_list("pk", flat=True))
    context = {
        "rows": [
            {
                "one": one,
                "may_do": one.state == ItemState.OPEN and (one.place_id in acts or one.owner_id == actor.pk),
                "may_verify": one.state == ItemState.DONE and one.place_id in decides and one.done_by_id != actor.pk,
                "may_drop": one.state in OPEN and one.place_id in approves,
            }
            for one in shown
        ],
        "closed": closed, "today": timezone.localdate(), "may_export": actor.may("exports.make"),
        "page_class": "ordinary", **pages,
    }  # fmt: skip
    return render(request, "preparedness/drills/items.html", context)


@needs(READ)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Something is to be mended that a drill showed."""
    drill = found(drills_for(actor_of(request), KEEP, ACT).filter(pk=pk).first(), pk)
    form = ItemForm(request.POST or None)
    return act_page(
        request, form, title=_("To be mended"), word=_("Write it down"),
        crumbs=[(reverse("preparedness:drills"), _("Drills")),
                (reverse("preparedness:drill", args=[pk]), name_of(drill))],
        act=lambda: items.ask_item(
            place_id=drill.place_id, hazard=drill.hazard, drill=drill, **form.cleaned_data, **who(request)
        ),
        to=_back, says=_("It stands in My work until it is done and somebody else has seen it."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def done(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that something is mended."""
    one = _item(request, pk)
    form = DoneForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("It is mended"), word=_("Write it down"), crumbs=_crumbs(), to=_back,
        act=lambda: items.item_done(
            item_id=pk, version=form.record_version, says=form.cleaned_data["says"], **who(request)
        ),
        says=_("Somebody else looks at it now."), before=one.says, before_title=one.whose, back=_back(one),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what you saw of something that is said to be mended."""
    one = _item(request, pk)
    form = VerifyForm(request.POST or None, record=one)
    before = f"{one.says}\n{one.done_says}"
    return act_page(
        request, form, title=_("Is it mended?"), word=_("Write it down"), crumbs=_crumbs(), to=_back,
        act=lambda: items.verify_item(
            item_id=pk, version=form.record_version, is_mended=form.cleaned_data["outcome"] == "yes",
            says=form.cleaned_data["says"], due_on=form.cleaned_data["until"], **who(request),
        ),
        says=_("It is written down."), before=before, before_title=one.done_by_name, back=_back(one),
    )  # fmt: skip


@needs(APPROVE)
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask something no more."""
    one = _item(request, pk)
    form = DropForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Ask it no more"), word=_("Drop it"), crumbs=_crumbs(), to=_back,
        act=lambda: items.drop_item(
            item_id=pk, version=form.record_version, why=form.cleaned_data["why"], **who(request)
        ),
        says=_("It is asked no more."), before=one.says, before_title=one.whose, back=_back(one),
    )  # fmt: skip

"""The pages of campaigns: all of them, one with all that belongs to it, and what is added."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.advocacy.campaigns import operations
from rihai.advocacy.campaigns.forms import CampaignForm, EventForm, MaterialForm, MediaForm, said
from rihai.advocacy.campaigns.models import Campaign
from rihai.advocacy.campaigns.queries import campaigns_for, events_for, with_sums
from rihai.advocacy.pages import act_page, one_of
from rihai.advocacy.scope import KEEP, READ
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of

MOST = 200


def _crumbs(one: Campaign | None = None) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [(reverse("advocacy:campaigns"), _("Campaigns"))]
    return [*rows, (reverse("advocacy:campaign", args=[one.pk]), one.title)] if one else rows


def _page(pk: UUID) -> str:
    return reverse("advocacy:campaign", args=[pk])


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every campaign, with whom it reached: counted and estimated apart."""
    actor = actor_of(request)
    rows = list(with_sums(campaigns_for(actor))[:MOST])
    listed(request, "advocacy.campaigns", len(rows), {})
    context = {"rows": rows, "may_keep": actor.may(KEEP), "page_class": "ordinary"}
    return render(request, "advocacy/campaigns/index.html", context)


@needs(READ)
@require_GET
def campaign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One campaign: events, materials, media, commitments."""
    actor = actor_of(request)
    one = one_of(with_sums(campaigns_for(actor)), pk)
    context = {
        "one": one, "events": list(one.events.select_related("place")[:MOST]), "may_keep": actor.may(KEEP),
        "materials": list(one.materials.select_related("file")[:MOST]), "page_class": "ordinary",
        "media": list(one.media.select_related("clipping")[:MOST]), "commitments": list(one.commitments.all()[:MOST]),
        "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "advocacy/campaigns/campaign.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a campaign down."""
    form = CampaignForm(request.POST or None, initial={"started_on": timezone.localdate()})
    return act_page(
        request, form, title=_("A new campaign"), word=_("Write it down"), crumbs=_crumbs(),
        act=lambda: operations.keep_campaign(said=form.cleaned_data, actor=actor_of(request), at=timezone.now()),
        to=lambda made: _page(made.pk), says=_("The campaign is written down. Its events come next."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend a campaign, or say what came of it."""
    one = one_of(campaigns_for(actor_of(request), KEEP), pk)
    form = CampaignForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change the campaign"), word=_("Keep it"), crumbs=_crumbs(one),
        act=lambda: operations.keep_campaign(
            campaign_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda made: _page(made.pk), says=_("It is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new_event(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write an event down."""
    one = one_of(campaigns_for(actor_of(request), KEEP), pk)
    form = EventForm(request.POST or None, initial={"on": timezone.localdate()})
    return act_page(
        request, form, title=_("An event"), word=_("Write it down"), crumbs=_crumbs(one),
        act=lambda: operations.keep_event(
            campaign_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        to=lambda _made: _page(pk), says=_("The event is written down."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit_event(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend an event."""
    one = one_of(events_for(actor_of(request), KEEP), pk)
    form = EventForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change the event"), word=_("Keep it"), crumbs=_crumbs(one.campaign),
        act=lambda: operations.keep_event(
            event_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda _made: _page(one.campaign_id), says=_("It is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new_material(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a material."""
    one = one_of(campaigns_for(actor_of(request), KEEP), pk)
    form = MaterialForm(request.POST or None, request.FILES or None)
    return act_page(
        request, form, title=_("Material"), word=_("Add it"), crumbs=_crumbs(one),
        act=lambda: operations.add_material(
            campaign_id=pk, said=said(form), actor=actor_of(request), at=timezone.now()
        ),
        to=lambda _made: _page(pk), says=_("The material is added."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new_media(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add what a medium brought."""
    one = one_of(campaigns_for(actor_of(request), KEEP), pk)
    form = MediaForm(request.POST or None, request.FILES or None, initial={"on": timezone.localdate()})
    return act_page(
        request, form, title=_("What a medium brought"), word=_("Add it"), crumbs=_crumbs(one),
        act=lambda: operations.add_media(campaign_id=pk, said=said(form), actor=actor_of(request), at=timezone.now()),
        to=lambda _made: _page(pk), says=_("It is added."),
    )  # fmt: skip

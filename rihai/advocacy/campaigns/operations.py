"""A campaign is written down; its events with their reach, its materials and what media brought are added."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.advocacy.campaigns.models import Campaign, CampaignEvent, Material, MediaItem, ReachMethod
from rihai.advocacy.campaigns.queries import campaign_for, events_for
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.papers import stored
from rihai.advocacy.scope import KEEP
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged

FIELDS = ("title", "aim", "audience", "place", "started_on", "ended_on", "outcome")
EVENT = ("kind", "title", "on", "place", "audience", "reach", "method", "how", "counted_by")


@transaction.atomic
def keep_campaign(
    *, said: Mapping[str, Any], campaign_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Campaign:
    """Write a campaign down, or mend one. `said`: FIELDS. Raises NotThere, NotSo, Changed."""
    if not actor.may(KEEP):
        raise NotThere("campaign")
    values = _said(said, FIELDS, empty=("place", "ended_on"))
    if values["ended_on"] and values["ended_on"] < values["started_on"]:
        raise NotSo(_("A campaign cannot end before it begins."))
    if campaign_id is None:
        one = Campaign.objects.create(made_by_name=actor.name[:120], made_at=at, **values)
    else:
        one = campaign_for(campaign_id, actor=actor)
        for name, value in values.items():
            setattr(one, name, value)
        save_if_unchanged(one, version=version, fields=list(values))
    append("advocacy.campaign.kept", actor=actor, at=at, subject=one.pk, kind="campaign")
    return one


@transaction.atomic
def keep_event(
    *, said: Mapping[str, Any], campaign_id: UUID | None = None, event_id: UUID | None = None, version: int = 0,
    actor: Actor, at: datetime,
) -> CampaignEvent:  # fmt: skip
    """Write an event of a campaign down, or mend one. `said`: EVENT.

    A reach asks for its method, for how it was come by and by whom. Raises NotThere, NotSo, Changed.
    """
    values = _said(said, EVENT, empty=("place", "reach"))
    _reach(values, local_day(at))
    if event_id is None:
        campaign = campaign_for(_there(campaign_id), actor=actor)
        values["place"] = values["place"] or campaign.place
        one = CampaignEvent.objects.create(campaign=campaign, made_by_name=actor.name[:120], made_at=at, **values)
    else:
        found = events_for(actor, KEEP).filter(pk=event_id).first()
        if found is None:
            raise NotThere(_("There is no such event."))
        one = found
        for name, value in values.items():
            setattr(one, name, value)
        save_if_unchanged(one, version=version, fields=list(values))
    detail = {"campaign": one.campaign_id, "method": one.method}
    append("advocacy.event.kept", actor=actor, at=at, subject=one.pk, kind="event", detail=detail)
    return one


def _there(pk: UUID | None) -> UUID:
    if pk is None:
        raise NotThere(_("There is no such campaign."))
    return pk


def _reach(values: dict[str, Any], today: date) -> None:
    if values["reach"] is None:
        values["method"] = values["how"] = values["counted_by"] = ""
        return
    if values["on"] > today:
        raise NotSo(_("This day is still to come; write it once it has been."))
    if values["method"] not in ReachMethod.values:
        raise NotSo(_("Say whether the number was counted or estimated."))
    if not values["how"] or not values["counted_by"]:
        raise NotSo(_("Say how the number was come by, and who counted or estimated it."))


@transaction.atomic
def add_material(*, campaign_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Material:
    """Add a material: title, kind, language, file as (name, bytes). Raises NotThere, NotSo, FileRefused."""
    campaign = campaign_for(campaign_id, actor=actor)
    file = stored(said.get("file"), actor=actor, at=at)
    if file is None:
        raise NotSo(_("Give the file."))
    made = Material.objects.create(
        campaign=campaign, title=said["title"], kind=said["kind"], language=said["language"], file=file,
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    detail = {"campaign": campaign.pk}
    append("advocacy.material.added", actor=actor, at=at, subject=made.pk, kind="material", detail=detail)
    return made


@transaction.atomic
def add_media(*, campaign_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> MediaItem:
    """Add what a medium brought: outlet, on, title, language, tone, link and perhaps file. Raises NotThere, NotSo,
    FileRefused."""
    campaign = campaign_for(campaign_id, actor=actor)
    clipping = stored(said.get("file"), actor=actor, at=at)
    if clipping is None and not said.get("link"):
        raise NotSo(_("Give a link or a clipping, so that others find it."))
    made = MediaItem.objects.create(
        campaign=campaign, outlet=said["outlet"], on=said["on"], title=said["title"], link=said.get("link") or "",
        clipping=clipping, language=said["language"], tone=said["tone"], by_name=actor.name[:120], at=at,
    )  # fmt: skip
    detail = {"campaign": campaign.pk, "tone": made.tone}
    append("advocacy.media.added", actor=actor, at=at, subject=made.pk, kind="media", detail=detail)
    return made


def _said(said: Mapping[str, Any], names: tuple[str, ...], *, empty: tuple[str, ...]) -> dict[str, Any]:
    """What was said; texts that were left out are empty, the `empty` ones are none."""
    return {name: said.get(name) if name in empty else said.get(name) or "" for name in names}

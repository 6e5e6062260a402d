"""A post of a prison is given to somebody, or is empty from a day on; the one before steps back on the same day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.posts.models import PostHolder, PostOf
from rihai.preparedness.reach import KEEP, places_for
from rihai.preparedness.twice import refused_twice


@transaction.atomic
def give_post(*, place_id: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> PostHolder:
    """Who holds a post of a prison. `said`: post, name, phone, account, started_on. Raises NotThere, NotSo."""
    post, name, since = said.get("post"), str(said.get("name") or "").strip(), said.get("started_on")
    if post not in PostOf.values or not name or since is None:
        raise NotSo(_("Say which post, who holds it and since when."))
    if since > local_day(at):
        raise NotSo(_("Write it down on the day, not before."))
    _end(place_id, post, since, actor)
    with refused_twice(_("Somebody else wrote down a holder of this post just now. Look who it is.")):
        made = PostHolder.objects.create(
            place_id=place_id, post=post, name=name, phone=str(said.get("phone") or "").strip(),
            account=said.get("account"), started_on=since, by_name=actor.name[:120], at=at,
        )  # fmt: skip
    append(
        "preparedness.post.given", actor=actor, at=at, subject=made.pk, kind="post",
        detail={"place": place_id, "post": post},
    )  # fmt: skip
    return made


@transaction.atomic
def leave_post(*, place_id: int, post: str, actor: Actor, at: datetime) -> int:
    """A post is empty from today on; says of which prison. Raises NotThere."""
    if not _end(place_id, post, local_day(at), actor):
        raise NotThere("post")
    append("preparedness.post.left", actor=actor, at=at, subject=place_id, kind="post", detail={"post": post})
    return place_id


def _end(place_id: int, post: str, on: Any, actor: Actor) -> bool:
    """Let whoever holds it step back. Raises NotThere for a prison where the actor keeps nothing, NotSo."""
    if not places_for(actor, KEEP).filter(pk=place_id).exists():
        raise NotThere("place")
    held = PostHolder.objects.select_for_update(of=("self",)).filter(place=place_id, post=post, ended_on=None).first()
    if held is None:
        return False
    if held.started_on > on:
        raise NotSo(_("Somebody holds this post since a later day."))
    held.ended_on = on
    held.save(update_fields=["ended_on"])
    return True

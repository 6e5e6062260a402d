"""What is done with a committee: written down, its posts made and ended, a holder following another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.coordination.bodies.kinds import kinds
from rihai.coordination.bodies.models import Body, Holder, Post, Quorum
from rihai.coordination.errors import NoSuchBody, NothingSaid
from rihai.coordination.papers.models import CopyLink
from rihai.coordination.reach import KEEP, body_for
from rihai.coordination.scope import places_for
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged

FIELDS = (
    "name", "name_ur", "order", "every", "week", "weekday", "starts_at", "venue", "notice_days", "quorum",
    "quorum_number", "sources", "contact", "ended_on",
)  # fmt: skip


@transaction.atomic
def begin_body(*, said: Mapping[str, Any], actor: Actor, at: datetime) -> Body:
    """A committee, with the posts that the law of its kind names. Raises NoSuchBody, NothingSaid.

    `said`: kind, place, started_on, and what FIELDS name. Who writes it down looks after it.
    """
    if not places_for(actor, KEEP).filter(pk=said["place"].pk).exists() or said["kind"] not in kinds():
        raise NoSuchBody(_("There is no such committee."))
    kind = kinds()[said["kind"]]
    body = Body(kind=kind.code, place=said["place"], started_on=said["started_on"], secretary_id=actor.pk)
    _write(body, said)
    body.save(force_insert=True)
    Post.objects.bulk_create(
        Post(body=body, title=one.titles["en"], title_ur=one.titles["ur"], is_chair=one.is_chair, order=at)
        for at, one in enumerate(kind.seats)
    )
    append("coordination.body.begun", actor=actor, at=at, subject=body.pk, kind="body", detail={"of": body.kind})
    return body


@transaction.atomic
def change_body(*, body_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Body:
    """Its rule, its quorum, its words; kind and place stay. Raises NoSuchBody, NothingSaid, Changed."""
    body = body_for(body_id, actor=actor)
    _write(body, said)
    save_if_unchanged(body, version=version, fields=FIELDS)
    append("coordination.body.changed", actor=actor, at=at, subject=body.pk, kind="body")
    return body


@transaction.atomic
def look_after(*, body_id: UUID, actor: Actor, at: datetime) -> Body:
    """Whoever does this is told from now on what falls due in it. Raises NoSuchBody."""
    body = body_for(body_id, actor=actor)
    body.secretary_id = actor.pk
    body.save(update_fields=["secretary"])
    append("coordination.body.looked_after", actor=actor, at=at, subject=body.pk, kind="body")
    return body


@transaction.atomic
def add_post(*, body_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Post:
    """A post: title, title_ur, is_chair, votes. Raises NoSuchBody, NothingSaid where there is a chair already."""
    body = body_for(body_id, actor=actor, lock=True)
    if said["is_chair"] and body.posts.filter(is_chair=True, ended_on=None).exists():
        raise NothingSaid(_("There is a chair already; end that post first."))
    post = Post.objects.create(
        body=body, title=said["title"], title_ur=said.get("title_ur", ""), is_chair=said["is_chair"],
        votes=said["votes"], order=body.posts.count(),
    )  # fmt: skip
    append("coordination.post.added", actor=actor, at=at, subject=post.pk, kind="post", detail={"body": body.pk})
    return post


@transaction.atomic
def end_post(*, post_id: UUID, actor: Actor, at: datetime) -> Post:
    """The post sits in the body no more; who held it leaves it. Raises NoSuchBody."""
    post, today = post_for(post_id, actor=actor), local_day(at)
    post.holders.filter(ended_on=None).update(ended_on=today)
    _close_links(post, at=at)
    post.ended_on = today
    post.save(update_fields=["ended_on"])
    append("coordination.post.ended", actor=actor, at=at, subject=post.pk, kind="post", detail={"body": post.body_id})
    return post


@transaction.atomic
def give_post(*, post_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Holder:
    """Somebody holds a post from a day on; who held it before leaves it that day. Raises NoSuchBody, NothingSaid."""
    post, first = post_for(post_id, actor=actor), said["started_on"]
    before = post.holders.filter(ended_on=None).first()
    if before is not None:
        if first <= before.started_on:
            raise NothingSaid(_("Whoever holds it now came on or after that day. Write a later one."))
        before.ended_on = first
        before.save(update_fields=["ended_on"])
        _close_links(post, at=at)
    holder = Holder.objects.create(
        post=post, name=said["name"], phone=said.get("phone", ""), email=said.get("email", ""),
        account=said.get("account"), started_on=first,
    )  # fmt: skip
    append("coordination.post.given", actor=actor, at=at, subject=post.pk, kind="post", detail={"body": post.body_id})
    return holder


@transaction.atomic
def leave_post(*, post_id: UUID, on: date, actor: Actor, at: datetime) -> Post:
    """Its holder leaves; the post stays, empty. Raises NoSuchBody, NothingSaid."""
    post = post_for(post_id, actor=actor)
    holder = post.holders.filter(ended_on=None).first()
    if holder is None or on <= holder.started_on:
        raise NothingSaid(_("Nobody holds it, or came after that day."))
    holder.ended_on = on
    holder.save(update_fields=["ended_on"])
    _close_links(post, at=at)
    append("coordination.post.left", actor=actor, at=at, subject=post.pk, kind="post", detail={"body": post.body_id})
    return post


def post_for(pk: UUID, *, actor: Actor) -> Post:
    """A post that still sits in a body the actor looks after, locked until the act is done. Raises NoSuchBody."""
    rows = Post.objects.select_for_update(of=("self",)).select_related("body")
    post = rows.filter(pk=pk, ended_on=None).first()
    if post is None:
        raise NoSuchBody(_("There is no such post."))
    body_for(post.body_id, actor=actor, capability=KEEP)
    return post


def _close_links(post: Post, *, at: datetime) -> None:
    """Whoever left a post reads its copies no more: the links were theirs."""
    for link in CopyLink.objects.filter(copy__post=post, closed_at=None):
        link.close(because="left", at=at)


def _write(body: Body, said: Mapping[str, Any]) -> None:
    for name in FIELDS:
        setattr(body, name, said[name])
    if body.every is not None and (body.week is None or body.weekday is None):
        raise NothingSaid(_("Say on which week and day of the month it sits, or that it is planned by hand."))
    if body.quorum == Quorum.NUMBER and not body.quorum_number:
        raise NothingSaid(_("Write how many posts make the quorum."))
    if body.ended_on is not None and body.ended_on <= body.started_on:
        raise NothingSaid(_("It cannot end before it began."))

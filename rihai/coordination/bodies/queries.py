"""Committees as lists and pages show them: who sits in which post on a day, and what makes a quorum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q

from rihai.coordination.bodies.models import Body, Holder, Post, Quorum


@dataclass(frozen=True, slots=True)
class Seated:
    """A post of a body and who holds it on a day; None: it is empty."""

    post: Post
    holder: Holder | None

    @property
    def name(self) -> str:
        """Who holds it; empty where nobody does."""
        return self.holder.name if self.holder else ""


def seated(body: Body, on: date) -> list[Seated]:
    """The posts that sit in a body on a day, the chair first, each with its holder; two queries."""
    held = Holder.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), started_on__lte=on)
    posts = Post.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), body=body)
    posts = posts.prefetch_related(Prefetch("holders", queryset=held, to_attr="now"))
    return [Seated(post, next(iter(getattr(post, "now", ())), None)) for post in posts]


def quorum_of(body: Body, posts: Iterable[Post]) -> int | None:
    """How many of the posts that count must be there; None where no quorum is laid down."""
    counted = sum(post.votes for post in posts)
    match body.quorum:
        case Quorum.NUMBER:
            return body.quorum_number
        case Quorum.HALF:
            return -(-counted // 2)
        case Quorum.TWO_THIRDS:
            return -(-counted * 2 // 3)
        case Quorum.ALL:
            return counted
    return None


def posts_of_account(account_id: UUID, on: date) -> list[UUID]:
    """The posts that an account holds on a day; asked by the house for a member who is a partner."""
    held = Holder.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), account=account_id, started_on__lte=on)
    return list(held.order_by().values_list("post_id", flat=True))

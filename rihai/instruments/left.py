"""Answers from phones that wait for somebody who works here no more: whoever supervises where they worked sees them."""

from __future__ import annotations

from rihai.accounts.models import Posting
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.sight import standing
from rihai.accounts.roles import ROLES
from rihai.instruments.models import Received, Stage
from rihai.kit.actor import Actor
from rihai.places.models import Inside

HANDS_OVER = "instruments.hand_over"
SHOWN = 100


def left_behind(actor: Actor) -> list[Received]:
    """What waits for stopped accounts that were once posted where the actor supervises, the oldest first.

    What they say is not read here: only of which form, by whom and since when.
    """
    posts = [post for post in standing(actor).posts if HANDS_OVER in ROLES[post.role].capabilities]
    if not posts:
        return []
    waiting = Received.objects.filter(stage=Stage.WAITING, author__is_active=False)
    if not any(post.everywhere for post in posts):
        places = frozenset[int]().union(*(post.places for post in posts))
        inside = Inside.objects.filter(outer__in=places).values("inner_id")
        waiting = waiting.filter(author__in=Posting.objects.filter(place__in=inside).values("account_id"))
    found = waiting.select_related("version__instrument", "author").defer("version__xform", "xml")
    with as_house():  # an answer that waits is its author's alone otherwise
        return list(found.order_by("first_at")[:SHOWN])

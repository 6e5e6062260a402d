"""What two entries have in common besides a name, and what speaks against their being one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from django.utils.translation import gettext as _

from rihai.names import meets
from rihai.training.sessions.models import Trainee

MOST_OF_A_KEY = 12
"""So many entries under one number or telephone are a whole office's, and say nothing of any two of them."""


def agreements(one: Trainee, other: Trainee) -> list[str]:
    """What of both is the same, in words, besides the name; nothing of what is not written of either."""
    return [
        says
        for says, alike in (
            (_("the same number"), _same(one.number, other.number)),
            (_("the same telephone or e-mail"), _same(one.contact or "", other.contact or "")),
            (_("joined on the same day"), bool(one.joined_on) and one.joined_on == other.joined_on),
            (
                _("the same posting and rank"),
                bool(one.place_id and one.rank_id) and (one.place_id, one.rank_id) == (other.place_id, other.rank_id),
            ),
        )
        if alike
    ]


def is_backed(one: Trainee, other: Trainee) -> bool:
    """Whether what is the same goes for one person without a paper; many of one name share a post.

    A number or a telephone, or posting, rank and day of joining together; the names meet, and no other
    number or sex speaks against it.
    """
    posted = bool(one.place_id and one.rank_id) and (one.place_id, one.rank_id) == (other.place_id, other.rank_id)
    joined = bool(one.joined_on) and one.joined_on == other.joined_on
    same = _same(one.number, other.number) or _same(one.contact or "", other.contact or "") or (posted and joined)
    unlike = _other(one.number, other.number) or bool(one.sex and other.sex and one.sex != other.sex)
    return same and not unlike and meets(one.full_name, other.full_name).meets


def differences(one: Trainee, other: Trainee) -> list[str]:
    """What speaks against it, in words: what is written of both and is not the same."""
    return [
        says
        for says, unlike in (
            (_("another name"), not meets(one.full_name, other.full_name).meets),
            (_("another number"), _other(one.number, other.number)),
            (_("another sex"), bool(one.sex and other.sex) and one.sex != other.sex),
            (_("joined on another day"), bool(one.joined_on and other.joined_on) and one.joined_on != other.joined_on),
        )
        if unlike
    ]


def pairs(trainees: Iterable[Trainee]) -> Iterator[tuple[Trainee, Trainee]]:
    """Entries whose names meet and that have more in common than the name, each pair once; the older one first.

    Found by what is exactly the same: a number, a telephone, or posting, rank and day of joining together.
    """
    found: set[frozenset[Any]] = set()
    for held in _by_key(trainees).values():
        for one, other in combinations(held, 2) if 1 < len(held) <= MOST_OF_A_KEY else ():
            both = frozenset((one.pk, other.pk))
            if both not in found and meets(one.full_name, other.full_name).meets:
                found.add(both)
                yield (one, other) if one.made_at <= other.made_at else (other, one)


def _by_key(trainees: Iterable[Trainee]) -> dict[tuple[object, ...], list[Trainee]]:
    held: dict[tuple[object, ...], list[Trainee]] = defaultdict(list)
    for one in trainees:
        if number := _plain(one.number):
            held["number", number].append(one)
        if contact := _plain(one.contact or ""):
            held["contact", contact].append(one)
        if one.place_id and one.rank_id and one.joined_on:
            held["posting", one.place_id, one.rank_id, one.joined_on].append(one)
    return held


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _same(one: str, other: str) -> bool:
    return bool(_plain(one)) and _plain(one) == _plain(other)


def _other(one: str, other: str) -> bool:
    return bool(_plain(one) and _plain(other)) and _plain(one) != _plain(other)

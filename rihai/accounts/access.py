"""What an actor may see of a person, decided from plain values.

A class of a person is seen by a posting that covers where they are held, or were held until not long ago, if the role
has that class by place; or by a grant. Guarded people are seen by place only in roles that may see the guarded. What is
seen neither way is withheld, and said to be; but of sealed matter, and of guarded people, nothing is said at all.

`queries.py` asks the same of the database, and `walls.py` lets PostgreSQL repeat it; tests hold the three equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from rihai.accounts.roles import ROLES
from rihai.kit.classes import OF_PEOPLE, DataClass


@dataclass(frozen=True, slots=True)
class Post:
    """A posting that holds: its role, and the places it is at; `everywhere` for the whole office."""

    role: str
    places: frozenset[int] = frozenset()
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a class is seen by place: everywhere, or in these places with all that stands in them."""

    everywhere: bool
    places: frozenset[int]

    def covers(self, around: frozenset[int]) -> bool:
        """Whether it covers a place, given with all the places it stands in."""
        return self.everywhere or not self.places.isdisjoint(around)


@dataclass(frozen=True, slots=True)
class Standing:
    """All the postings of an account that hold on a day."""

    posts: tuple[Post, ...] = ()

    @property
    def capabilities(self) -> frozenset[str]:
        """What the account may do."""
        return _capabilities(frozenset(post.role for post in self.posts))

    @property
    def classes(self) -> frozenset[DataClass]:
        """The most the account can see, by place or by grant."""
        return frozenset(one for post in self.posts for one in ROLES[post.role].classes)

    @property
    def outlines(self) -> frozenset[DataClass]:
        """What the account sees in outline."""
        return frozenset(one for post in self.posts for one in ROLES[post.role].outlines)

    @property
    def second_factor(self) -> bool:
        """Whether a password alone is not enough in a real office."""
        return any(ROLES[post.role].second_factor for post in self.posts)

    def reach(self, data_class: str, *, guarded: bool = False) -> Reach:
        """Where the class is seen by place; with `guarded`, of guarded people too."""
        posts = [
            post
            for post in self.posts
            if data_class in ROLES[post.role].by_place and (ROLES[post.role].guarded or not guarded)
        ]
        return Reach(any(post.everywhere for post in posts), frozenset().union(*(post.places for post in posts)))


@cache
def _capabilities(roles: frozenset[str]) -> frozenset[str]:
    """What some roles together may do; a page asks it some sixty times."""
    return frozenset(one for role in roles for one in ROLES[role].capabilities)


@dataclass(frozen=True, slots=True)
class Held:
    """Where a person is or was held: the place with all the places around it; seen from there before `seen_until`."""

    around: frozenset[int]
    guarded: bool = False
    seen_until: date | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """A grant for one class; `glass` when its ground is break-glass, which goes beyond the account's roles."""

    data_class: str
    started_at: datetime
    ended_at: datetime | None = None
    glass: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """What an actor sees of a person; nothing seen means that for them there is no such person."""

    seen: frozenset[DataClass]
    outlined: frozenset[DataClass]

    @property
    def withheld(self) -> tuple[DataClass, ...]:
        """The classes to name as withheld. Sealed is never named, nor anything of a person who is not seen."""
        if DataClass.PERSONAL not in self.seen:
            return ()
        return tuple(one for one in OF_PEOPLE if one not in self.seen and one != DataClass.SEALED)


def sees(
    standing: Standing, data_class: str, *, held: Iterable[Held], leaves: Iterable[Leave], on: date, at: datetime
) -> bool:
    """Whether one class of a person is seen, on a day and at a moment of that day."""
    return any(_by_place(standing, data_class, one, on) for one in held) or any(
        _by_grant(standing, data_class, one, at) for one in leaves
    )


def sight(standing: Standing, *, held: Iterable[Held], leaves: Iterable[Leave], on: date, at: datetime) -> Sight:
    """Everything seen of a person, and what is seen of it in outline only."""
    held, leaves = tuple(held), tuple(leaves)
    seen = frozenset(one for one in OF_PEOPLE if sees(standing, one, held=held, leaves=leaves, on=on, at=at))
    return Sight(seen, (standing.outlines - seen) if DataClass.PERSONAL in seen else frozenset())


def _by_place(standing: Standing, data_class: str, held: Held, on: date) -> bool:
    if held.seen_until is not None and held.seen_until <= on:
        return False
    return standing.reach(data_class, guarded=held.guarded).covers(held.around)


def _by_grant(standing: Standing, data_class: str, leave: Leave, at: datetime) -> bool:
    if leave.data_class != data_class or leave.started_at > at or (leave.ended_at and leave.ended_at <= at):
        return False
    return bool(standing.posts) if leave.glass else data_class in standing.classes

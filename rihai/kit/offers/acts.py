"""What follows or comes before an act, what the clock brings, long work, and what acts and notices are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from rihai.kit.actor import Actor

if TYPE_CHECKING:
    from rihai.kit.jobs.models import Job
    from rihai.kit.jobs.step import Progress, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An act, as those hear of it who follow it or have something against it: its name, by whom, when, on whom."""

    act: str
    actor: Actor | None
    at: datetime
    person_ids: tuple[UUID, ...] = ()
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Has a say before an act of this name: `check` raises Refused with the reason."""

    act: str
    check: Callable[[Done], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """Follows an act of this name in its own transaction; what is slow it enqueues there."""

    act: str
    run: Callable[[Done], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """What the clock brings: raises what fell due at a moment, once however often it is called; says how many."""

    name: str
    run: Callable[[datetime], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobKind:
    """A kind of long work. `step` does the next part in its own transaction (see kit/jobs).

    `link` gives the words and the address where the result is seen, when there is one. A worker that dies is followed
    by another, `attempts` times in all. `prepare` does what takes long and writes nothing, before the transaction of
    each step, which finds its answer in `work.prepared`. `silent` is longer for a kind whose steps take long: before it
    no worker counts as dead.
    """

    name: str
    title: Any
    step: Callable[[Work], Progress]
    link: Callable[[Job], tuple[Any, str] | None] | None = None
    attempts: int = 5
    prepare: Callable[[Work], Any] | None = None
    silent: timedelta = timedelta(seconds=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsAs:
    """Lets a job act as its actor, for the database too (None: the house itself, no actor); offered by `accounts`."""

    acting: Callable[[UUID | None], AbstractContextManager[Actor | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """What the acts of a room are called by who reads the access log: by the name of each, a translatable text."""

    words: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWords:
    """What the notices that a room sends to accounts say: by their kind, a translatable text; nothing of a person."""

    words: Mapping[str, Any]

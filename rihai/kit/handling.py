"""Who takes the answers to a form: a room above `instruments` offers a handler (`offers.FormHandler`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from rihai.kit.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSubject:
    """Whom or what a form is filled in about. `name` stands over the form; `url` is where one goes when it is given.

    `prefilled` are answers known already, by the names of their questions; they stand in the form to be changed.
    """

    name: str
    url: str
    person_id: UUID | None = None
    says: Any = ""
    prefilled: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """A form as it was given, or given again (`number` 2 and on): `values` by the names of the questions.

    A value is a text, a whole number, a number, a day as text (2026-11-26), a list of codes where several could be
    chosen, and for a repeated group a list with the values of each.
    """

    id: UUID
    form_id: str
    version_id: UUID
    number: int
    handler: str
    subject: str
    person_id: UUID | None
    data_class: str
    values: Mapping[str, Any]
    actor: Actor
    at: datetime


def _nothing(_answer: GivenAnswer) -> None:
    """What a handler does that only keeps answers."""


def _none_expected(_actor: Actor) -> Sequence[tuple[str, str]]:
    """What a handler says of the answers it waits for that waits for none."""
    return ()


def _no_names(_actor: Actor, _keys: Sequence[str]) -> Mapping[str, str]:
    """What a handler says of the names of its subjects that has none to say."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Strata:
    """Groups in which the persons of a prison can be drawn apart (women and men, say).

    `of` says of persons, asked all at once, in which group each is: a code, empty where it is not known; persons whom
    the actor does not see are left out. `words` is what a group of that code is called.
    """

    name: str
    title: Any
    of: Callable[[Actor, Sequence[UUID]], Mapping[UUID, str]]
    words: Callable[[str], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormHandler:
    """A room that has forms filled in about what it keeps, and takes the answers.

    `forms` are the ids of the forms. `subject` is given the actor and the room's own key (of a case, a plan): None
    where the actor may not fill a form in about it, or there is none. `taken` runs in the answer's own transaction,
    before its line in the trail; raising Refused undoes all, and what was written stays as a draft. `may_see` says of
    which of these keys the actor sees answers, all asked at once. `of_person`: the key is the id of a person, and her
    page offers the forms; `strata` are then the groups in which persons can be drawn for a sample.
    `expected`: the forms that the actor is awaited to fill in, each with the key of its subject, the soonest first: a
    phone gets each ready, with what is known of it in it. `names` are those of its subjects that the actor sees, all
    asked at once, for lists.
    """

    name: str
    title: Any
    forms: Sequence[str]
    data_class: str
    subject: Callable[[Actor, str], FormSubject | None]
    may_see: Callable[[Actor, Sequence[str]], Iterable[str]]
    taken: Callable[[GivenAnswer], None] = _nothing
    of_person: bool = False
    names: Callable[[Actor, Sequence[str]], Mapping[str, str]] = _no_names
    strata: Sequence[Strata] = ()
    expected: Callable[[Actor], Sequence[tuple[str, str]]] = _none_expected

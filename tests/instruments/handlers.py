"""A room of the tests that takes answers: about its own keys, in any class, and refuses when it is told to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch
from uuid import UUID

from rihai.errors import Refused
from rihai.kit.actor import Actor
from rihai.kit.handling import FormHandler, FormSubject, GivenAnswer
from rihai.kit.offers import gathered


@dataclass
class Room:
    """What it was given, whom it lets see, what it refuses with."""

    data_class: str = "personal"
    person_id: UUID | None = None
    forms: tuple[str, ...] = ("test_form",)
    lets: set[UUID] = field(default_factory=set)
    refuses: str = ""
    given: list[GivenAnswer] = field(default_factory=list)

    def subject(self, actor: Actor, key: str) -> FormSubject | None:
        """About one key alone, for whoever is let."""
        if key != "plan-1" or actor.pk not in self.lets:
            return None
        return FormSubject(name="Plan 1", url="/", person_id=self.person_id, prefilled={"a": "known"})

    def may_see(self, actor: Actor, keys: Sequence[str]) -> Sequence[str]:
        """The same."""
        return [one for one in keys if one == "plan-1" and actor.pk in self.lets]

    def taken(self, given: GivenAnswer) -> None:
        """Keep it, or refuse."""
        self.given.append(given)
        if self.refuses:
            raise Refused(self.refuses)


@contextmanager
def taking(room: Room) -> Iterator[FormHandler]:
    """While it lasts, the room is there."""
    handler = FormHandler(
        name="tests.room", title="Room", forms=room.forms, data_class=room.data_class, subject=room.subject,
        may_see=room.may_see, taken=room.taken,
    )  # fmt: skip
    others: tuple[Any, ...] = gathered()
    with patch("rihai.kit.offers.gathered", lambda: (handler, *others)):
        yield handler

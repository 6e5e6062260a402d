"""What a kind of long work is given for its next step, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from rihai.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is after a step: `cursor` is handed to the next one, `result` is kept when it is over."""

    done: int
    whole: int
    cursor: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return self.done >= self.whole


@dataclass(frozen=True, slots=True)
class Work:
    """The next step of a job: who it acts for, what was asked, how far it is, and the moment of the step.

    A step runs in one transaction together with the progress it returns: both happen, or neither. It should take
    seconds, not minutes, and may be done again from the start if its worker died. `prepared` is what the kind's
    `prepare` gave, outside the transaction.
    """

    job_id: UUID
    actor: Actor | None
    arguments: dict[str, Any]
    done: int
    cursor: dict[str, Any]
    at: datetime
    prepared: Any = None

"""What a fact is: a name, how it is written, what it says, how sensitive it is, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "date", "period", "term", "number", "money", "code", "codes", "yes_no", "list"]
DataClass = Literal["ordinary", "personal", "health", "legal", "sealed"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that may be known about a person in custody. No fact has a default.

    `scope` is `person`, `case`, `charge`, or the name of the list whose items carry it.
    `court` marks a matter only a court can judge: it is never inferred from silence.
    `free` says that `codes` are examples or an outside standard, so that other texts are allowed.
    `used_by` names the packs that ask it (PK IN EW INT), or R: read, shown, linked or counted.
    """

    name: str
    kind: Kind
    meaning: str
    data_class: DataClass
    used_by: str
    source: str
    scope: str = "person"
    codes: tuple[str, ...] = ()
    unit: str = ""
    court: bool = False
    free: bool = False

    @property
    def path(self) -> str:
        """The name a person is asked for: a list's facts with the list's name, as `charges.offence_date`."""
        if self.scope in {"person", "case"}:
            return self.name
        return f"{'charges' if self.scope == 'charge' else self.scope}.{self.name}"

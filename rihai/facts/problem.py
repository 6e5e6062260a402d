"""A problem: what is wrong with one fact of one row, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person should look at; every `code` is documented and tested.

    `sheet` is None for text files and single records, `row` is the physical row or line from 1, `fact` the
    name of the fact concerned, `raw` the text as it was written, `message` what is wrong, `mend` what to do.
    `rejects` says that the row cannot stand as a record because of it.
    """

    code: str
    message: str
    mend: str
    fact: str | None = None
    raw: str | None = None
    sheet: str | None = None
    row: int | None = None
    rejects: bool = False

    def as_json(self) -> dict[str, str | None]:
        """The five keys that `rihai read --json` and `rihai screen --json` print."""
        return {
            "code": self.code,
            "fact": self.fact,
            "raw": self.raw,
            "message": self.message,
            "mend": self.mend,
        }

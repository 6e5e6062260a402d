"""The family of errors; anything outside it is a bug.

RihaiError                  something a person can understand and act on
├── Refused                 a rule says no; nothing was changed
├── NotAllowed              this person may not see or do that
├── NotFound                there is no such thing
└── Unreadable              a file, record or pack cannot be read
    ├── FileUnreadable      what a prison sent cannot be opened (exit code 3)
    └── PackInvalid         a pack of law does not load; carries every mistake (exit code 4)

Messages say what happened, what was kept and what to do, and never hold personal data.
"""

from __future__ import annotations

from collections.abc import Sequence


class RihaiError(Exception):
    """Something a person can understand and act on."""


class Refused(RihaiError):
    """A rule says no; nothing was changed."""


class NotAllowed(RihaiError):
    """This person may not see or do that."""


class NotFound(RihaiError):
    """There is no such thing."""


class Unreadable(RihaiError):
    """A file, record or pack cannot be read."""


class FileUnreadable(Unreadable):
    """What a prison sent cannot be opened; `code` is one of the documented file problems."""

    def __init__(self, code: str, message: str, mend: str) -> None:
        super().__init__(f"{message} {mend}")
        self.code = code
        self.message = message
        self.mend = mend


class PackInvalid(Unreadable):
    """A pack of law does not load; `mistakes` holds every one, each as 'file:line: what is wrong'."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)

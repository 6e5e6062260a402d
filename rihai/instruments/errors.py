"""What may be refused in this room."""

from __future__ import annotations

from collections.abc import Mapping

from rihai.errors import NotFound, Refused, Unreadable
from rihai.instruments.reading import Problem


class FormWrong(Unreadable):
    """A workbook that is no form yet: `problems` holds everything to mend, `warnings` what to look at."""

    def __init__(self, says: str, problems: tuple[Problem, ...], warnings: tuple[Problem, ...] = ()) -> None:
        super().__init__(says)
        self.problems, self.warnings = problems, warnings


class NotNew(Refused):
    """The form is word for word the one that is there already."""


class NotNow(Refused):
    """The version or form is not in the state the act asks for."""


class NoSuchForm(NotFound):
    """There is no such form to be filled in, or the actor may not about this; the two are never told apart."""


class Incomplete(Refused):
    """Answers are missing or wrong; `problems` is a code by the key of each question. What was written is kept."""

    def __init__(self, says: str, problems: Mapping[str, str]) -> None:
        super().__init__(says)
        self.problems = problems


class Overtaken(Refused):
    """Somebody corrected the answer meanwhile; nothing was overwritten, and what was written is kept as a draft."""


class OtherWindow(Refused):
    """The author wrote in another window meanwhile, gave it there or threw it away; nothing was overwritten."""

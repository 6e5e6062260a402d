"""Which forms can be a test: those that say of their questions what is right (the column `rihai_right`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

from rihai.accounts.operations.house import as_house
from rihai.instruments.models import InstrumentVersion, VersionState
from rihai.training.exams.models import SessionTest

SHIPPED = "training_test"
RIGHT = "right"
HANDLER = "training.test"


def key_in(marks: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """What is right, by question, in the order of the form; empty for a form that is no test."""
    questions: Mapping[str, Mapping[str, str]] = marks.get("questions", {})
    return {name: tuple(said[RIGHT].split()) for name, said in questions.items() if said.get(RIGHT)}


def tests_there_are() -> list[tuple[str, str]]:
    """The forms that are filled in now and can be a test: id and title, by title."""
    now = InstrumentVersion.objects.select_related("instrument").defer("xform")
    now = now.filter(instrument__retired_at=None, state=VersionState.PUBLISHED)
    found = [(one.instrument.form_id, one.title) for one in now if key_in(one.marks)]
    return sorted(found, key=lambda one: one[1])


class FormsOfTests(Sequence[str]):
    """The ids of the forms that sessions have as their tests: asked anew each time, as sessions choose them."""

    def _ids(self) -> list[str]:
        with as_house():
            chosen = set(SessionTest.objects.order_by().values_list("form_id", flat=True).distinct())
        return sorted(chosen | {SHIPPED})

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...

    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        return self._ids()[at]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())

    def __len__(self) -> int:
        return len(self._ids())

    def __contains__(self, form_id: object) -> bool:
        return form_id == SHIPPED or form_id in self._ids()

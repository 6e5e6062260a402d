"""What somebody typed as an answer, read as the kind of question asks for it; and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from rihai.instruments.form.tree import Kind, Question
from rihai.kit.forms.typed import has_control, has_turning_marks, latin_digits, plain, read_day, read_figures

LONGEST = 10_000
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?")
_WHOLE = re.compile(r"[-+]?\d{1,10}")
LARGEST = 2_147_483_647


class Mistyped(ValueError):
    """A text that is no answer to the question; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_answer(question: Question, text: str) -> str:
    """The answer as an XForm keeps it; empty for none. Raises Mistyped."""
    written = plain(text)
    if not written:
        return ""
    if has_control(written):
        raise Mistyped("control")
    if has_turning_marks(written):
        raise Mistyped("turning_marks")
    if len(written) > LONGEST:
        raise Mistyped("too_long")
    reader = _READERS.get(question.kind)
    return reader(written) if reader is not None else written


def _integer(text: str) -> str:
    figures = read_figures(text)
    if not _WHOLE.fullmatch(figures) or abs(int(figures)) > LARGEST:
        raise Mistyped("integer")
    return str(int(figures))


def _decimal(text: str) -> str:
    try:
        number = Decimal(read_figures(text))
    except InvalidOperation:
        raise Mistyped("decimal") from None
    if not number.is_finite() or abs(number) > Decimal(10) ** 15 or len(number.as_tuple().digits) > 20:
        raise Mistyped("decimal")
    return f"{number.normalize():f}"


def _date(text: str) -> str:
    day = read_day(text)
    if day is None:
        raise Mistyped("date")
    return day.isoformat()


def _time(text: str) -> str:
    found = _TIME.fullmatch(latin_digits(text))
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise Mistyped("time")
    return f"{int(found[1]):02}:{found[2]}"


def _moment(text: str) -> str:
    day, _blank, clock = latin_digits(text).replace("T", " ").partition(" ")
    return f"{_date(day)}T{_time(clock.strip() or '00:00')}:00"


_READERS: dict[Kind, Callable[[str], str]] = {
    "integer": _integer, "range": _decimal, "decimal": _decimal, "date": _date, "time": _time, "moment": _moment,
}  # fmt: skip


def in_range(question: Question, text: str) -> bool:
    """Whether a number can be chosen on a scale: within its ends and on one of its steps.

    Source: https://xlsform.org/en/#range; Collect and the page without a network let nothing else be chosen.
    """
    try:
        number, start, end = Decimal(text), Decimal(question.start), Decimal(question.end)
        step = Decimal(question.step or "1")
    except InvalidOperation:
        return True  # the scale itself cannot be read
    return start <= number <= end and (not step or (number - start) % step == 0)


def value_of(question: Question, text: str) -> Any:
    """The answer as a plain value: a whole number, a number, a list of codes, else the text."""
    if question.kind == "integer":
        return int(text) if _WHOLE.fullmatch(text) else text
    if question.kind in {"decimal", "range"}:
        return _number(text)
    if question.kind == "several":
        return text.split()
    return text


def _number(text: str) -> Any:
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def text_from(value: Any) -> str:
    """The text of such a value, as a draft holds it."""
    if isinstance(value, list | tuple):
        return " ".join(str(one) for one in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)

"""What an expression of a form works with: nodes, texts, numbers, yes and no; days are numbers when they are compared.

As ODK has it (https://docs.getodk.org/form-logic/): a day compares by days since 1970, an empty answer is no number.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from elementpath.xpath_nodes import XPathNode

Value = list[Any] | str | float | bool
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST = date(1970, 1, 1).toordinal()
LONGEST_NUMBER = 30


def as_value(found: Any) -> Value:
    """What elementpath found, as one of four: nodes, text, number, yes or no."""
    if isinstance(found, bool | str):
        return found
    if isinstance(found, list):
        return found
    if isinstance(found, XPathNode):
        return [found]
    if found is None:
        return []
    return float(found)


def text_of(value: Any) -> str:
    """The value as text; of nodes the first, a whole number without a point."""
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    if isinstance(value, XPathNode):
        return value.string_value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | int):
        return number_text(float(value))
    return str(value)


def stored(value: Any) -> str:
    """The value as an answer keeps it: yes and no are 1 and 0 there, as JavaRosa has them."""
    return ("1" if value else "0") if isinstance(value, bool) else text_of(value)


def number_text(number: float) -> str:
    """A number as text: whole ones without a point, what is no number as nothing."""
    if math.isnan(number):
        return ""
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return repr(number)


def number_of(value: Any) -> float:
    """The value as a number; a day is the days since 1970, what is none is not a number."""
    if isinstance(value, bool | float | int):
        return float(value)
    text = text_of(value).strip()
    if not text or len(text) > LONGEST_NUMBER:
        return math.nan
    if _DAY.match(text):
        return _days(text)
    try:
        return float(text) if not set(text) & set("_nNiI") else math.nan
    except ValueError:
        return math.nan


def _days(text: str) -> float:
    try:
        if len(text) == 10:
            return float(date.fromisoformat(text).toordinal() - _FIRST)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return math.nan
    plain = moment.replace(tzinfo=None)
    return plain.toordinal() - _FIRST + (plain - datetime.combine(plain, time.min)) / timedelta(days=1)


def day_text(number: float) -> str:
    """Days since 1970 as a day; nothing where it is none."""
    try:
        return date.fromordinal(_FIRST + math.floor(number)).isoformat()
    except (ValueError, OverflowError):
        return ""


def moment_text(number: float) -> str:
    """Days since 1970 as a moment."""
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=number)).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError):
        return ""


def truth_of(value: Any) -> bool:
    """The value as yes or no: nodes there are, a text that is not empty, a number that is not nought."""
    if isinstance(value, float | int) and not isinstance(value, bool):
        return value != 0 and not math.isnan(value)
    return bool(value)


def texts_of(value: Any) -> list[str]:
    """Each node's text, or the one text."""
    return [text_of(one) for one in value] if isinstance(value, list) else [text_of(value)]

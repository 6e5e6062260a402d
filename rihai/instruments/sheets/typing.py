"""What was written on a sheet, typed in by its numbers: 2 for the second option, 1 3 for two of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rihai.instruments.form.filled import COUNT
from rihai.instruments.sheets.lines import ROUNDS, Asked, Sheet
from rihai.kit.forms.typed import latin_digits

_APART = re.compile(r"[\s,،;+]+")
_ROUND = re.compile(r"^(.*)\[(\d+)\]")
TICKED = frozenset({"1", "x", "y", "ok", "yes", "ہاں"})


def texts_typed(sheet: Sheet, typed: Mapping[str, str]) -> dict[str, str]:
    """The texts of a draft by key; rounds of what repeats are counted up to the last that has anything in it."""
    texts = {one.key: said for one in sheet.asked if (said := _meant(one, typed.get(one.key, "").strip()))}
    counts: dict[str, int] = {}
    for one in sheet.asked:
        part = one.key
        while found := _ROUND.match(part):
            part = found[1]
            is_in = any(key.startswith(f"{part}[{found[2]}]/") for key in texts)
            counts[part] = max(counts.get(part, 0), int(found[2]) if is_in else 0)
    return {**texts, **{f"{part}{COUNT}": str(min(count, ROUNDS)) for part, count in counts.items()}}


def _meant(one: Asked, text: str) -> str:
    """What is meant by what was typed; what cannot be meant stays as it is, and is complained of."""
    if not text:
        return ""
    if one.question.kind == "one":
        return _code(one, text)
    if one.question.kind == "several":
        return " ".join(_code(one, part) for part in _APART.split(text) if part)
    if one.question.kind == "tick":
        return "OK" if text.casefold() in TICKED else ""
    return text


def _code(one: Asked, text: str) -> str:
    """The code of an option by its number, its code or its words."""
    plain = latin_digits(text)
    if plain.isascii() and plain.isdigit() and 0 < int(plain[:4]) <= len(one.options):
        return one.options[int(plain) - 1][0]
    sought = text.casefold()
    for code, says in one.options:
        if sought in {code.casefold(), says.en.casefold(), says.ur}:
            return code
    return text

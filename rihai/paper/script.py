"""Latin and Arabic script on one line: which stretches of a text must be kept apart so that each reads its own way.

The Unicode bidirectional algorithm (UAX #9) puts digits, brackets and section numbers in the wrong order where the
two scripts meet ("497(1)" in an Urdu line). Every stretch of the other script is therefore isolated, wherever it is
printed: <bdi> in HTML, a direction in PDF, isolate characters in drawings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

Direction = Literal["ltr", "rtl"]
ARABIC = r"\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufefe"
LATIN_RUN = re.compile(rf"[+(\[]*[A-Za-z0-9\u00c0-\u024f](?:[^{ARABIC}\n]*[A-Za-z0-9\u00c0-\u024f)\]%+])?")
ARABIC_RUN = re.compile(rf"[{ARABIC}](?:[^A-Za-z0-9\u00c0-\u024f\n]*[{ARABIC}])?")
ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
END_OF_ISOLATE = "\u2069"
OPENING = {")": "(", "]": "["}


class Run(NamedTuple):
    """A stretch of text; `direction` is None where it runs as the page does."""

    text: str
    direction: Direction | None


def runs(text: str, page: str) -> Iterator[Run]:
    """The text in stretches; joined they are the text. `page` is the direction of the page, "ltr" or "rtl"."""
    pattern = LATIN_RUN if page == "rtl" else ARABIC_RUN
    other: Direction = "ltr" if page == "rtl" else "rtl"
    at = 0
    for found in pattern.finditer(text):
        start, end = _balanced(text, found.start(), found.end())
        if start > at:
            yield Run(text[at:start], None)
        yield Run(text[start:end], other)
        at = end
    if at < len(text):
        yield Run(text[at:], None)


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without brackets at its ends that belong to the words around it."""
    while text[end - 1] in OPENING and text.count(text[end - 1], start, end) > text.count(
        OPENING[text[end - 1]], start, end
    ):
        end -= 1
    while text[start] in "([" and text.count("(", start, end) + text.count("[", start, end) > text.count(
        ")", start, end
    ) + text.count("]", start, end):
        start += 1
    return start, end


def isolated(text: str, page: str, written: Callable[[Run], str] = lambda run: run.text) -> str:
    """The text with its own direction and that of its stretches in invisible characters, for drawings.

    `written` says how a stretch is written: as it is, unless given.
    """
    inner = "".join(
        f"{ISOLATES[run.direction]}{written(run)}{END_OF_ISOLATE}" if run.direction else written(run)
        for run in runs(text, page)
    )
    return f"{ISOLATES['rtl']}{inner}{END_OF_ISOLATE}" if page == "rtl" else inner

"""What the kinds of change and the differences mean, in words for the workbook and the report."""

from __future__ import annotations

from typing import Any

from rihai.census.compare.change import Difference, Kind
from rihai.words import mark, say

TITLES: dict[Kind, str] = {
    "still_here": mark("Still here though reached last time"),
    "missing_without_release": mark("Missing without a recorded release"),
    "impossible": mark("Cannot both be true"),
    "probably_same": mark("Probably the same person"),
    "left_out": mark("In a row that was left out"),
    "status_changed": mark("Status changed"),
    "moved": mark("Moved"),
    "gone": mark("Gone, with a reason on record"),
    "new": mark("New"),
    "not_covered": mark("Of a prison the later list does not cover"),
}
TABS: dict[Kind, str] = {
    "still_here": mark("Still here"),
    "missing_without_release": mark("Missing"),
    "impossible": mark("Impossible"),
    "probably_same": mark("Probably same"),
    "left_out": mark("Left out"),
    "status_changed": mark("Status changed"),
    "moved": mark("Moved"),
    "gone": mark("Gone"),
    "new": mark("New"),
    "not_covered": mark("Not covered"),
}
"""The names of the sheets: spreadsheets allow 31 letters."""
MEANINGS: dict[Kind, str] = {
    "still_here": mark("A provision of release reached the person at the earlier list, and the person is still held."),
    "missing_without_release": mark(
        "In the earlier list, not in the later one, and neither says why. Ask the prison for the record of release."
    ),
    "impossible": mark("One of the two lists is wrong, or an order explains it. Look at the warrant and the register."),
    "probably_same": mark("Two records that may be one person. Say “same” or “different”, and it is kept."),
    "left_out": mark(
        "Seems to stand in a row of the other list that could not be read: neither missing nor new. Mend the row."
    ),
    "status_changed": mark("The legal status in the same case is another one."),
    "moved": mark("In another prison or barrack."),
    "gone": mark("A release or another way of leaving stands in one of the lists."),
    "new": mark("In the later list only."),
    "not_covered": mark("Nothing is said of these people: their prison sent no later list."),
}
CODES = {
    "moved": mark("moved"),
    "row_left_out": mark("the row that was left out"),
    "left": mark("the list says the person has left"),
    "was_due": mark("the release was due by then"),
    "bail_furnished": mark("bail was granted and furnished"),
    "transferred": mark("transferred from another prison"),
    "sex_changed": mark("another sex than before"),
    "younger": mark("younger than before"),
    "older": mark("older than the time passed allows"),
    "arrest_earlier": mark("the arrest is now earlier"),
    "arrest_later": mark("the arrest is now later"),
    "conviction_earlier": mark("the conviction is now earlier"),
    "conviction_later": mark("the conviction is now later"),
    "back_under_trial": mark("a convict is under trial again in the same case"),
    "status_changed": mark("another status"),
}


VALUES = {
    "under_trial": mark("under trial"),
    "convicted_unsentenced": mark("convicted, not yet sentenced"),
    "convict": mark("convict"),
    "condemned": mark("condemned"),
    "security": mark("held for want of a bond"),
    "detained_without_charge": mark("detained without charge"),
    "civil": mark("civil prisoner"),
    "immigration": mark("immigration"),
    "released": mark("released"),
    "other": mark("held otherwise"),
    "female": mark("female"),
    "male": mark("male"),
    "transgender": mark("transgender"),
}
"""The codes of legal status and sex, in words."""


def meaning(difference: Difference, language: str) -> str:
    """What a difference means, with what it was and what it is: "the arrest is now earlier: 2026-03 → 2026-02"."""
    values = [shown for value in (difference.before, difference.after) if (shown := _shown(value, language))]
    text = say(CODES[difference.code], language)
    return f"{text}: {' → '.join(values)}" if values else text


def _shown(value: Any, language: str) -> str:
    """A code in words, an age in a range as its ends, a day known in part as its earliest and latest, else as it is."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, dict):
        return "-".join(str(part) for part in value.values())
    return say(VALUES[value], language) if value in VALUES else str(value)

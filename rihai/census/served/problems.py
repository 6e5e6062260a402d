"""What can be wrong with a row of services given: what it means, what mends it, and whether the row is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rihai.words import mark, say


class Wrong(NamedTuple):
    """A problem in words; a row with one that `rejects` is counted nowhere."""

    means: str
    mend: str
    rejects: bool


PROBLEMS: Mapping[str, Wrong] = {
    "code_missing": Wrong(
        mark("No code stands here, so nobody can tell whose session it was."), mark("Write the person’s code."), True
    ),
    "service_missing": Wrong(mark("No service stands here."), mark("Write which service was given."), True),
    "service_unknown": Wrong(
        mark("This service is not one of the project’s."), mark("Write it as the list of services has it."), True
    ),
    "service_guessed": Wrong(
        mark("The service is spelt unlike any of ours; the nearest one was taken."),
        mark("Look whether it is the one meant."), False,
    ),
    "date_missing": Wrong(mark("No day stands here."), mark("Write the day, day first: 25/11/2025."), True),
    "date_unreadable": Wrong(
        mark("The day cannot be read to the day."), mark("Write it day first: 25/11/2025."), True
    ),
    "date_unclear": Wrong(
        mark("Day and month could be either way round; the day was read first."),
        mark("Look whether that is right, or write the month as a word."), False,
    ),
    "date_ahead": Wrong(
        mark("The day lies ahead: what is planned was not given yet."), mark("Write the day it was given."), True
    ),
    "date_outside": Wrong(
        mark("The day lies outside the days of the project."), mark("Look at the day, or at the project’s days."), True
    ),
    "district_missing": Wrong(
        mark("No district stands here; the person is counted, under “not said”."), mark("Write the district."), False
    ),
    "other_project": Wrong(
        mark("The row is of another project."), mark("Nothing to do, or give it in with that project."), True
    ),
    "not_a_woman": Wrong(
        mark("The row is of a man or a boy, and this project counts women and girls."),
        mark("Look whether the sex is right."), True,
    ),
    "twice": Wrong(
        mark("The same session stands in an earlier row: same code, service, day and place."),
        mark("Nothing to do; it is counted once."), False,
    ),
    "code_near": Wrong(
        mark("Another code differs only in its noughts or strokes; they are counted as two persons."),
        mark("If they are one person, write one code."), False,
    ),
}  # fmt: skip
"""By code; `twice` leaves a row out as a session, and its person is counted by the earlier row."""


def says_of(code: str, language: str) -> str:
    """A problem and its mending in one line."""
    wrong = PROBLEMS[code]
    return f"{say(wrong.means, language)} {say(wrong.mend, language)}"

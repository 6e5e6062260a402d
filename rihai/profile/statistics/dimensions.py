"""By what a stock is broken down, with who is in each table and who is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from rihai.offences import GROUPS
from rihai.profile.statistics.bands import AGES, LONGEST, OLDEST_BAND, TIMES
from rihai.profile.statistics.figure import Breakdown, Figure
from rihai.profile.statistics.offence import SEVERAL
from rihai.profile.statistics.person import Counted
from rihai.profile.statistics.standing import NO_CASE, STANDINGS, STATUSES
from rihai.words import mark

PERSONS = mark("Persons")
ALL_PERSONS = mark("Everybody on the list, once, whatever number of cases.")
NO_CHILDREN = mark("Children living in prison with a parent.")
_STANDING = mark(
    "Unsentenced are those held before a first decision on conviction or acquittal; "
    "a sentence in any case is a sentence, appeal pending or not (UN-CTS)."
)
_TIME = mark(
    "Persons under trial and under no heavier status, by the longest unbroken stay in one case; stays are never added."
)
_OFFENCE = mark(
    "Everybody once, by the heaviest charge in the cases that hold the person, accused or convicted alike. "
    "A charge that could not be read leaves it not known."
)


def _everybody(_person: Counted) -> bool:
    return True


class Dimension(NamedTuple):
    """One breakdown: its code, its words, what it asks of a person, and whom it asks.

    `rows` fixes the rows and their order; None makes a row of each answer, most frequent first.
    """

    code: str
    title: str
    ask: Callable[[Counted], str | None]
    rows: tuple[str, ...] | None = None
    includes: str = ALL_PERSONS
    excludes: str = NO_CHILDREN
    among: Callable[[Counted], bool] = _everybody

    def breakdown(self, answers: Counter[str | None], total: int) -> Breakdown:
        """The table of the answers of `total` persons. Raises ValueError for an answer that has no row."""
        known = total - answers[None]
        frequent = sorted((row for row in answers if row is not None), key=lambda row: (-answers[row], row))
        rows = tuple(Figure(row, answers[row], known) for row in (frequent if self.rows is None else self.rows))
        return Breakdown(self.code, self.title, PERSONS, self.includes, self.excludes, rows, answers[None], total)


DIMENSIONS = (
    Dimension("sex", mark("By sex"), lambda one: one.text("sex"), ("female", "male", "transgender")),
    Dimension("adulthood", mark("Adults and juveniles"), lambda one: one.adulthood, ("juvenile", "adult")),
    Dimension(
        "age",
        mark("By age"),
        lambda one: one.age_band,
        (*(band for _, band in AGES), OLDEST_BAND),
        mark("Everybody on the list, by completed years; an age that may fall into two bands is not known."),
    ),
    Dimension(
        "status",
        mark("By legal status"),
        lambda one: one.status,
        (*STATUSES, NO_CASE),
        mark("Everybody once, under the heaviest status of the cases that hold the person."),
    ),
    Dimension(
        "standing",
        mark("Unsentenced and sentenced"),
        lambda one: one.standing,
        STANDINGS,
        _STANDING,
    ),
    Dimension(
        "time_under_trial",
        mark("Time under trial"),
        lambda one: one.time_band,
        (*(band for _, band in TIMES), LONGEST),
        _TIME,
        mark("Persons sentenced in one case and under trial in another."),
        lambda one: one.status == "under_trial",
    ),
    Dimension(
        "offence",
        mark("By offence"),
        lambda one: one.offence,
        (*GROUPS, SEVERAL),
        _OFFENCE,
    ),
    Dimension("home_district", mark("By home district"), lambda one: one.text("home_district")),
    Dimension("prison", mark("By prison"), lambda one: one.text("prison")),
    Dimension("nationality", mark("By nationality"), lambda one: one.text("nationality")),
)
"""In the order in which they are shown. Texts (district, prison) are counted as written: two spellings are two rows."""

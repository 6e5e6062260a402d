"""What of the counts may leave: beside every release before it, withdrawn ones too, since whoever kept them has them.

Days lost follow their people: where the people of a cause are withheld its days are, and days are printed with two
digits of worth, so that what grows by the day does not tell how many people it grows by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rihai.advocacy.figures.counted import Cause, Counted
from rihai.kit.exports.models import PublishedFigures
from rihai.profile.disclosure import RULE, Controlled, Figures, Key, Release, Rule, control, from_json
from rihai.profile.disclosure.stock import PERSONS, SMALLER, joined, stock_figures

EXPORT = "advocacy.figures"
"""Under which name public figures leave; each release is kept under it for those that follow."""
LEAST_APART = timedelta(days=28)
"""Days between two releases: the closer they lie, the more a reader learns from what changed between them."""
MET, OPEN = "met", "open"
NOT_SAID = "not_said"
"""Days lost of people under no provision."""


def released_before() -> list[Release]:
    """Everything that left, the oldest first."""
    kept = PublishedFigures.objects.filter(export=EXPORT).order_by("released_at")
    return [from_json(one.release) for one in kept]


def controlled(counted: Counted, period: str, earlier: Sequence[Release], rule: Rule = RULE) -> Controlled:
    """What may leave of these counts. Raises Refused where no safe way is left beside what left before.

    Beside a release of the same day or of a near one, which this mends, what that one withheld stays withheld.
    """
    near = [_withheld(one, period) for one in earlier if _is_near(one, counted.on)]
    return control(figures_of(counted, period, rule), rule.base, [*earlier, *near])


def _is_near(release: Release, on: date) -> bool:
    days = {date.fromisoformat(key.period.partition(" ")[0]) for key in release.cells}
    return any(abs(on - day) < LEAST_APART for day in days)


def _withheld(release: Release, period: str) -> Release:
    """What a release withheld, under the name of another period."""
    hidden = [key.series for key, number in release.cells.items() if number is None]
    return Release({Key(period, series): None for series in hidden}, base=release.base)


def figures_of(counted: Counted, period: str, rule: Rule = RULE) -> Figures:
    """Every count of people with how they hang together: the stock, and whose days are lost by which cause."""
    persons = counted.stock.persons
    causes = causes_of(counted, rule)
    met = [(series_of(code, MET), one.met_people, one.is_sensitive) for code, one in causes.items()]
    still_open = [(series_of(code, OPEN), one.open_people, one.is_sensitive) for code, one in causes.items()]
    figures = stock_figures(counted.stock, rule, [part for part in (met, still_open) if part], period=period)
    for code, one in causes.items():
        _add_named(figures, period, code, one, rule)
    for part, rows in ((MET, met), (OPEN, still_open)):
        if rows:
            total = Key(period, total_of(part))
            figures.add(total, sum(number for _series, number, _is in rows), rule.threshold(persons))
            figures.add_sum(total, [Key(period, series) for series, _number, _is in rows])
    return figures


def _add_named(figures: Figures, period: str, code: str, cause: Cause, rule: Rule) -> None:
    """A cause has a row of its own only for so many people, met and arguable together: the reader knows that too."""
    persons = figures.counts[Key(period, PERSONS)].number
    least = 1 if code == SMALLER else max(rule.threshold(persons), 1)
    whole = figures.add(
        Key(period, f"lost/{code or NOT_SAID}"), cause.met_people + cause.open_people,
        rule.threshold(persons, is_sensitive=cause.is_sensitive), shown=False, least=least,
    )  # fmt: skip
    figures.add_sum(whole, [Key(period, series_of(code, part)) for part in (MET, OPEN)])


def causes_of(counted: Counted, rule: Rule = RULE) -> Mapping[str, Cause]:
    """The causes that are rows of their own, by name; those of few people are one row: a name alone would tell."""
    numbers = {code: one.met_people + one.open_people for code, one in counted.causes.items()}
    least = max(rule.threshold(counted.stock.persons), 1)
    kept = joined({code: number for code, number in numbers.items() if number}, least)
    found = {code: one for code, one in counted.causes.items() if code in kept}
    few = [one for code, one in counted.causes.items() if numbers[code] and code not in kept]
    if not few:
        return found
    whole = replace(
        few[0], title=("", ""), cite="", met_people=sum(one.met_people for one in few),
        met_days=sum(one.met_days for one in few), open_people=sum(one.open_people for one in few),
        open_days=sum(one.open_days for one in few), is_sensitive=any(one.is_sensitive for one in few),
    )  # fmt: skip
    return {**found, SMALLER: whole}


def series_of(code: str, part: str) -> str:
    """The series of a cause."""
    return f"lost/{code or NOT_SAID}/{part}"


def total_of(part: str) -> str:
    """The series of everybody whose days are lost, met or arguable."""
    return f"lost/{part}"


def days_printed(days: int, people: int | None) -> int | None:
    """Days lost as they print: none where their people are withheld, else with two digits of worth and at least 10."""
    if people is None or (people == 0 and days):
        return None
    if days == 0:
        return 0
    base: int = 10 ** max(len(str(days)) - 2, 1)
    return max((days + base // 2) // base * base, base)

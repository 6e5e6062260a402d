"""The tables of a release: what is withheld, what nobody collected and what is nought each print in their own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rihai.paper.charts import BarChart
from rihai.paper.table import NOT_COLLECTED, SUPPRESSED, Absent, Bar, Column, Table, Value
from rihai.profile.disclosure.figures import Key
from rihai.profile.disclosure.release import Release
from rihai.profile.disclosure.rule import RULE, Rule
from rihai.profile.disclosure.stock import CHILDREN, CUTS, GROUPS, PERSONS, SMALLER, period_of, total_of
from rihai.profile.statistics.figure import Breakdown
from rihai.profile.statistics.labels import label
from rihai.profile.statistics.stock import Stock
from rihai.words import mark, say

CHARTS = ("age", "time_under_trial")
_HATCHED = mark("The same figures as in the table; a withheld one is hatched over the full width.")


def public_tables(stock: Stock, release: Release, language: str, rule: Rule = RULE) -> Iterator[Table | BarChart]:
    """Charts and tables of a release of `stock_figures`; every number comes from the release, none from the stock."""
    for code in CUTS:
        table = _breakdown(stock, stock.breakdowns[code], release, language, rule)
        if code in CHARTS:
            yield _chart(table, language)
        yield table
    yield _groups(stock, release, language, rule)


def rule_text(release: Release, rule: Rule, language: str) -> str:
    """What was done to the figures, in words for those who read them."""
    text = say(
        "c is withheld: fewer than {ordinary} people ({sensitive} in sensitive topics and small lists), or a figure "
        "from which such a one could be worked out.",
        language, ordinary=rule.ordinary, sensitive=rule.sensitive,
    )  # fmt: skip
    if release.base > 1:
        text += " " + say("Figures are rounded to {base}; 0 is a true nought.", language, base=release.base)
    return text if release.adds_up else text + " " + say("Rounded parts may not add up to their total.", language)


def listed(title: str, release: Release, rows: Iterable[tuple[str, Key]], language: str) -> Table:
    """A list of figures of which only the printed ones stand, most first; the others were few, withheld, or nought."""
    columns = (Column(title, "text", 50), Column(say("Persons", language), "number", 12))
    printed = [(text, number) for text, key in rows if (number := release.cells[key])]
    printed.sort(key=lambda row: -row[1])
    note = say("Not listed: what concerns nobody, or so few people that the figure is withheld.", language)
    return Table(title, columns, printed, note)


def _breakdown(stock: Stock, cut: Breakdown, release: Release, language: str, rule: Rule) -> Table:
    period, total = period_of(stock), Key(period_of(stock), total_of(cut.code))
    keys = [key for key in release.cells if key.period == period and key.series.startswith(f"{cut.code}/")]
    rest = Key(period, f"{cut.code}/not_known")
    base = _less(release.printed(total), release.printed(rest)) if keys else NOT_COLLECTED
    rows: list[Sequence[Value]] = [
        (
            _row_label(cut.code, key.series.partition("/")[2], language),
            release.printed(key),
            _share(release.printed(key), base, rule),
        )
        for key in keys
        if key != rest
    ]  # fmt: skip
    if not keys:
        rows = [(label(cut.code, row.code, language), NOT_COLLECTED, NOT_COLLECTED) for row in cut.rows]
    rows.append((say("Not known", language), release.printed(rest) if keys else NOT_COLLECTED, None))
    columns = (
        Column(say(cut.title, language), "text", 40),
        Column(say(cut.unit, language), "number", 12),
        Column(say("Share of those known", language), "percent", 18),
    )
    note = " ".join([
        say("Counted: {who}", language, who=say(cut.includes, language)),
        say("Not counted: {who}", language, who=say(cut.excludes, language)),
        rule_text(release, rule, language),
    ])  # fmt: skip
    whole = release.printed(total) if total in release.cells else NOT_COLLECTED
    return Table(columns[0].title, columns, rows, note, (say("Total", language), whole, None))


def _groups(stock: Stock, release: Release, language: str, rule: Rule) -> Table:
    period = period_of(stock)
    columns = (Column(say("At-risk group", language), "text", 40), Column(say("Persons", language), "number", 12))
    rows: list[Sequence[Value]] = [
        (say(stock.groups[code].title, language), _collected(release, Key(period, f"groups/{code}"))) for code in GROUPS
    ]
    rows.append((say("Children living in prison with a parent", language), _collected(release, Key(period, CHILDREN))))
    rows.append((say("All persons", language), _collected(release, Key(period, PERSONS))))
    note = say("A person may be in several groups; those of whom it is not known are in none.", language)
    return Table(columns[0].title, columns, rows, f"{note} {rule_text(release, rule, language)}")


def _row_label(code: str, row: str, language: str) -> str:
    return say("All others, few in each", language) if row == SMALLER else label(code, row, language)


def _collected(release: Release, key: Key) -> int | Absent:
    return release.printed(key) if key in release.cells else NOT_COLLECTED


def _less(total: int | Absent, rest: int | Absent) -> int | Absent:
    if isinstance(total, Absent) or isinstance(rest, Absent):
        return SUPPRESSED
    return total - rest


def _share(number: int | Absent, base: int | Absent, rule: Rule) -> float | Absent | None:
    """A share of printed numbers; withheld with either of them, and none on a base too small to carry one."""
    if isinstance(number, Absent) or isinstance(base, Absent):
        return SUPPRESSED
    return number / base if rule.least_base <= base and number <= base else None


def _chart(table: Table, language: str) -> BarChart:
    bars = [Bar(str(row[0]), row[1]) for row in table.rows if isinstance(row[1], int | Absent)]
    title, unit = table.columns[0].title, table.columns[1].title
    return BarChart(title, say(_HATCHED, language), title, unit, bars)

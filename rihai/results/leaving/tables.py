"""The report of a locked period as blocks: figures, charts, districts, what was left out, what was restated, method."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.blocks import Block, Bullets, Callout, Definitions, Heading, Inline, SideNote
from rihai.paper.charts import BarChart
from rihai.paper.table import NOT_COLLECTED, Absent, Bar, Column, Table, Value
from rihai.profile.disclosure import Release
from rihai.results.counting.measures import measure_of, works_at
from rihai.results.leaving.control import district_key, keys_of, printed
from rihai.results.models import Basis, LockedPeriod, Method
from rihai.results.queries.left_out import reasons_in_words
from rihai.results.queries.locked import Stands

NOT_KNOWN = "–"


def blocks(period: LockedPeriod, rows: Sequence[Stands], release: Release | None) -> list[Block]:
    """The report in the language that is spoken now; without a release the exact figures, for the office alone."""
    found: list[Block] = []
    if release is None:
        found.append(Callout("warning", _("For the office alone"), _("Exact figures; nothing is withheld.")))
    found.append(Definitions(_about(period)))
    found += [Heading(_("Figures")), figures_table(rows, release), *_chart(rows, release)]
    found += _districts(rows, release)
    found += [*_restated(rows), *_since(rows, exact=release is None), *_left_out(period), *_method(rows)]
    return found


def _about(period: LockedPeriod) -> list[tuple[str, Inline]]:
    project = period.project
    about: list[tuple[str, Inline]] = [
        (_("Project"), f"{project.shown} ({project.code})"),
        (_("Period"), _("%(first)s to %(last)s") % days_of(period)),
        (_("Funders"), ", ".join(project.funders) or NOT_KNOWN),
        (_("Where"), ", ".join(works_at(project)) or _("the whole office")),
        (_("Locked"), f"{day_text(period.locked_at)}, {period.locked_by_name}"),
    ]
    signed = f"{day_text(period.signed_at)}, {period.signed_by_name}" if period.signed_at else _("not yet")
    about.append((_("Signed off"), signed))
    if project.tags:
        about.append((_("Tags"), ", ".join(project.tags)))
    return about


def days_of(period: LockedPeriod) -> dict[str, str]:
    """The first and the last day of a period, as they are written."""
    from rihai.results.counting import Span

    return {"first": day_text(period.first), "last": day_text(Span(period.first, period.end).last)}


def figures_table(rows: Sequence[Stands], release: Release | None) -> Table:
    """One row an indicator. A target nobody gave stays empty, and the note says so; tags stand where there are some."""
    tagged = any(one.locked.indicator.tags for one in rows)
    columns = (
        Column(_("Indicator"), "text", 40), Column(_("Unit"), "text", 16), Column(_("Baseline"), "number", 9),
        Column(_("Target"), "number", 9), Column(_("In the period"), "number", 10), Column(_("To date"), "number", 10),
        Column(_("How it is known"), "text", 24), *([Column(_("Tags"), "text", 12)] if tagged else []),
    )  # fmt: skip
    table = [[*_row(one, release), *([", ".join(one.locked.indicator.tags)] if tagged else [])] for one in rows]
    unknown = any(one.locked.target is None for one in rows)
    note = _("An empty target or baseline is not known: none was given.") if unknown else ""
    says = _("Lines overlap: a person stands once in each. They are never added up.")
    return Table(_("Figures"), columns, table, note=f"{says} {note}".strip())


def _row(one: Stands, release: Release | None) -> list[Value]:
    row = one.locked
    here, to_date = keys_of(row, len(one.restated))
    return [
        f"{row.indicator.shown} ({row.indicator.code})", str(row.indicator.get_unit_display()), row.baseline,
        row.target, printed(release, here, row.value), printed(release, to_date, row.to_date), how(one),
    ]  # fmt: skip


def how(one: Stands) -> str:
    """How a figure is known, in words; an estimate says so first."""
    mark = one.locked.mark
    if mark == Method.ESTIMATED:
        return _("estimated; never added to people")
    if mark == Method.AT_LEAST:
        return _("at least so many; never added to people")
    measure = measure_of(one.locked.indicator) if one.locked.indicator.basis == Basis.MEASURE else None
    return str(measure.title) if measure else str(one.locked.indicator.get_basis_display())


def _chart(rows: Sequence[Stands], release: Release | None) -> list[Block]:
    """What was reached to date of people that were counted; estimates stand in the table alone."""
    bars = []
    for one in rows:
        if one.locked.indicator.is_people and not one.locked.mark:
            value = printed(release, keys_of(one.locked, len(one.restated))[1], one.locked.to_date)
            amount = value if isinstance(value, int | Absent) else NOT_COLLECTED
            bars.append(Bar(one.locked.indicator.shown, amount, one.locked.indicator.part_of_id is None))
    if not bars:
        return []
    says = _("One bar for each figure of people that was counted, from the beginning of the project.")
    return [BarChart(_("People reached to date, each once"), says, _("Indicator"), _("People"), bars)]


def _districts(rows: Sequence[Stands], release: Release | None) -> list[Block]:
    """To date by district; each column adds up to its figure."""
    with_parts = [one for one in rows if one.locked.parts.get("district", {}).get("to_date")]
    names = sorted({name for one in with_parts for name in one.locked.parts["district"]["to_date"]})
    if not names:
        return []
    columns = [Column(_("Indicator"), "text", 40), *(Column(name or _("not said"), "number", 11) for name in names)]
    table: list[list[Value]] = []
    for one in with_parts:
        key, parts = keys_of(one.locked, len(one.restated))[1], one.locked.parts["district"]["to_date"]
        cells = [printed(release, district_key(key, name), parts[name]) if name in parts else 0 for name in names]
        table.append([one.locked.indicator.shown, *cells])
    note = _("Each person stands in the district where she was served first; so districts add up.")
    return [Heading(_("By district, to date")), Table(_("By district, to date"), columns, table, note=note)]


def _restated(rows: Sequence[Stands]) -> list[Block]:
    says = _("%(what)s: was %(was)s, is %(now)s (to date: was %(was_all)s, is %(now_all)s). %(why)s %(who)s, %(day)s.")
    items: list[Inline] = [
        says % {
            "what": one.locked.indicator.shown, "was": _number(each.was), "now": _number(each.now),
            "was_all": _number(each.was_to_date), "now_all": _number(each.now_to_date), "why": each.reason,
            "who": each.by_name, "day": day_text(each.at),
        }
        for one in rows
        for each in one.restated
        if not _is_small(each.was, each.now, each.was_to_date, each.now_to_date)
    ]  # fmt: skip
    return [Heading(_("Restated")), Bullets(items)] if items else []


def _since(rows: Sequence[Stands], *, exact: bool) -> list[Block]:
    """Figures that would be counted otherwise today, and why: people came, went, or turned out to be one.

    How many they are stays in the office: whoever holds the report would know it of very few.
    """
    items: list[Inline] = []
    for one in rows:
        if one.since is None:
            continue
        reasons = [
            text % {"n": f"{number:,}"} if exact else short
            for number, text, short in (
                (one.since.came, _("came since: %(n)s"), _("people came since")),
                (one.since.went, _("counted no more: %(n)s"), _("people are counted no more")),
                (
                    one.since.merged,
                    _("turned out to be counted twice: %(n)s"),
                    _("people turned out to be counted twice"),
                ),
            )
            if number
        ]
        today = _("today %(n)s") % {"n": _number(one.since.now.value)}
        if one.since.to_date_differs(one.locked):
            to_date = _("to date %(n)s") % {"n": _number(one.since.to_date.value)}
            reasons.append(to_date if exact else _("the figure to date"))
        said = "; ".join([*([today] if exact else []), *reasons])
        items.append(f"{one.locked.indicator.shown}: {said}" if said else one.locked.indicator.shown)
    if not items:
        return []
    note = _("The figures above are those that were locked; they change by a restatement with a reason alone.")
    return [Heading(_("Would be counted otherwise today")), Bullets(items), SideNote(note)]


def _number(value: int | None) -> str:
    return NOT_KNOWN if value is None else f"{value:,}"


def _is_small(*values: int | None) -> bool:
    from rihai.profile.disclosure import RULE

    return any(value is not None and 0 < value < RULE.sensitive for value in values)


def _left_out(period: LockedPeriod) -> list[Block]:
    """Rows that were not counted, by reason: rows and not people, so that nothing is withheld of them."""
    reasons = reasons_in_words(period.left_out, get_language() or "en")
    if not reasons:
        return []
    columns = (Column(_("Not counted because"), "text", 80), Column(_("Rows"), "number", 10))
    table = Table(_("Not counted"), columns, [[says, number] for _code, says, number in reasons])
    return [Heading(_("Not counted")), table]


def _method(rows: Sequence[Stands]) -> list[Block]:
    found: list[Block] = [Heading(_("How it was counted"))]
    found.append(
        SideNote(
            _("A person is counted once in each figure and period, however many services she had; sessions are "
              "counted apart, and estimates are never added to people.")
        )
    )  # fmt: skip
    said: list[tuple[str, Inline]] = []
    for one in rows:
        row = one.locked.indicator
        measure = measure_of(row) if row.basis == Basis.MEASURE else None
        includes = row.includes or (str(measure.includes) if measure else "")
        excludes = row.excludes or (str(measure.excludes) if measure else "")
        parts = [
            row.definition or (str(measure.definition) if measure else ""),
            _("Includes: %(says)s") % {"says": includes} if includes else "",
            _("Excludes: %(says)s") % {"says": excludes} if excludes else "",
            _("Source: %(says)s") % {"says": row.source} if row.source else "",
        ]  # fmt: skip
        if text := " ".join(part for part in parts if part):
            said.append((row.shown, text))
    if said:
        found.append(Definitions(said))
    return found

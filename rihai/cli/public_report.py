"""The report that may be published: controlled figures only, in both languages, and the release to keep for the next.

Everything printed comes from one release, so that tables, charts and the data behind them can never differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rihai.paper.blocks import Block, Bullets, Callout, Definitions, Heading, Passage
from rihai.words import LANGUAGES, day_text, say

if TYPE_CHECKING:
    from rihai.cli.run import Found, Run
    from rihai.profile.disclosure import Controlled, Release
    from rihai.profile.disclosure.stock import Part
    from rihai.profile.statistics import Stock

_LISTS = ("release", "inside", "alert")


def public_release(run: Run, earlier: Sequence[Release] = ()) -> Controlled:
    """The figures of a screening as they may leave after everything in `earlier`, and the log, which stays inside.

    Keep `rihai.profile.disclosure.as_json` of the release for the next one. Raises Refused where no release is safe.
    """
    from rihai.profile.disclosure import RULE, control
    from rihai.profile.disclosure.stock import stock_figures

    return control(stock_figures(_stock(run), RULE, _further(run)), RULE.base, earlier)


def public_blocks(run: Run, language: str, release: Release | None = None) -> list[Block]:
    """The public report in one language, then in the others; `release` is what public_release gave."""
    release = release or public_release(run).release
    stock = _stock(run)
    others = [
        Passage(other, [Heading(public_title(other)), *_blocks(run, stock, release, other)])
        for other in LANGUAGES
        if other != language
    ]
    return [*_blocks(run, stock, release, language), *others]


def public_title(language: str) -> str:
    """The title of the public report."""
    return say("Who is in custody, and whom the law would let go: figures", language)


def _stock(run: Run) -> Stock:
    from rihai.offences import OffenceTable
    from rihai.profile.statistics import stock_on

    table = next((pack.table for pack in run.packs if pack.table), OffenceTable([]))
    return stock_on(run.records, run.packs[0].day, offences=table)


def _concerned(run: Run) -> dict[str, list[Found]]:
    """The findings of each public list: release met or arguable, still inside although, alerts."""
    return dict(zip(_LISTS, (run.could_go, run.still_inside, run.alerts), strict=True))


def _further(run: Run) -> Iterator[Sequence[Part]]:
    """Who could leave, and how many people each provision concerns; alerts are sensitive, whatever they are about."""
    yield [(f"leaving/{state}", run.leaving[state], False) for state in ("met", "arguable")]
    for name, found in _concerned(run).items():
        people: dict[str, set[int]] = {}
        for one in found:
            people.setdefault(one.provision.id, set()).add(one.person)
        for provision, who in people.items():
            yield [(f"{name}/{provision}", len(who), name == "alert")]


def _blocks(run: Run, stock: Stock, release: Release, language: str) -> Iterator[Block]:
    from rihai.profile.disclosure import RULE
    from rihai.profile.disclosure.tables import public_tables, rule_text

    yield Callout("info", say("Figures for publication", language), rule_text(release, RULE, language))
    yield Definitions(list(_glance(run, release, language)))
    yield Heading(say("Who is in custody", language))
    yield from public_tables(stock, release, language)
    yield Heading(say("Whom the law reaches", language))
    yield from _lists(run, release, language)
    yield Heading(say("Method and limits", language))
    yield Bullets([
        say("Persons are counted once, whatever number of cases.", language),
        say("What is not known is counted apart and never as no.", language),
        say("Withheld figures all bear the same mark, whether small themselves or covering another.", language),
        say("The same tables are made every time; they were checked beside the earlier releases handed in.", language),
        say("Findings are for a lawyer or a court to look at; they decide nothing.", language),
    ])  # fmt: skip


def _glance(run: Run, release: Release, language: str) -> Iterator[tuple[str, str]]:
    from rihai.paper.table import cell_text

    rows = (
        ("persons", say("People in the list", language)),
        ("leaving/met", say("Could leave today", language)),
        ("leaving/arguable", say("Could leave if the court agrees", language)),
    )
    yield say("Day", language), day_text(run.as_of, language)
    for series, text in rows:
        key = next(key for key in release.cells if key.series == series)
        yield text, cell_text(release.printed(key), "number", language)


def _lists(run: Run, release: Release, language: str) -> Iterator[Block]:
    from rihai.profile.disclosure.tables import listed

    titles = (say("Provisions of release", language), say("Still inside, by cause", language),
              say("Alerts, by people", language))  # fmt: skip
    for title, (name, found) in zip(titles, _concerned(run).items(), strict=True):
        of = {f"{name}/{one.provision.id}": one.provision.title.of(language) for one in found}
        table = listed(title, release, [(of[key.series], key) for key in release.cells if key.series in of], language)
        if table.rows:
            yield table

"""`rihai compare OLD NEW`: two lists of different days; who is new, gone, missing, moved, still here though reached."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rihai.cli.facts_file import facts_of, holds_facts
from rihai.cli.options import bytes_of, day_of_text, offences_of, packs_asked, step
from rihai.cli.reading import read_file
from rihai.cli.run import person_name
from rihai.cli.screening import FEW
from rihai.errors import FileUnreadable, Refused
from rihai.words import LANGUAGES, mark, number_text, say

if TYPE_CHECKING:
    from rihai.census.compare import Comparison
    from rihai.census.link import Decisions
    from rihai.cli.run import Run
    from rihai.law.provision import Pack

SHOWN = 8
"""People of a list that a terminal shows; the workbook has them all."""
TITLE = mark("What changed between two lists")
CAUTION = mark("A proposal, not a decision: records are linked by a program, with reasons a person can check.")


def run(options: Namespace) -> int:
    """Compare two files and print or write what changed."""
    packs, decisions = packs_asked(options), decisions_of(options.decisions)
    days = (day_of_text(options.old_day, "--old-day"), day_of_text(options.new_day, "--new-day"))
    old, new = (
        screened(Path(name), options, packs, day) for name, day in zip((options.old, options.new), days, strict=True)
    )
    comparison = compare_runs(old, new, decisions, quiet=options.json)
    if options.json:
        for line in comparison.as_json_lines():
            print(line)
        return 0
    titles = titles_of(new, options.language)
    print_comparison(comparison, titles, options.language)
    if options.out:
        for path in write_comparison(comparison, new, decisions, Path(options.out), options.language):
            print(f"  {path}")
    return 0


def compare_runs(old: Run, new: Run, decisions: Decisions, *, quiet: bool = False) -> Comparison:
    """Compares the people of two screenings; who was reached at the earlier one is asked after in the later one."""
    from contextlib import nullcontext

    from rihai.census.compare import compare

    with nullcontext() if quiet else step(f"Comparing {len(old.records):,} people with {len(new.records):,}"):
        return compare(
            old.records, new.records, decisions=decisions, reached_before=reached(old), reached_now=reached(new),
            left_out=(rejected(old), rejected(new)),
        )  # fmt: skip


def reached(run: Run) -> dict[str, set[str]]:
    """By record id: the provisions of release met or arguable at a screening."""
    found: dict[str, set[str]] = {}
    for one in run.could_go:
        found.setdefault(str(run.records[one.person]["id"]), set()).add(one.provision.id)
    return found


def rejected(run: Run) -> list[dict[str, Any]]:
    """What could be read of the rows that were rejected."""
    readings = [source.reading for source in run.sources if source.reading is not None]
    return [row.facts for reading in readings for row in reading.rows if row.verdict == "rejected"]


def titles_of(run: Run, language: str) -> dict[str, str]:
    """What the provisions of a screening are called."""
    provisions = [one.lowered.provision for pack in run.packs for one in pack.provisions]
    return {one.id: one.title.of(language) for one in provisions}


def decisions_of(name: str | None) -> Decisions:
    """What people have decided of doubtful pairs, from the file of --decisions; none without it."""
    from rihai.census.link import Decisions, read_decisions

    if name is None:
        return Decisions()
    try:
        return read_decisions(bytes_of(Path(name)).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise FileUnreadable("file_not_utf8", f"{Path(name).name} is not UTF-8 text.", "Save it as UTF-8.") from None


def screened(path: Path, options: Namespace, packs: list[Pack], day: date | None) -> Run:
    """One list read and screened on its own day; raises Refused where nothing says which day that is."""
    from rihai.cli.run import Run, Source
    from rihai.law.bulk import find_all
    from rihai.law.bulk.few import find_few
    from rihai.law.engine import ReadyPack

    if holds_facts(path):
        source = Source(path, None, *facts_of(path))
    else:
        asked = Namespace(**{**vars(options), "census_day": day and day.isoformat()})
        opened = read_file(path, asked, offences_of(packs), quiet=options.json)
        source = Source(path, opened, list(opened.reading.records()), [])
    as_of = day or _own_day(source.records)
    if as_of is None:
        raise Refused(f"{path.name} does not say on which day it was true: give --old-day or --new-day.")
    ready = [ReadyPack(pack, as_of) for pack in packs]
    findings = find_few(source.records, ready) if len(source.records) <= FEW else find_all(source.records, ready)
    return Run([source], source.records, ready, as_of, findings)


def _own_day(records: list[dict[str, Any]]) -> date | None:
    """The latest day on which the records say they were true, where one says so to the day."""
    days = {text for record in records if isinstance(text := record.get("census_date"), str) and len(text) == 10}
    return date.fromisoformat(max(days)) if days else None


def print_comparison(comparison: Comparison, titles: dict[str, str], language: str) -> None:
    """The sums, then the lists that somebody should look at first."""
    from rihai.census.compare.report import accounts_table
    from rihai.census.compare.sentences import TITLES, meaning
    from rihai.census.link import reasons

    table = accounts_table(comparison, language)
    print(f"\n{say(TITLE, language)}\n")
    for row in (*table.rows, table.total_row or ()):
        print(f"  {_count(row[1])} → {_count(row[2])}  {row[0]}")
    for kind, count in comparison.people().items():
        if not count:
            continue
        print(f"\n{say(TITLES[kind], language)} ({number_text(count, language)})")
        for change in comparison.of_kind(kind)[:SHOWN] if kind not in ("new", "not_covered") else ():
            record = comparison.shown(change)
            told = [titles.get(one, one) for one in change.provisions]
            told += [meaning(one, language) for one in change.differences]
            told += reasons(change.link, language)[:3] if kind == "probably_same" and change.link else []
            print("  " + " · ".join([person_name(dict(record)), *told]))
    print(f"\n{say(CAUTION, language)}")


def _count(value: object) -> str:
    return f"{value:>8,}" if isinstance(value, int) else " " * 8


def write_comparison(
    comparison: Comparison, new: Run, decisions: Decisions, folder: Path, language: str
) -> Iterator[str]:
    """Write the workbook, the report as page and PDF, and the table of pairs to decide on; says each path."""
    from rihai.census.compare import comparison_blocks, comparison_sheets, to_decide
    from rihai.paper.blocks import Passage
    from rihai.paper.page import html_page
    from rihai.paper.pdf import pdf_page
    from rihai.paper.workbook import write_workbook

    folder.mkdir(parents=True, exist_ok=True)
    sheets = comparison_sheets(comparison, language, titles_of(new, language))
    title, says = say(TITLE, language), say(CAUTION, language)
    blocks = list(comparison_blocks(comparison, language, titles_of(new, language)))
    blocks += [
        Passage(other, list(comparison_blocks(comparison, other, titles_of(new, other))))
        for other in LANGUAGES
        if other != language
    ]
    page = html_page(title, blocks, language, standfirst=says, day=new.as_of, running=says)
    printed = pdf_page(title, blocks, language, standfirst=says, day=new.as_of, running=says)
    table = to_decide(comparison, decisions, language)
    # A spreadsheet program takes UTF-8 for what it is only where the text begins with this mark.
    for name, content in (
        ("changes.xlsx", write_workbook(sheets, language=language)), ("changes.html", page.encode()),
        ("changes.pdf", printed), ("to-decide.csv", table.encode("utf-8-sig")),
    ):  # fmt: skip
        (folder / name).write_bytes(content)
        yield str(folder / name)

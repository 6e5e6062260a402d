"""`rihai read`: a list read whole, every row accounted for, and the user's own workbook back with what to mend."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from rihai.cli.facts_file import holds_facts, reading_of
from rihai.cli.options import bytes_of, day_of_text, defaults_asked, layout_asked, offences_of, step
from rihai.cli.run import Opened
from rihai.errors import Refused
from rihai.words import day_text, mark, say, say_count

if TYPE_CHECKING:
    from rihai.census.reading import Reading, SourceRow
    from rihai.facts import Problem
    from rihai.offences import OffenceTable

VERDICTS = {
    "accepted": mark("accepted"),
    "accepted_with_warnings": mark("accepted, to be looked at"),
    "rejected": mark("rejected"),
    "duplicate": mark("the same person and case as an earlier row"),
    "not_a_person": mark("not a person (title, heading, total, blank)"),
}


def run(options: Namespace) -> int:
    """Read one file and print what was found."""
    from rihai.law.load import load_pack

    path = Path(options.file)
    if holds_facts(path):
        return _facts(path, options)
    opened = read_file(path, options, offences_of([load_pack("pakistan")]), quiet=options.json)
    if options.json:
        for line in opened.reading.as_json_lines():
            print(line)
        return 0
    print_reading(opened.reading, path.name, options.language)
    if options.out:
        folder = Path(options.out)
        folder.mkdir(parents=True, exist_ok=True)
        print(say("Written: {files}", options.language, files=write_returned(path, opened, folder, options.language)))
    return 0


def _facts(path: Path, options: Namespace) -> int:
    """Print what stands in a file of facts, which has no workbook to give back."""
    if options.out:
        raise Refused("--out writes a workbook back; a file of facts is none. Its problems are printed.")
    reading = reading_of(path)
    if options.json:
        for line in reading.as_json_lines():
            print(line)
    else:
        print_reading(reading, path.name, options.language)
    return 0


def read_file(path: Path, options: Namespace, offences: OffenceTable | None, *, quiet: bool = False) -> Opened:
    """A spreadsheet opened and read; raises FileUnreadable."""
    from rihai.census.read import read_sheets
    from rihai.paper.sheets import open_sheets

    content = bytes_of(path)
    with step(f"Reading {path.name} ({len(content):,} bytes)") if not quiet else nullcontext():
        book = open_sheets(content, path.name)
        reading = read_sheets(
            book.sheets, path.name, layout=layout_asked(options), offences=offences,
            census_day=day_of_text(options.census_day, "--census-day"), defaults=defaults_asked(options),
        )  # fmt: skip
    return Opened(content, book, reading)


def write_returned(path: Path, opened: Opened, folder: Path, language: str) -> str:
    """Write the user's own workbook with its column of what to mend; returns its path."""
    from rihai.census.returned import return_file

    name, content = return_file(opened.content, path.name, opened.book, opened.reading, language=language)
    target = folder / name
    target.write_bytes(content)
    return str(target)


def print_reading(reading: Reading, name: str, language: str) -> None:
    """The sum of rows, the headings understood, and the problems by kind."""
    print(f"\n{name}")
    if reading.census_day:
        print("  " + say("The list was true on {day}.", language, day=day_text(reading.census_day, language)))
    counts = reading.counts()
    for verdict, count in counts.items():
        if count:
            print(f"  {count:>8,}  {say(VERDICTS[verdict], language)}")
    print(f"  {'-' * 8}\n  {sum(counts.values()):>8,}  {say('source rows', language)}")
    _print_headings(reading, language)
    _print_problems(reading, language)


def _print_headings(reading: Reading, language: str) -> None:
    unsure = [
        f"{heading.text!r} → {heading.field}"
        for mapping in reading.mappings
        for heading in mapping.headings
        if heading.field and heading.confidence < 0.75
    ]
    kept = {heading.text for mapping in reading.mappings for heading in mapping.headings if not heading.field}
    if unsure:
        print("\n  " + say("Headings to confirm: {headings}", language, headings="; ".join(dict.fromkeys(unsure))))
    if kept:
        print("  " + say("Kept in the remarks: {headings}", language, headings="; ".join(sorted(kept))))


def _print_problems(reading: Reading, language: str) -> None:
    kinds: Counter[str] = Counter()
    example: dict[str, tuple[SourceRow, Problem]] = {}
    for row in reading.rows:
        for problem in row.problems:
            kinds[problem.code] += 1
            example.setdefault(problem.code, (row, problem))
    if not kinds:
        return
    print("\n  " + say("What to mend, by kind:", language))
    for code, count in kinds.most_common():
        row, problem = example[code]
        place = say("row {row}", language, row=row.row) + (f", {row.sheet}" if row.sheet else "")
        rows = say_count("{n} row", "{n} rows", count, language)
        print(f"  {rows:>12}  {problem.message} {problem.mend} [{code}; {say('for example', language)} {place}]")

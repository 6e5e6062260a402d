"""`rihai screen`: lists in, findings out; as JSON lines, as a summary to read, as workbook, report and Parquet."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rihai.cli.facts_file import facts_of, holds_facts, lines_of, written_records
from rihai.cli.options import day_asked, day_of_text, offences_of, packs_asked, step
from rihai.cli.reading import read_file
from rihai.errors import Refused

if TYPE_CHECKING:
    from rihai.census.compare import Comparison
    from rihai.cli.run import Run
    from rihai.law.provision import Pack

FEW = 2_500
"""People up to whom the one-person functions are quicker than planning a query; both give the same findings."""


def run(options: Namespace) -> int:
    """Screen the files and print or write what was found."""
    as_of, packs = day_asked(options), packs_asked(options)
    if options.json:
        return print_json(options, packs, as_of)
    if options.public and not options.out:
        raise Refused("--public writes files: say where with --out DIR.")
    result = screen_files([Path(name) for name in options.files], options, packs, as_of)
    print_and_write(result, options)
    if options.previous:
        compare_with_previous(result, options, packs)
    if options.public:
        from rihai.cli.publishing import write_public

        for path in write_public(result, Path(options.out), options.published, options.language):
            print(f"  {path}")
    return 0


def compare_with_previous(result: Run, options: Namespace, packs: list[Pack]) -> Comparison:
    """Compare with the earlier list of --previous, screened on its own day; print and write what changed."""
    from rihai.cli.comparing import compare_runs, decisions_of, print_comparison, screened, titles_of, write_comparison

    decisions = decisions_of(options.decisions)
    old = screened(Path(options.previous), options, packs, day_of_text(options.previous_day, "--previous-day"))
    comparison = compare_runs(old, result, decisions, quiet=options.json)
    if not options.json:
        print_comparison(comparison, titles_of(result, options.language), options.language)
        if options.out:
            for path in write_comparison(comparison, result, decisions, Path(options.out), options.language):
                print(f"  {path}")
    return comparison


def print_and_write(result: Run, options: Namespace) -> None:
    """The summary on standard output, and the files of --out."""
    from rihai.cli.summary import print_summary

    print_summary(result, options.language)
    if options.out:
        from rihai.cli.writing import write_all

        for path in write_all(result, Path(options.out), options.language):
            print(f"  {path}")


def screen_files(paths: list[Path], options: Namespace, packs: list[Pack], as_of: date) -> Run:
    """Every file read, every person screened under every pack."""
    from rihai.cli.run import Run, Source
    from rihai.law.bulk import find_all
    from rihai.law.bulk.few import find_few
    from rihai.law.engine import ReadyPack

    sources = []
    for path in paths:
        if holds_facts(path):
            records, problems = facts_of(path)
            sources.append(Source(path, None, records, problems))
        else:
            opened = read_file(path, options, offences_of(packs), quiet=options.json)
            sources.append(Source(path, opened, list(opened.reading.records()), []))
    records = [record for source in sources for record in source.records]
    said = step(f"Screening {len(records):,} people under {', '.join(pack.id for pack in packs)}")
    with nullcontext() if options.json else said:
        ready = [ReadyPack(pack, as_of) for pack in packs]
        findings = find_few(records, ready) if len(records) <= FEW else find_all(records, ready)
    return Run(sources, records, ready, as_of, findings)


def print_json(options: Namespace, packs: list[Pack], as_of: date) -> int:
    """One JSON object per record, in input order; nothing else on standard output (docs/reference/findings.md)."""
    from rihai.law.screen import Screening

    changes = changes_by_record(options, packs, as_of) if options.previous else {}
    screening = Screening(packs, as_of)
    for name in options.files:
        path = Path(name)
        if path.suffix.lower() == ".jsonl":
            found = screening.screen_lines(lines_of(path))
        elif path.suffix.lower() == ".parquet":
            found = (screening.screen(written or {}) for written in written_records(path))
        else:
            opened = read_file(path, options, offences_of(packs), quiet=True)
            found = (screening.screen(record) for record in opened.reading.records())
        for screened in found:
            told = screened.as_json()
            if options.previous:
                told["changes"] = changes.get(screened.record_id, [])
            sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return 0


def changes_by_record(options: Namespace, packs: list[Pack], as_of: date) -> dict[str | None, list[dict[str, Any]]]:
    """What changed since the list of --previous, by the id of the record now; `rihai compare` lists who has gone."""
    result = screen_files([Path(name) for name in options.files], options, packs, as_of)
    changes: dict[str | None, list[dict[str, Any]]] = {}
    for line in compare_with_previous(result, options, packs).as_json_lines():
        change = json.loads(line)
        if change.get("new") is not None:
            changes.setdefault(change["new"], []).append(change)
    return changes

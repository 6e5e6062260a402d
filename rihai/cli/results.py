"""`rihai results FILE --project NAME`: people served, each counted once; sessions apart; what is left out."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rihai.cli.options import bytes_of, day_of_text, step
from rihai.errors import Refused
from rihai.words import day_text, mark, number_text, say

if TYPE_CHECKING:
    from rihai.census.served import ServedList
    from rihai.profile.served import Tally
    from rihai.profile.served.entered import Entered

VERDICTS = {
    "accepted": mark("counted"),
    "warned": mark("counted, to be looked at"),
    "rejected": mark("not counted, to mend"),
    "duplicate": mark("the same session as an earlier row"),
    "no_entry": mark("not a session (title, heading, total, blank)"),
}
EXAMPLES = 3


def run(options: Namespace) -> int:
    """Read the list, count, and print figures or one JSON object."""
    from rihai.profile.served.entered import kept_apart

    first, last = day_of_text(options.first, "--from"), day_of_text(options.last, "--until")
    if first and last and last < first:
        raise Refused("--until lies before --from.")
    read = _read(Path(options.file), options)
    tally = _tally(read, first, last)
    entered = _entered(options)
    if options.json:
        figures: dict[str, Any] = {**(districts_of(tally) if options.by_district else figures_of(tally))}
        figures |= {one.code: one.as_json() for one in kept_apart(entered, figures)}
        print(json.dumps(figures, ensure_ascii=False, indent=2))
        return 0
    _print_figures(tally, options, first, last, {one.code: one.target for one in entered})
    _print_entered(entered, options.language)
    _print_rows(read, options.language)
    return 0


def _read(path: Path, options: Namespace) -> ServedList:
    from rihai.census.served import read_served
    from rihai.census.served.read import Asked
    from rihai.paper.sheets import open_sheets

    content = bytes_of(path)
    with nullcontext() if options.json else step(f"Reading {path.name} ({len(content):,} bytes)"):
        sheets = open_sheets(content, path.name).sheets
        return read_served(sheets, Asked(options.today, project=(options.project,), women_only=True))


def _entered(options: Namespace) -> list[Entered]:
    from rihai.profile.served.entered import read_entered

    if not options.indicators:
        return []
    try:
        return read_entered(bytes_of(Path(options.indicators)).decode("utf-8-sig"), options.project)
    except UnicodeDecodeError:
        raise Refused("The table of indicators is not UTF-8 text.") from None


def _print_entered(entered: list[Entered], language: str) -> None:
    """What the project says of itself: apart, marked, with its target where one is known."""
    from rihai.profile.served import indicators
    from rihai.profile.served.entered import kept_apart

    apart = kept_apart(entered, (one.code for one in indicators()))
    if apart:
        print("\n  " + say("Entered by hand, kept apart and never added to people:", language))
    for one in apart:
        target = say("target not known", language) if one.target is None else f"{one.target:,}"
        print(f"  {one.shown or '–':>10}  {one.title} ({one.code}), {one.unit}, {target}")


def _tally(read: ServedList, first: date | None, last: date | None) -> Tally:
    from rihai.profile.served import Contact, count

    rows = (Contact(one.code, one.service, one.district, one.on) for one in read.taken if one.on is not None)
    return count(rows, first, last + timedelta(days=1) if last else None)


def figures_of(tally: Tally) -> dict[str, int]:
    """Indicator code to figure: distinct people, in any service or in one."""
    from rihai.profile.served import indicators

    return {one.code: tally.services.get(one.service, 0) if one.service else tally.people for one in indicators()}


def districts_of(tally: Tally) -> dict[str, dict[str, int]]:
    """Indicator code to figures by district, which add up to the indicator."""
    from rihai.profile.served import indicators

    return {
        one.code: dict(tally.districts_of.get(one.service, {}) if one.service else tally.districts)
        for one in indicators()
    }


def _print_figures(
    tally: Tally, options: Namespace, first: date | None, last: date | None, targets: dict[str, int | None]
) -> None:
    from rihai.profile.served import indicators

    language, figures, by_district = options.language, figures_of(tally), districts_of(tally)
    print(f"\n{options.project}")
    print("  " + _days(first, last, language))
    for one in indicators():
        target = targets.get(one.code)
        of = f", {say('target', language)} {number_text(target, language)}" if target is not None else ""
        print(f"  {number_text(figures[one.code], language):>8}  {one.title(language)} ({one.code}){of}")
        for name, number in by_district[one.code].items() if options.by_district else ():
            print(f"  {number_text(number, language):>14}  {name or say('district not said', language)}")
    print("  " + say("Each person is counted once in each line; lines overlap and are never added up.", language))
    if tally.moved:
        says = say("Served in more than one district: {n}; each stands where she was served first.", language,
                   n=number_text(tally.moved, language))  # fmt: skip
        print(f"  {says}")
    if not any(targets.get(one.code) for one in indicators()):
        print("  " + say("Targets: not known; none was given.", language))
    print(f"\n  {number_text(tally.sessions, language):>8}  {say('sessions, counted apart from people', language)}")
    for name, number in tally.sessions_of.items():
        print(f"  {number_text(number, language):>14}  {say(name, language)}")
    for services, people in tally.several.items():
        says = say("people with {n} different services", language, n=services)
        print(f"  {number_text(people, language):>8}  {says}")


def _days(first: date | None, last: date | None, language: str) -> str:
    if first and last:
        return say("From {first} to {last}", language, first=day_text(first, language), last=day_text(last, language))
    if first:
        return say("Since {day}", language, day=day_text(first, language))
    return say("Until {day}", language, day=day_text(last, language)) if last else say("All days of the list", language)


def _print_rows(read: ServedList, language: str) -> None:
    """Every row accounted for, and what is wrong with those not counted or doubtful."""
    from rihai.census.served import says_of

    sums = read.sums()
    print()
    for verdict, number in sums.items():
        print(f"  {number_text(number, language):>8}  {say(VERDICTS[verdict], language)}")
    print(f"  {'-' * 8}\n  {number_text(sum(sums.values()), language):>8}  {say('source rows', language)}")
    kinds = Counter(code for row in read.rows for code in row.problems)
    for code, number in kinds.most_common():
        rows = [str(row.row) for row in read.rows if code in row.problems][:EXAMPLES]
        where = say("rows {rows}", language, rows=", ".join(rows)) + (" …" if number > EXAMPLES else "")
        print(f"\n  {number_text(number, language):>8}  {code} ({where})\n            {says_of(code, language)}")

"""`rihai law diff OLD NEW FILE`: the same people under two versions of a pack, who changes and why."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from rihai.cli.options import day_asked, step
from rihai.cli.run import person_name
from rihai.words import join_and, mark, say

if TYPE_CHECKING:
    from rihai.law.changes import Change
    from rihai.law.engine import Finding

_SHOWN = 40
_NOT_THERE = mark("not in the pack")


class OfPerson(NamedTuple):
    """A change, and the place of the person in the file."""

    person: int
    change: Change


def run(options: Namespace) -> int:
    """Print the changes by provision, then person by person."""
    from rihai.law.changes import changes_of
    from rihai.law.engine import ReadyPack
    from rihai.law.load import load_pack, pack_folder

    as_of = day_asked(options)
    old, new = (ReadyPack(load_pack(pack_folder(name)), as_of) for name in (options.old, options.new))
    people = list(_people(Path(options.file), options))
    with step(f"Comparing two versions over {len(people):,} people"):
        changes = [
            OfPerson(index, change)
            for index, person in enumerate(people)
            for change in changes_of(old.find(person), new.find(person))
        ]
    _print(changes, people, options.language)
    return 0


def _people(path: Path, options: Namespace) -> Iterator[dict[str, Any]]:
    from rihai.cli.facts_file import facts_of, holds_facts
    from rihai.cli.reading import read_file

    if holds_facts(path):
        return iter(facts_of(path)[0])
    return read_file(path, options, None).reading.records()


def _print(changes: list[OfPerson], people: list[dict[str, Any]], language: str) -> None:
    from rihai.law.changes import why

    told = [one.change for one in changes]
    counts = Counter((one.provision, _state(one.old, language), _state(one.new, language)) for one in told)
    print(say(
        "{changes} findings of {people} people come out otherwise.", language,
        changes=len(changes), people=len({one.person for one in changes}),
    ))  # fmt: skip
    for (provision, old, new), count in counts.most_common():
        print(f"  {count:>7,}  {provision}: {old} → {new}")
    for person, one in changes[:_SHOWN]:
        case = f" [{one.case_id}]" if one.case_id else ""
        print(f"\n{person_name(people[person])}{case} · {one.provision}")
        print(f"  {_outcome(one.old, language)}\n  → {_outcome(one.new, language)}")
        if names := why(one):
            print("  " + say("Because of: {conditions}", language, conditions=join_and(names, language)))
    if len(changes) > _SHOWN:
        print("\n" + say("… and {count} more", language, count=len(changes) - _SHOWN))


def _state(finding: Finding | None, language: str) -> str:
    from rihai.cli.provision_parts import OUTCOMES

    return say(OUTCOMES[finding.outcome] if finding else _NOT_THERE, language)


def _outcome(finding: Finding | None, language: str) -> str:
    from rihai.law.explain import outcome_text

    return outcome_text(finding, language) if finding else say(_NOT_THERE, language)

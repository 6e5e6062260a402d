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
    from rihai.law.engine import Finding, ReadyPack

_SHOWN = 40
_NOT_THERE = mark("not in the pack")


class Change(NamedTuple):
    """One finding that comes out otherwise: of whom, in which case, and both outcomes."""

    person: int
    provision: str
    case_id: str | None
    old: Finding | None
    new: Finding | None


def run(options: Namespace) -> int:
    """Print the changes by provision, then person by person."""
    from rihai.law.engine import ReadyPack
    from rihai.law.load import load_pack, pack_folder

    as_of = day_asked(options)
    old, new = (ReadyPack(load_pack(pack_folder(name)), as_of) for name in (options.old, options.new))
    people = list(_people(Path(options.file), options))
    with step(f"Comparing two versions over {len(people):,} people"):
        changes = [change for index, person in enumerate(people) for change in changes_of(index, person, old, new)]
    _print(changes, people, options.language)
    return 0


def changes_of(index: int, person: dict[str, Any], old: ReadyPack, new: ReadyPack) -> Iterator[Change]:
    """What comes out otherwise for one checked record: another outcome or another day."""
    before, after = ({(one.provision.id, one.case_id): one for one in pack.find(person)} for pack in (old, new))
    for key in dict.fromkeys([*before, *after]):
        first, second = before.get(key), after.get(key)
        if _told(first) != _told(second):
            yield Change(index, key[0], key[1], first, second)


def _told(finding: Finding | None) -> tuple[object, ...]:
    """What is compared of a finding: not the wording, only what it says of the person."""
    if finding is None:
        return ()
    return finding.outcome, finding.since, finding.due_on, finding.until


def why(change: Change) -> list[str]:
    """The conditions that stand otherwise, by their ids; those that only one version has among them."""
    standings = [
        {one.id: one.outcome for one in finding.conditions} if finding else {} for finding in (change.old, change.new)
    ]
    return [name for name in {**standings[0], **standings[1]} if standings[0].get(name) != standings[1].get(name)]


def _people(path: Path, options: Namespace) -> Iterator[dict[str, Any]]:
    from rihai.cli.facts_file import facts_of, holds_facts
    from rihai.cli.reading import read_file

    if holds_facts(path):
        return iter(facts_of(path)[0])
    return read_file(path, options, None).reading.records()


def _print(changes: list[Change], people: list[dict[str, Any]], language: str) -> None:
    counts = Counter((one.provision, _state(one.old, language), _state(one.new, language)) for one in changes)
    print(say(
        "{changes} findings of {people} people come out otherwise.", language,
        changes=len(changes), people=len({one.person for one in changes}),
    ))  # fmt: skip
    for (provision, old, new), count in counts.most_common():
        print(f"  {count:>7,}  {provision}: {old} → {new}")
    for one in changes[:_SHOWN]:
        case = f" [{one.case_id}]" if one.case_id else ""
        print(f"\n{person_name(people[one.person])}{case} · {one.provision}")
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

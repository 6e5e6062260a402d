"""What a paper rests on: a provision's own words, how its conditions stand for a person, and its sum of days.

For the rooms above, which never ask the law themselves: plain values in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.utils.text import capfirst

from rihai.days import ALWAYS, NEVER, add, date_of
from rihai.kit.actor import Actor
from rihai.law.arithmetic import possible_amounts, reckoning
from rihai.law.engine import Finding as Answer
from rihai.law.labels import label
from rihai.law.lay import Row
from rihai.law.provision import Provision
from rihai.law.reckoned import ASKS
from rihai.law.tree import Since, facts_of, leaves, push
from rihai.screening.law.packs import Law
from rihai.screening.models import Finding
from rihai.screening.shown.explained import Explained, explained
from rihai.screening.shown.notes import is_reviewed, notes_on
from rihai.screening.shown.records import records_behind
from rihai.screening.shown.rows import cite_text, language, reason_of
from rihai.words import amount_text


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision in its own words. `word` is its operative word; a paper never says more than it.

    `facts` are the facts it asks, by name: of the person and of the case.
    """

    id: str
    pack: str
    pack_version: str
    title: str
    says: str
    cite: str
    rests_on: tuple[str, ...]
    reference: str
    word: Literal["shall", "may", "must_look"]
    what: str
    decides: str
    next_step: str
    open_issues: tuple[str, ...]
    is_reviewed: bool
    objections: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A length of time that has to pass: from which fact and day, how long, and the day on which it was over."""

    fact: str
    begun: date
    amount: str
    ended: date


@dataclass(frozen=True, slots=True)
class Stated:
    """One condition in the words of the law alone, and how it stands: met, open (for the court), missing, not_met."""

    kind: str
    says: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """A provision, and how it stands for one person on a day."""

    cited: Cited
    outcome: str
    since: date | None
    why: str
    conditions: tuple[Stated, ...]
    exceptions: tuple[Stated, ...]
    missing: tuple[str, ...]
    reckoned: tuple[Reckoned, ...]
    asked_on: date


def cited(provision_id: str, law: Law) -> Cited | None:
    """A provision in its own words; None for one that no pack has."""
    one = law.provisions.get(provision_id)
    if one is None:
        return None
    said, version = language(), one.version_on(law.on)
    pack = next(pack for pack in law.packs if one in pack.provisions)
    notes = notes_on([one.id], law).get(one.id, ())
    return Cited(
        id=one.id,
        pack=pack.id,
        pack_version=pack.version,
        title=one.title.of(said),
        says=one.says.of(said),
        cite=cite_text(one),
        rests_on=one.cite.rests_on,
        reference=version.reference,
        word=one.effect.word,
        what=one.effect.what.of(said),
        decides=capfirst(one.effect.decides.of(said)),
        next_step=one.next_step.of(said),
        open_issues=tuple(issue.of(said) for issue in one.open_issues),
        is_reviewed=is_reviewed(one.id, law, notes),
        objections=tuple(str(note.says) for note in notes if note.kind == "objection"),
        facts=tuple(_asked(one, law.on)),
    )


def grounds_of(finding: Finding, *, actor: Actor, law: Law) -> Grounds | None:
    """How a finding that the actor sees stands today; None where no pack has its provision or it stands no more."""
    told = cited(finding.provision, law)
    shown = explained(finding, actor=actor, law=law) if told else None
    if told is None or shown is None:
        return None
    record = records_behind([finding])[finding.pk]
    laid = _laid(finding, record, law)
    conditions, exceptions = _stated(laid, shown) if laid else ((), ())
    return Grounds(
        cited=told,
        outcome=finding.outcome,
        since=finding.since_on,
        why=reason_of(finding, record, law),
        conditions=conditions,
        exceptions=exceptions,
        missing=tuple(label(fact, language()) for fact in finding.missing),
        reckoned=tuple(_reckoned(laid)) if laid else (),
        asked_on=law.on,
    )


def _asked(one: Provision, on: date) -> Iterator[str]:
    """The facts its conditions ask, each once; of a reckoned one, the fact it is reckoned from."""
    version = one.version_on(on)
    nodes = (version.conditions[name].node for name in version.used())
    names = (fact for node in nodes for leaf, _sign in leaves(push(node)) for fact in facts_of(leaf))
    yield from dict.fromkeys(ASKS.get(name, name).partition(".")[0] for name in names)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A record laid out as the engine reads it, and its answer."""

    row: Row
    day: int
    answer: Answer


def _laid(finding: Finding, record: dict[str, Any], law: Law) -> _Laid | None:
    asked = law.asked(finding.provision)
    if asked is None:
        return None
    pack, ready = asked
    cases: list[dict[str, Any]] = record.get("cases") or []
    case: dict[str, Any] = next((one for one in cases if one.get("case_id") == finding.case_id), {})
    row = pack.rows.build(record, case, pack.day)
    return _Laid(row, pack.day, ready.find(row, pack.day, finding.case_id or None))


def _stated(laid: _Laid, shown: Explained) -> tuple[tuple[Stated, ...], tuple[Stated, ...]]:
    """The conditions, then the exceptions, each in the law's own words with its length of time filled in."""
    said = language()
    texts: dict[bool, list[str]] = {False: [], True: []}
    for standing in laid.answer.conditions:
        condition = laid.answer.version.conditions[standing.id]
        amount = reckoning(condition.node, laid.row, laid.day, said)[0]
        texts[standing.role == "unless"].append(condition.says.of(said).replace("{amount}", amount))
    pairs = ((shown.conditions, texts[False]), (shown.exceptions, texts[True]))
    conditions, exceptions = (
        tuple(Stated(one.kind, text) for one, text in zip(found, told, strict=True)) for found, told in pairs
    )
    return conditions, exceptions


def _reckoned(laid: _Laid) -> Iterator[Reckoned]:
    """The lengths of time of its conditions whose beginning is known to the day and that nothing puts off."""
    version, row = laid.answer.version, laid.row
    for name in dict.fromkeys(one for way in version.ways for one in way):
        for leaf, _sign in leaves(push(version.conditions[name].node)):
            if not isinstance(leaf, Since) or leaf.less or leaf.plus or leaf.amount.fraction is not None:
                continue
            start, latest = row[f"{leaf.fact}__e"], row[f"{leaf.fact}__l"]
            if start != latest or start in {ALWAYS, NEVER}:
                continue
            for months, days in possible_amounts(leaf.amount, row):
                if months or days:
                    yield Reckoned(
                        label(leaf.fact, language()), date_of(start), amount_text(months, days, language()),
                        date_of(add(start, months, days)),
                    )  # fmt: skip

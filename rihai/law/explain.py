"""Explains a finding in sentences a person can check, in our languages, from the same tree that reckoned it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from rihai.days import ALWAYS, NEVER, UNKNOWN, Span
from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS
from rihai.law.arithmetic import reckoning, term_in
from rihai.law.engine import ConditionStanding, Finding, ReadyPack
from rihai.law.graph import INFINITE
from rihai.law.labels import label, value_label
from rihai.law.lay import Row
from rihai.law.reckon.derived import DERIVED
from rihai.law.reckon.known import Record
from rihai.law.reckoned import known_fact
from rihai.law.tree import facts_of, leaves, push
from rihai.words import day_text, direction, join_and, mark, say

Part = Literal["outcome", "law", "condition", "exception", "missing", "change", "next", "caution"]

_OUTCOMES = {
    "met": mark("Met since {since}."),
    "met_always": mark("Met."),
    "arguable": mark("Arguable since {since}: everything of record is met; the rest is for the court."),
    "arguable_always": mark("Arguable: everything of record is met; the rest is for the court."),
    "not_yet": mark("Not yet: it can be met from {due}."),
    "not_met": mark("Not met."),
    "cannot_tell": mark("Cannot tell."),
    "cannot_tell_due": mark("Cannot tell today; met for certain from {due}."),
    "not_applicable": mark("Does not apply."),
}
_STANDING = {"met": mark("met"), "not_met": mark("not met"), "cannot_tell": mark("not known")}
_FOR_COURT = mark("for the court")
_EXCEPTION = {
    "met": mark("applies"), "not_met": mark("does not apply"), "cannot_tell": mark("not known"),
}  # fmt: skip
_WORDS = {"shall": mark("shall"), "may": mark("may"), "must_look": mark("must look at this")}
_CAUTIONS = {
    "draft_law": mark("Draft: the text of this law was not seen; use it as a hint only."),
    "announced_law": mark("Announced: this law is not yet in force."),
    "not_reviewed": mark("No lawyer has reviewed this provision yet."),
    "held_in_other_case": mark("Another case also holds this person: release in this case does not open the gate."),
    "custody_from_arrest": mark("Custody is reckoned from the day of arrest, without a break on record."),
    "offence_confidence_medium": mark("What the law says of the offence rests on a secondary source; check it."),
    "offence_confidence_low": mark("What the law says of the offence is uncertain; have it checked before use."),
    "presumption": mark("It rests on a presumption."),
    "contested": mark("Courts disagree on whether the law reaches so far; ask counsel."),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an explanation, and the part it belongs to."""

    part: Part
    text: str


def explain(ready: ReadyPack, person: Record, finding: Finding, language: str) -> list[Sentence]:
    """The sentences of one finding of a checked record."""
    case = _case_of(person, finding.case_id)
    row = {**ready.rows.build(person, case, ready.day), **_list_lengths(person, case)}
    return [
        *_head(finding, language),
        *(_condition(finding, one, row, ready.day, language) for one in finding.conditions),
        *_missing(finding, language),
        *(Sentence("change", text) for text in what_it_would_change(ready, person, finding, language)),
        *_tail(finding, language),
    ]


def _case_of(person: Record, case_id: str | None) -> Record:
    """The case of a finding; empty where the finding is the person's."""
    cases: list[Record] = person.get("cases") or []
    return next((case for case in cases if case.get("case_id") == case_id), {})


def _list_lengths(person: Record, case: Record) -> Row:
    """How many items each list of the record has; None for a list that is not known."""
    lengths: Row = {}
    for name in LIST_FACTS:
        found = case.get(name, person.get(name))
        if found is None and name in DERIVED:
            found = DERIVED[name](person, case)
        lengths[name] = None if found is None else len(found)
    return lengths


def outcome_text(finding: Finding, language: str) -> str:
    """The outcome with its day, in one sentence."""
    since, due = finding.since, finding.due_on
    key: str = finding.outcome
    if key in {"met", "arguable"} and since is None:
        key += "_always"
    if key == "cannot_tell" and due is not None:
        key += "_due"
    text = say(
        _OUTCOMES[key], language,
        since=day_text(since, language) if since is not None else "",
        due=day_text(due, language) if due is not None else "",
    )  # fmt: skip
    if finding.until is not None:
        text += " " + say("Ends on {day}.", language, day=day_text(finding.until, language))
    return text


def law_text(finding: Finding, language: str) -> str:
    """The citation and the operative words: who shall or may do what."""
    provision = finding.provision
    effect = provision.effect
    return say(
        "{act}, {section}: {who} {word} {what}.", language,
        act=provision.cite.act, section=provision.cite.section, who=effect.decides.of(language),
        word=say(_WORDS[effect.word], language) if effect.word != "must_look" else "—", what=effect.what.of(language),
    )  # fmt: skip


def _head(finding: Finding, language: str) -> Iterator[Sentence]:
    yield Sentence("outcome", outcome_text(finding, language))
    yield Sentence("law", law_text(finding, language))


def _condition(finding: Finding, standing: ConditionStanding, row: Row, day: int, language: str) -> Sentence:
    condition = finding.version.conditions[standing.id]
    exception = standing.role == "unless"
    state = (_EXCEPTION if exception else _STANDING)[standing.outcome]
    if standing.court and standing.outcome == "cannot_tell":
        state = _FOR_COURT
    amount, sum_of_days = reckoning(condition.node, row, day, language)
    says = condition.says.of(language)
    if "{amount}" in says:
        says = says.replace("{amount}", amount)
    facts = list(dict.fromkeys(fact for leaf, _ in leaves(push(condition.node)) for fact in facts_of(leaf)))
    stop, pause = ("۔", "؛ ") if direction(language) == "rtl" else (".", "; ")
    values = pause.join(f"{label(fact, language)}: {fact_text(fact, row, language)}" for fact in facts)
    text = f"{says}: {say(state, language)}{stop}"
    if sum_of_days:
        text += f" {sum_of_days}"
    return Sentence("exception" if exception else "condition", f"{text} [{values}]")


def fact_text(fact: str, row: Row, language: str) -> str:
    """The value of a fact in a row, in words."""
    known = known_fact(fact)
    kind = known.kind if known else "text"
    if kind == "date":
        return span_text(Span(row[f"{fact}__e"], row[f"{fact}__l"]), language)
    if kind in {"number", "money"} and f"{fact}__lo" in row:
        return _number_text(row[f"{fact}__lo"], row[f"{fact}__hi"], language)
    if kind == "term" and f"{fact}__m" in row:
        from rihai.words import amount_text

        least, most = term_in(row, fact)
        if least[0] < 0:
            return say("not known", language)
        first, last = amount_text(*least, language), amount_text(*most, language)
        return first if least == most else say("between {first} and {last}", language, first=first, last=last)
    value = row.get(fact, "")
    if kind == "yes_no":
        return say("not known", language) if value == -1 else value_label(bool(value), language)
    if kind == "codes" and value:
        return join_and([value_label(one, language) for one in value.strip("|").split("|") if one], language) or say(
            "none", language
        )
    if kind == "list":
        number = row.get(fact)
        if number is None:
            return say("not known", language)
        return say("{n} on record", language, n=number) if number else say("none", language)
    return value_label(value, language) if value else say("not known", language)


def _number_text(low: float, high: float, language: str) -> str:
    """A number known exactly, in part, or not at all."""
    if low == high:
        return f"{low:g}"
    if high < INFINITE and low > -INFINITE:
        return say("{low} to {high}", language, low=f"{low:g}", high=f"{high:g}")
    return say("{n} or more", language, n=f"{low:g}") if low > 0 else say("not known", language)


def span_text(span: Span, language: str) -> str:
    """A date known exactly, in part, or not at all."""
    if span == UNKNOWN:
        return say("not known", language)
    if span == Span(NEVER, NEVER):
        return say("not yet", language)
    if span.exact:
        return day_text(span.earliest, language)
    if span.earliest == ALWAYS:
        return say("by {day} at the latest", language, day=day_text(span.latest, language))
    if span.latest == NEVER:
        return say("not before {day}", language, day=day_text(span.earliest, language))
    return say(
        "between {first} and {last}", language,
        first=day_text(span.earliest, language), last=day_text(span.latest, language),
    )  # fmt: skip


def _missing(finding: Finding, language: str) -> Iterator[Sentence]:
    if finding.missing:
        names = join_and([label(name, language) for name in finding.missing], language)
        yield Sentence("missing", say("To settle it: {facts}.", language, facts=names))


def _tail(finding: Finding, language: str) -> Iterator[Sentence]:
    if finding.outcome in {"met", "arguable", "cannot_tell", "not_yet"}:
        yield Sentence("next", say("Next step: {step}", language, step=finding.provision.next_step.of(language)))
    for issue in finding.provision.open_issues:
        if finding.outcome != "not_applicable":
            yield Sentence("caution", say("Open question: {issue}", language, issue=issue.of(language)))
    for note in finding.notes:
        yield Sentence("caution", say(_CAUTIONS.get(note, note), language))


def what_it_would_change(ready: ReadyPack, person: Record, finding: Finding, language: str) -> Iterator[str]:
    """For each missing fact with few values: what the outcome would be for each of them."""
    if finding.outcome != "cannot_tell":
        return
    for name in finding.missing:
        for value in _values_of(name):
            changed = _with(person, finding.case_id, name, value)
            other = next(
                one
                for one in ready.find(changed)
                if one.provision.id == finding.provision.id and one.case_id == finding.case_id
            )
            yield say(
                "If {fact} were {value}: {outcome}", language,
                fact=label(name, language), value=value_label(value, language), outcome=outcome_text(other, language),
            )  # fmt: skip


def _values_of(name: str) -> tuple[Any, ...]:
    list_name, _, item = name.partition(".")
    fact = LIST_FACTS.get(list_name, {}).get(item) if item else PERSON_FACTS.get(name) or CASE_FACTS.get(name)
    if fact is None or fact.free or fact.court or (item and list_name != "charges"):
        return ()
    if fact.kind == "yes_no":
        return (True, False)
    return fact.codes if fact.kind == "code" and len(fact.codes) <= 3 else ()


def _with(person: Record, case_id: str | None, name: str, value: Any) -> Record:
    """A copy of the record in which a fact is known."""
    changed = copy.deepcopy(person)
    case = _case_of(changed, case_id)
    list_name, _, item = name.partition(".")
    if item:
        for charge in case.get(list_name) or []:
            charge.setdefault(item, value)
    elif name in PERSON_FACTS:
        changed[name] = value
    else:
        case[name] = value
    return changed

"""One finding laid open: each condition with how it stands, its facts and their sources, what is missing, what next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import LawNote
from rihai.law.engine import ConditionStanding
from rihai.law.engine import Finding as Answer
from rihai.law.explain import Sentence, explain
from rihai.law.provision import Provision
from rihai.law.reckoned import ASKS
from rihai.law.screen import find_in
from rihai.law.tree import facts_of, leaves, push
from rihai.people.queries.records import said_about
from rihai.people.record import Belief, Path, believed
from rihai.people.shown import label, source_text, value_text
from rihai.screening.law.packs import Law
from rihai.screening.models import Finding
from rihai.screening.shown.notes import is_reviewed, notes_on
from rihai.screening.shown.records import records_behind
from rihai.screening.shown.rows import cite_text, language, operative

NOT_REVIEWED = "not_reviewed"
"""The caution of the engine, which knows the pack alone; whether a lawyer signed in the site is said beside the law."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: how it stands (met, open, missing, not_met), in a word and in a sentence, and on what it rests."""

    kind: str
    word: str
    says: str
    facts: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding as its page shows it."""

    finding: Finding
    provision: Provision
    title: str
    says: str
    cite: str
    urls: tuple[str, ...]
    word: str
    decides: str
    effect: str
    outcome: str
    conditions: tuple[Condition, ...]
    exceptions: tuple[Condition, ...]
    missing: str
    changes: tuple[str, ...]
    next_step: str
    cautions: tuple[str, ...]
    notes: tuple[LawNote, ...] = ()
    is_reviewed: bool = False


def explained(finding: Finding, *, actor: Actor, law: Law) -> Explained | None:
    """The finding with its reasons, asked anew today; None where no pack has its provision any more."""
    asked = law.asked(finding.provision)
    if asked is None:
        return None
    record = records_behind([finding])[finding.pk]
    answer = (
        next(one for one in find_in(record, law.ready) if (one.provision.id, one.case_id or "") == _key(finding))
        if _is_there(finding, record)
        else None
    )
    if answer is None:
        return None
    beliefs = {one.path: one for one in believed(said_about(finding.person_id, actor=actor))}
    told = replace(answer, notes=tuple(note for note in answer.notes if note != NOT_REVIEWED))
    sentences = explain(asked[0], record, told, language())
    notes = notes_on([finding.provision], law).get(finding.provision, ())
    made = _explained(finding, answer, sentences, beliefs)
    return replace(made, notes=notes, is_reviewed=is_reviewed(finding.provision, law, notes))


def _key(finding: Finding) -> tuple[str, str]:
    return finding.provision, finding.case_id


def _is_there(finding: Finding, record: Mapping[str, object]) -> bool:
    cases = record.get("cases")
    names = {case["case_id"] for case in cases} if isinstance(cases, list) else set()
    return not finding.case_id or finding.case_id in names


def _explained(
    finding: Finding, answer: Answer, sentences: list[Sentence], beliefs: Mapping[Path, Belief]
) -> Explained:
    one, said = answer.provision, language()
    parts: dict[str, list[str]] = {}
    for sentence in sentences:
        parts.setdefault(sentence.part, []).append(sentence.text)
    stated = [sentence for sentence in sentences if sentence.part in {"condition", "exception"}]
    conditions = [
        (standing.role, _condition(answer, standing, sentence.text, finding.case_id, beliefs))
        for standing, sentence in zip(answer.conditions, stated, strict=True)
    ]
    return Explained(
        finding=finding,
        provision=one,
        title=one.title.of(said),
        says=one.says.of(said),
        cite=cite_text(one),
        urls=one.cite.urls,
        word=operative(one),
        decides=capfirst(one.effect.decides.of(said)),
        effect=one.effect.what.of(said),
        outcome=parts["outcome"][0],
        conditions=tuple(made for role, made in conditions if role != "unless"),
        exceptions=tuple(made for role, made in conditions if role == "unless"),
        missing=" ".join(parts.get("missing", ())),
        changes=tuple(parts.get("change", ())),
        next_step=" ".join(parts.get("next", ())),
        cautions=tuple(parts.get("caution", ())),
    )


def _condition(
    answer: Answer, standing: ConditionStanding, text: str, case_id: str, beliefs: Mapping[Path, Belief]
) -> Condition:
    kind = _kind(standing)
    says, _bracket, facts = text.rpartition(" [")
    node = answer.version.conditions[standing.id].node
    names = dict.fromkeys(fact for leaf, _sign in leaves(push(node)) for fact in facts_of(leaf))
    return Condition(
        kind, _word(standing, kind), says, facts.removesuffix("]"), tuple(_sources(names, case_id, beliefs))
    )


def _kind(standing: ConditionStanding) -> str:
    if standing.outcome == "cannot_tell":
        return "open" if standing.court else "missing"
    holds = standing.outcome == "met"
    return "met" if holds != (standing.role == "unless") else "not_met"


def _word(standing: ConditionStanding, kind: str) -> str:
    if kind == "open":
        return _("For the court")
    if kind == "missing":
        return _("Missing")
    if standing.role == "unless":
        return _("Applies") if kind == "not_met" else _("Does not apply")
    return _("Met") if kind == "met" else _("Not met")


def _sources(facts: Iterable[str], case_id: str, beliefs: Mapping[Path, Belief]) -> Iterator[str]:
    """Each fact on record behind the condition with its source; of what is reckoned, the fact it is reckoned from."""
    for name in dict.fromkeys(told for fact in facts for told in (fact, ASKS.get(fact, "").partition(".")[0])):
        found = beliefs.get(Path(case_id, name)) or beliefs.get(Path("", name))
        if found:
            yield _("%(fact)s: %(value)s (%(source)s)") % {
                "fact": label(name), "value": value_text(name, found.value), "source": source_text(found.said),
            }  # fmt: skip

"""Whether a programme is for somebody, rule by rule: met, not met or not known; decided from plain values.

Not knowing is an answer. The worker may go on with a reason, which is kept with the answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rihai.casework.cases.programmes import Programme, Rule

Answer = Literal["met", "not_met", "unknown"]


@dataclass(frozen=True, slots=True)
class Asker:
    """What is known of who comes, as far as the worker sees it.

    `ages`: between which completed ages, None where it is not known. `risks` and `findings` are codes and ids with True
    where they are met, False where nobody can tell.
    """

    setting: str
    record: Mapping[str, Any] = field(default_factory=dict)
    ages: tuple[int, int] | None = None
    risks: Mapping[str, bool] = field(default_factory=dict)
    findings: Mapping[str, bool] = field(default_factory=dict)
    is_screened: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """One rule with its answer."""

    rule: Rule
    answer: Answer


def judge(programme: Programme, asker: Asker) -> tuple[Judged, ...]:
    """Every rule of a programme for one person."""
    return tuple(Judged(rule, _JUDGES[rule.kind](rule, asker)) for rule in programme.for_whom)


def needs_reason(judged: tuple[Judged, ...]) -> bool:
    """Whether the worker says why the case is opened all the same."""
    return any(one.answer != "met" for one in judged)


def kept(judged: tuple[Judged, ...]) -> list[dict[str, str]]:
    """As the case keeps it: the reason in every language, and the answer."""
    return [{**dict(one.rule.says), "answer": one.answer} for one in judged]


def _setting(rule: Rule, asker: Asker) -> Answer:
    if not asker.setting:
        return "unknown"
    return "met" if asker.setting in rule.among else "not_met"


def _sex(rule: Rule, asker: Asker) -> Answer:
    sex = asker.record.get("sex")
    if not sex:
        return "unknown"
    return "met" if sex in rule.among else "not_met"


def _age(rule: Rule, asker: Asker) -> Answer:
    if asker.ages is None:
        return "unknown"
    low, high = min(asker.ages), max(asker.ages)
    fits = {_within(rule, low), _within(rule, high)}
    if len(fits) == 2:
        return "unknown"
    return "met" if fits.pop() else "not_met"


def _within(rule: Rule, age: int) -> bool:
    return (rule.at_least is None or age >= rule.at_least) and (rule.below is None or age < rule.below)


def _fact(rule: Rule, asker: Asker) -> Answer:
    value = asker.record.get(rule.fact)
    if value is None:
        return "unknown"
    return "met" if value is rule.wanted else "not_met"


def _flag(rule: Rule, asker: Asker) -> Answer:
    return _any(rule, asker.risks, asker)


def _finding(rule: Rule, asker: Asker) -> Answer:
    return _any(rule, asker.findings, asker)


def _any(rule: Rule, known: Mapping[str, bool], asker: Asker) -> Answer:
    """Met where one is; without screening, or where one cannot be told, nobody knows."""
    if any(known.get(code) for code in rule.among):
        return "met"
    if not asker.is_screened or any(code in known for code in rule.among):
        return "unknown"
    return "not_met"


_JUDGES = {"setting": _setting, "sex": _sex, "age": _age, "fact": _fact, "flag": _flag, "finding": _finding}

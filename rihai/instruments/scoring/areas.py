"""Scores area by area: share, coverage, finding, and the critical items that failed, always the four together.

The rules are those of the Mandela instrument (rules 83 to 85 ask for inspections; the limits are the form's own). There
is no mark for a whole form.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from django.utils.translation import gettext_lazy as _

from rihai.instruments.scoring.declared import Item, Scoring
from rihai.instruments.scoring.marks import Mark

Finding = Literal[
    "met", "largely_met", "partly_met", "serious_concern", "insufficient_evidence", "not_applicable"
]  # fmt: skip
FINDINGS = {
    "met": _("Met"),
    "largely_met": _("Largely met"),
    "partly_met": _("Partly met"),
    "serious_concern": _("Serious concern"),
    "insufficient_evidence": _("Insufficient evidence"),
    "not_applicable": _("Not applicable"),
}
_ORDER: tuple[Finding, ...] = ("met", "largely_met", "partly_met", "serious_concern")
Change = Literal["better", "same", "worse", "not_comparable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaScore:
    """An area: `share` and `coverage` are None where there is nothing to divide by; the lists hold names of items."""

    area: str
    share: Fraction | None
    coverage: Fraction | None
    finding: Finding
    failed: tuple[str, ...]
    provisional: tuple[str, ...]
    critical_not_assessed: tuple[str, ...]
    items: int
    assessed: int


def area_scores(scoring: Scoring, marks: Mapping[str, Mark]) -> tuple[AreaScore, ...]:
    """Every area of a form, in its order. An item without a mark was not assessed."""
    return tuple(_area(scoring, area, marks) for area in scoring.areas)


def _area(scoring: Scoring, area: str, marks: Mapping[str, Mark]) -> AreaScore:
    missing = Mark("na", None)
    met = [(item, marks.get(item.name, missing)) for item in scoring.of(area)]
    applying = [(item, one) for item, one in met if one.applies]
    assessed = [(item, one, one.value) for item, one in applying if one.value is not None]
    applicable = sum((item.weight for item, _one in applying), Fraction(0))
    weighed = sum((item.weight for item, _one, _value in assessed), Fraction(0))
    share = sum((value * item.weight for item, _one, value in assessed), Fraction(0)) / weighed if weighed else None
    coverage = weighed / applicable if applicable else None
    critical = [(item, one) for item, one in applying if item.is_critical]
    return AreaScore(
        area=area, share=share, coverage=coverage, finding=_finding(scoring, share, coverage, critical),
        failed=_names(critical, lambda one: one.value == 0),
        provisional=_names(critical, lambda one: one.is_provisional),
        critical_not_assessed=_names(critical, lambda one: one.value is None),
        items=len(applying), assessed=len(assessed),
    )  # fmt: skip


def _names(critical: list[tuple[Item, Mark]], wanted: object) -> tuple[str, ...]:
    assert callable(wanted)
    return tuple(item.name for item, one in critical if wanted(one))


def _finding(
    scoring: Scoring, share: Fraction | None, coverage: Fraction | None, critical: list[tuple[Item, Mark]]
) -> Finding:
    if coverage is None:
        return "not_applicable"
    if coverage < scoring.coverage or share is None:
        return "insufficient_evidence"
    values = [one.value for _item, one in critical]
    if 0 in values:
        return "serious_concern"
    best = 0
    if any(value is None for value in values):
        best = 1
    if any(value is not None and value < 1 for value in values):
        best = 2
    reached = next((at for at, least in enumerate(scoring.bands) if share >= least), len(scoring.bands))
    return _ORDER[max(best, reached)]


def change(before: Mark | None, after: Mark | None) -> Change:
    """What became of one item since another time; not comparable where either time it was not assessed."""
    if before is None or after is None or before.value is None or after.value is None:
        return "not_comparable"
    if before.value == after.value:
        return "same"
    return "better" if after.value > before.value else "worse"


def compared(
    scoring: Scoring, before: Mapping[str, Mark], after: Mapping[str, Mark]
) -> tuple[tuple[str, Fraction | None, Fraction | None], ...]:
    """Each area's share then and now, both over the items alone that were assessed both times."""
    both = {name for name in scoring.items if change(before.get(name), after.get(name)) != "not_comparable"}
    then, now = (area_scores(scoring, _only(one, both)) for one in (before, after))
    return tuple((was.area, was.share, is_now.share) for was, is_now in zip(then, now, strict=True))


def _only(marks: Mapping[str, Mark], names: Collection[str]) -> dict[str, Mark]:
    return {name: one for name, one in marks.items() if name in names}

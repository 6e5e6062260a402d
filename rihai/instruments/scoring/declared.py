"""What a version of a form declares of its scores, read from the marks that were kept of its workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from rihai.instruments.form import Form, Group, Question
from rihai.instruments.form.tree import Node, Text

NOT_ASSESSED, NOT_APPLICABLE = "na", "nap"
USUAL = {"yes": "1", "partly": "0.5", "no": "0", "na": NOT_ASSESSED, "nap": NOT_APPLICABLE}
BANDS = (Fraction("0.9"), Fraction("0.7"), Fraction("0.4"))
COVERAGE = Fraction("0.6")
CRITICAL = "critical"
CRITICAL_WEIGHT = Fraction(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question that is scored: in which area, how heavily; `sources` is the question where its sources are ticked."""

    name: str
    area: str
    weight: Fraction = Fraction(1)
    is_critical: bool = False
    sources: str = ""
    evidence: frozenset[str] = frozenset()
    values: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """The items of a form in its order, the areas with their titles by language, and the limits of its findings."""

    items: Mapping[str, Item]
    areas: Mapping[str, Text]
    bands: tuple[Fraction, Fraction, Fraction] = BANDS
    coverage: Fraction = COVERAGE

    def of(self, area: str) -> list[Item]:
        """The items of an area."""
        return [one for one in self.items.values() if one.area == area]


def scoring_from(form: Form, marks: Mapping[str, Any]) -> Scoring | None:
    """The scores a form declares; None where it declares none. What cannot be read counts as not declared."""
    about: Mapping[str, Mapping[str, str]] = marks.get("questions", {})
    items: dict[str, Item] = {}
    areas: dict[str, Text] = {}
    _gather(form.children, "", about, marks.get("values", {}), items, areas)
    if not items:
        return None
    said: Mapping[str, str] = marks.get("settings", {})
    bands = tuple(_fraction(one) for one in said.get("bands", "").replace(",", " ").split())
    kept = [one for one in bands if one is not None]
    coverage = _fraction(said.get("coverage", ""))
    scored = {one.area for one in items.values()}
    return Scoring(
        items=items, areas={code: title for code, title in areas.items() if code in scored},
        bands=(kept[0], kept[1], kept[2]) if len(kept) == 3 else BANDS,
        coverage=coverage if coverage is not None else COVERAGE,
    )  # fmt: skip


def _gather(
    nodes: tuple[Node, ...], area: str, about: Mapping[str, Mapping[str, str]], values: Mapping[str, Mapping[str, str]],
    items: dict[str, Item], areas: dict[str, Text],
) -> None:  # fmt: skip
    for node in nodes:
        marks = about.get(node.name, {})
        here = marks.get("area", "") or area
        if isinstance(node, Group):
            if marks.get("area"):
                areas.setdefault(here, node.label)
            _gather(node.children, here, about, values, items, areas)
        elif isinstance(node, Question) and marks.get("score"):
            areas.setdefault(here, {})
            items[node.name] = _item(node.name, here, marks, {**USUAL, **values.get(marks.get("list", ""), {})})


def _item(name: str, area: str, marks: Mapping[str, str], values: Mapping[str, str]) -> Item:
    words = marks["score"].casefold().split()
    is_critical = CRITICAL in words
    weight = next((found for found in map(_fraction, words) if found is not None), None)
    return Item(
        name=name, area=area, is_critical=is_critical,
        weight=weight if weight is not None else CRITICAL_WEIGHT if is_critical else Fraction(1),
        sources=marks.get("sources", ""),
        evidence=frozenset(marks.get("evidence", "").casefold().replace(",", " ").split()),
        values=values, marks=marks,
    )  # fmt: skip


def _fraction(text: str) -> Fraction | None:
    try:
        return Fraction(text) if len(text) <= 12 and "/" not in text and "e" not in text.casefold() else None
    except ValueError:
        return None

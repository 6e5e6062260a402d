"""Settled answers as scores: area by area with coverage and the critical items that failed, never one mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from uuid import UUID

from django.utils.translation import get_language

from rihai.instruments.form.tree import Text
from rihai.instruments.queries import scoring_of
from rihai.instruments.scoring import FINDINGS, AreaScore, Mark, Scoring, area_scores, compared, mark
from rihai.monitoring.inspections.models import Inspection, Settled
from rihai.monitoring.instrument import Item, mandela

NOT_ASKED = Mark("nap", None)
SIGNS = {
    "met": "met", "largely_met": "arguable", "partly_met": "warning", "serious_concern": "critical",
    "insufficient_evidence": "cannot_tell", "not_applicable": "not_applicable",
}  # fmt: skip
"""How each finding is shown."""


@dataclass(frozen=True, slots=True)
class Named:
    """An item of a form with the words to name it: its code, what it asks, the Rules it covers."""

    name: str
    code: str
    asks: str
    rules: tuple[int, ...] = ()
    is_critical: bool = False


@dataclass(frozen=True, slots=True)
class AreaShown:
    """An area of one inspection as it is shown; the four things stand together: share, coverage, finding, failures."""

    code: str
    title: str
    score: AreaScore
    counts: tuple[int, int, int, int]
    failed: tuple[Named, ...]

    @property
    def sign(self) -> str:
        """The status of the design system."""
        return SIGNS[self.score.finding]

    @property
    def word(self) -> str:
        """The finding in words."""
        return str(FINDINGS[self.score.finding])

    @property
    def share(self) -> int | None:
        """The share in per cent, rounded down so that nothing looks better than it is."""
        return percent(self.score.share)

    @property
    def bar(self) -> list[tuple[str, str, str]]:
        """Where each part of its bar begins, how long it is in per cent, and of which kind."""
        total, made, at = sum(self.counts) or 1, [], 0
        for count, kind in zip(self.counts, ("c-go", "c-weigh", "c-stop", "c-soft"), strict=True):
            if count:
                made.append((f"{at * 100 / total:.2f}", f"{count * 100 / total:.2f}", kind))
            at += count
        return made

    @property
    def coverage(self) -> int | None:
        """The coverage in per cent, rounded down."""
        return percent(self.score.coverage)


@dataclass
class Result:
    """An inspection with its settled answers, scored by the version of the form they were given in."""

    inspection: Inspection
    rows: Sequence[Settled]

    @cached_property
    def scoring(self) -> Scoring | None:
        """What the form declares."""
        version = self.inspection.form_version_id
        return scoring_of(version) if version is not None else None

    @cached_property
    def marks(self) -> dict[str, Mark]:
        """The mark of every item; what nobody was asked does not apply."""
        scoring = self.scoring
        if scoring is None:
            return {}
        said = {one.item: one for one in self.rows}
        return {
            name: mark(item, said[name].code, said[name].sources.split() if item.sources else None)
            if name in said
            else NOT_ASKED
            for name, item in scoring.items.items()
        }

    @cached_property
    def areas(self) -> list[AreaShown]:
        """Every area that applies, in the order of the form."""
        if self.scoring is None:
            return []
        scores = area_scores(self.scoring, self.marks)
        return [self._shown(one) for one in scores if one.finding != "not_applicable"]

    @cached_property
    def failed(self) -> list[Named]:
        """The critical items that failed, in the order of the form."""
        return [one for area in self.areas for one in area.failed]

    @cached_property
    def unassessed(self) -> list[Named]:
        """The critical items that nobody could assess."""
        return [named(name) for area in self.areas for name in area.score.critical_not_assessed]

    @cached_property
    def provisional(self) -> list[Named]:
        """The critical items answered yes on too few kinds of source."""
        return [named(name) for area in self.areas for name in area.score.provisional]

    @property
    def assessed(self) -> int:
        """How many items were assessed."""
        return sum(one.score.assessed for one in self.areas)

    @property
    def items(self) -> int:
        """How many items apply."""
        return sum(one.score.items for one in self.areas)

    def _shown(self, score: AreaScore) -> AreaShown:
        scoring = self.scoring
        assert scoring is not None
        values = [self.marks[item.name].value for item in scoring.of(score.area) if self.marks[item.name].applies]
        counts = (
            sum(one == 1 for one in values), sum(one is not None and 0 < one < 1 for one in values),
            sum(one == 0 for one in values), sum(one is None for one in values),
        )  # fmt: skip
        title = in_language(scoring.areas[score.area]) or score.area.upper()
        return AreaShown(score.area, title, score, counts, tuple(named(name) for name in score.failed))


def percent(share: Fraction | None) -> int | None:
    """A share in per cent, rounded down."""
    return None if share is None else int(share * 100)


def in_language(text: Text) -> str:
    """A text of a form in the reader's language."""
    language = (get_language() or "en")[:2]
    parts = text.get(language) or text.get("en") or next(iter(text.values()), ())
    return "".join(one for one in parts if isinstance(one, str))


def named(name: str) -> Named:
    """An item by the name of its question; of a form that is not the Mandela instrument the name alone is known."""
    item: Item | None = mandela().named(name)
    if item is None:
        return Named(name, name.upper().replace("_", "-"), name.replace("_", " "))
    return Named(name, item.code, str(item), item.mandela, item.is_critical)


def result_of(inspection: Inspection) -> Result:
    """One inspection with its settled answers."""
    return Result(inspection, list(inspection.settled.all()))


def results_of(inspections: Iterable[Inspection]) -> list[Result]:
    """Several, in two queries however many they are."""
    found = list(inspections)
    rows: dict[UUID, list[Settled]] = defaultdict(list)
    for one in Settled.objects.filter(inspection__in=[one.pk for one in found]).defer("note"):
        rows[one.inspection_id].append(one)
    return [Result(one, rows[one.pk]) for one in found]


def first_failed(results: Sequence[Result]) -> dict[str, date]:
    """Since when each critical item that failed last has failed without a break; the results oldest first."""
    since: dict[str, date] = {}
    for result in results:
        failed = {one.name for one in result.failed}
        judged = {name for name, one in result.marks.items() if one.value is not None}
        since = {name: day for name, day in since.items() if name in failed or name not in judged}
        for name in failed:
            since.setdefault(name, result.inspection.planned_on)
    return since


def moved(before: Result, after: Result) -> Mapping[str, tuple[int | None, int | None]]:
    """Each area's share then and now in per cent, over the items alone that were assessed both times."""
    if after.scoring is None or before.scoring is None:
        return {}
    both = {name: one for name, one in before.marks.items() if name in after.scoring.items}
    return {area: (percent(was), percent(now)) for area, was, now in compared(after.scoring, both, after.marks)}

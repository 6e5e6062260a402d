"""Assessments of a person beside each other, and what could become needs of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from rihai.casework.plans.models import Assessed, Assessment, Need, NeedState, Plan
from rihai.casework.plans.queries.sight import rows_for
from rihai.casework.plans.tables import domain_word, domains
from rihai.kit.actor import Actor

COLUMNS = 4
"""How many assessments stand beside each other, the newest of them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one assessment said of a domain (None: nothing that is seen), and where it went since the one before."""

    said: Assessed | None
    went: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A domain over the assessments, the oldest first."""

    domain: str
    cells: Sequence[Cell]

    @property
    def says(self) -> str:
        """The name of the domain."""
        return domain_word(self.domain)


def assessment_seen(key: UUID, *, actor: Actor, at: datetime | None = None) -> Assessment | None:
    """One assessment; None for one the actor does not see."""
    return rows_for(Assessment, actor, at=at).select_related("person", "person__held_at").filter(pk=key).first()


def assessments_of(person_id: UUID, *, actor: Actor) -> list[Assessment]:
    """The assessments of a person, newest first."""
    return list(rows_for(Assessment, actor).filter(person=person_id).order_by("-asked_on", "-pk"))


def compared(assessments: Sequence[Assessment], *, actor: Actor) -> list[Compared]:
    """Every domain somebody was asked of, over these assessments (the oldest first); two queries in all."""
    said: dict[str, dict[UUID, Assessed]] = {}
    for one in rows_for(Assessed, actor).filter(assessment__in=assessments):
        said.setdefault(one.domain, {})[one.assessment_id] = one
    return [
        Compared(slug, _cells([said[slug].get(one.pk) for one in assessments])) for slug in domains() if slug in said
    ]


def _cells(said: Sequence[Assessed | None]) -> list[Cell]:
    """Each with whether it is more or less than the last one that was said."""
    cells, before = [], None
    for one in said:
        went = ""
        if one is not None and before is not None:
            went = "more" if one.level > before.level else "less" if one.level < before.level else "same"
        cells.append(Cell(one, went))
        before = one or before
    return cells


def proposed(assessment: Assessment, plan: Plan | None, *, actor: Actor) -> list[Assessed]:
    """What of an assessment could become needs: something is needed, and no open need of the plan says so.

    Hers first: what she put first, then how much is needed.
    """
    found = [one for one in rows_for(Assessed, actor).filter(assessment=assessment) if one.level]
    open_now: set[str] = set()
    if plan is not None:
        rows = rows_for(Need, actor).filter(plan=plan, state=NeedState.OPEN)
        open_now = set(rows.values_list("domain", flat=True))
    return sorted((one for one in found if one.domain not in open_now), key=lambda one: (one.priority or 9, -one.level))

"""One finding, the findings of one person, and when people were last screened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from rihai.kit.actor import Actor
from rihai.screening.models import Finding, Screened, Stale, Veiled
from rihai.screening.queries.lists import told
from rihai.screening.queries.sight import findings_for, screened_for, veiled_for


def finding_seen(finding_id: UUID, *, actor: Actor) -> Finding | None:
    """The finding, with what a row says; None for one the actor does not see."""
    return told(findings_for(actor).filter(pk=finding_id)).first()


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """What is found of one person as far as the actor sees it; `withheld` names the classes of the rest."""

    screened: Screened | None
    findings: tuple[Finding, ...]
    withheld: tuple[Veiled, ...]
    is_stale: bool


def standing_of_person(person_id: UUID, *, actor: Actor) -> PersonStanding:
    """Everything that is found of a person, in the order of lists."""
    return PersonStanding(
        screened=screened_for(actor).filter(person=person_id).first(),
        findings=tuple(told(findings_for(actor).filter(person=person_id)).order_by("rank", "sort_on", "pk")),
        withheld=tuple(veiled_for(actor).filter(person=person_id)),
        is_stale=Stale.objects.filter(person=person_id).exists(),
    )


def last_screened(*, actor: Actor) -> datetime | None:
    """The moment of the oldest answer among the people the actor sees; None where nobody is screened."""
    return screened_for(actor).order_by("screened_at").values_list("screened_at", flat=True).first()

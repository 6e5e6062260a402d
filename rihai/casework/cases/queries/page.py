"""Everything the page of one case shows, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.capabilities import SUPERVISE, may_keep
from rihai.casework.cases.models import Case, CaseEvent, CaseState, EventKind, HandOver, Intake, Outcome
from rihai.casework.cases.panels import CasePanel, DueLine, panels
from rihai.casework.cases.programmes import Programme, programme_of
from rihai.casework.cases.queries.caseload import due_lines
from rihai.casework.cases.queries.eligible import consents_for
from rihai.casework.cases.queries.reach import case_seen, events_of
from rihai.casework.cases.shown import Step, next_step
from rihai.kit.actor import Actor
from rihai.people.models import Consent

EVENTS = 12
HELD_BY = (EventKind.OPENED, EventKind.ACCEPTED, EventKind.ASSIGNED, EventKind.REOPENED)


@dataclass(frozen=True, slots=True)
class Told:
    """To whom the person's data went while a consent was the ground: who had the case, and whom the consents name."""

    workers: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """The page of one case."""

    case: Case
    programme: Programme
    keeps: bool
    is_mine: bool
    may_act: bool
    supervises: bool
    may_decide: bool
    may_take: bool
    events: tuple[CaseEvent, ...]
    intakes: tuple[Intake, ...]
    offers: tuple[HandOver, ...]
    consents: Mapping[str, list[Consent]]
    due: tuple[DueLine, ...]
    step: Step | None
    panels: tuple[tuple[CasePanel, dict[str, Any]], ...]
    told: Told | None

    @property
    def may_reopen(self) -> bool:
        """Whether the actor may work in such cases and new ones are opened, so that a closed one is opened again."""
        return self.keeps and not self.programme.retired

    @property
    def has_waiting_offer(self) -> bool:
        """Whether somebody is asked and has not answered."""
        return any(one.state == HandOver.State.OFFERED for one in self.offers)

    @property
    def missing(self) -> list[str]:
        """The purposes for which no consent holds."""
        names = dict(Consent.Purpose.choices)
        return [str(names[purpose]) for purpose, held in self.consents.items() if not held]

    @property
    def held(self) -> list[Consent]:
        """The consents that hold, each purpose once for each class."""
        return [one for held in self.consents.values() for one in held]


def page_of(case_id: UUID, *, actor: Actor, today: date, at: datetime | None = None) -> CasePage | None:
    """The page of a case; None for who does not see it."""
    moment = at or asked_at()
    case = case_seen(case_id, actor=actor, at=moment)
    if case is None:
        return None
    rules, supervises = programme_of(case.programme), actor.may(SUPERVISE)
    keeps, is_mine = may_keep(actor, case.data_class), case.worker_id == actor.pk
    consents = consents_for(case.person_id, rules, on=today, at=moment)
    lines = sorted(due_lines([case], actor=actor, today=today)[case.pk], key=lambda one: one.due_on)
    missing = [purpose for purpose, held in consents.items() if not held]
    waits = case.state == CaseState.WAITING
    return CasePage(
        case=case,
        programme=rules,
        keeps=keeps,
        is_mine=is_mine,
        may_act=(keeps or supervises) and case.is_open,
        supervises=supervises,
        may_decide=waits and supervises and actor.pk not in {case.made_by_id, case.worker_id},
        may_take=keeps and case.worker_id is None and (case.is_open or waits),
        events=tuple(events_of(case)[:EVENTS]),
        intakes=tuple(case.intakes.all()[:EVENTS]),
        offers=tuple(case.offers.select_related("to").filter(state__in=("offered", "refused"))[:EVENTS]),
        consents=consents,
        due=tuple(lines),
        step=next_step(case, is_mine=is_mine, missing=missing, lines=lines, today=today),
        panels=tuple((one, context) for one in panels() if (context := one.context(actor, case, today)) is not None),
        told=_told(case, rules) if case.outcome == Outcome.NO_CONSENT else None,
    )


def _told(case: Case, rules: Programme) -> Told:
    """Who had the case, and every recipient that consents for its purposes ever named."""
    held = events_of(case).filter(kind__in=HELD_BY).order_by("at").values_list("whom", flat=True)
    with as_house():
        named = Consent.objects.filter(person=case.person_id, purpose__in=rules.consents)
        recipients = list(named.values_list("recipient", flat=True))
    return Told(tuple(dict.fromkeys(one for one in held if one)), tuple(dict.fromkeys(recipients)))

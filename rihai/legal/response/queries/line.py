"""One line with its whole history, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rihai.kit.actor import Actor
from rihai.legal.response.models import ClockAct, Response, Step, StepNote, Telling
from rihai.legal.response.queries.changed import Changed, changes, key_of
from rihai.legal.response.queries.sight import clock_acts_for, notes_for, responses_for, steps_for, tellings_for
from rihai.people.models import Person
from rihai.people.queries.people import person_seen
from rihai.screening.law.packs import law_on
from rihai.screening.models import Finding
from rihai.screening.queries.lists import told
from rihai.screening.queries.sight import findings_for


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line as far as the actor sees it; `response` is None where nobody has answered, `finding` where it is gone."""

    person: Person
    finding: Finding | None
    response: Response | None
    steps: tuple[tuple[Step, StepNote | None], ...] = ()
    tellings: tuple[Telling, ...] = ()
    clock_acts: tuple[ClockAct, ...] = ()
    changed: Changed | None = None
    twins: tuple[Response, ...] = ()


def line_seen(row_id: UUID, *, actor: Actor, today: date) -> LineSeen | None:
    """The line that a finding's or an answer's id names; None for one the actor does not see."""
    finding = told(findings_for(actor).filter(pk=row_id)).first()
    response = None if finding else responses_for(actor).filter(pk=row_id).first()
    row = finding or response
    person = person_seen(row.person_id, actor=actor) if row else None
    if row is None or person is None:
        return None
    same = {"person": row.person_id, "case_id": row.case_id, "provision": row.provision}
    finding = finding or told(findings_for(actor).filter(**same)).first()
    answers = list(responses_for(actor).filter(**same).order_by("twin"))
    response = response or next((one for one in answers if one.twin == 0), None)
    clocks = tuple(clock_acts_for(actor).filter(**same)) if finding and finding.still_inside else ()
    if response is None:
        return LineSeen(person, finding, None, clock_acts=clocks)
    found = {key_of(finding): finding} if finding else {}
    steps = list(steps_for(actor).filter(response=response))
    notes = {one.step_id: one for one in notes_for(actor).filter(step__in=steps)}
    return LineSeen(
        person=person,
        finding=finding,
        response=response,
        steps=tuple((one, notes.get(one.pk)) for one in reversed(steps)),
        tellings=tuple(tellings_for(actor).filter(response=response, done_on=None).order_by("due_on")),
        clock_acts=clocks,
        changed=changes([response], found, law_on(today)).get(response.pk),
        twins=tuple(one for one in answers if one.pk != response.pk),
    )

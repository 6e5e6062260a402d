"""Finding the line somebody acts on, locked until the act is done; and writing down what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.templatetags.kit import day as day_text
from rihai.legal.response.models import Response, State, Step, StepNote
from rihai.legal.response.operations.errors import NoSuchLine, Overtaken, TakenByOther
from rihai.legal.response.queries.changed import stood
from rihai.legal.response.queries.sight import SUPERVISE, responses_for
from rihai.people.operations.errors import NoSuchPerson
from rihai.people.operations.reach import person_for
from rihai.people.shown import apart
from rihai.screening.law.packs import law_on
from rihai.screening.models import Finding
from rihai.screening.queries.sight import findings_for


@dataclass(slots=True)
class Line:
    """A line of the lists with its answer, which may be new; `finding` is None where the law no longer says it."""

    response: Response
    finding: Finding | None


def line_for(row_id: UUID, *, actor: Actor, at: datetime, version: int | None = None) -> Line:
    """The line that a finding's or an answer's id names; its person is locked until the act is done.

    Raises NoSuchLine for what the actor does not see, Overtaken where `version` is given and no longer the answer's.
    """
    finding = findings_for(actor, at=at).filter(pk=row_id).first()
    known = None if finding else responses_for(actor, at=at).filter(pk=row_id).first()
    row = finding or known
    if row is None:
        raise NoSuchLine(_("There is no such line."))
    try:
        person_for(row.person_id, actor=actor, at=at)
    except NoSuchPerson as missing:
        raise NoSuchLine(_("There is no such line.")) from missing
    if finding is None:
        same = findings_for(actor, at=at).filter(person=row.person_id, case_id=row.case_id, provision=row.provision)
        finding = same.first()
    response = _answer(row, known, finding, at)
    if version is not None and version != (0 if response._state.adding else response.version):
        raise Overtaken(
            _("Somebody acted on this line while you were writing. Nothing of yours was done; read it anew.")
        )
    return Line(response, finding)


def _answer(row: Finding | Response, known: Response | None, finding: Finding | None, at: datetime) -> Response:
    """The answer as it is kept, or a new one. It takes the class of the finding that the actor sees."""
    with as_house(at):
        rows = Response.objects.select_for_update(of=("self",))
        found = (
            rows.filter(pk=known.pk)
            if known
            else rows.filter(person=row.person_id, case_id=row.case_id, provision=row.provision, twin=0)
        ).first()
    if found is None:
        found = Response(person_id=row.person_id, case_id=row.case_id, provision=row.provision, touched_at=at)
    if finding is not None:
        found.data_class, found.and_legal = finding.data_class, finding.and_legal
    return found


def mine_to_act_on(response: Response, *, actor: Actor) -> None:
    """Raises TakenByOther where somebody else has the line; who supervises may act on it all the same."""
    if response.owner_id in {None, actor.pk} or response.ended or actor.may(SUPERVISE):
        return
    raise TakenByOther(has_it(response))


def has_it(response: Response) -> str:
    """Who has a line, and since when."""
    return _("%(name)s has had this line since %(day)s. Ask for a hand-over, or speak to whoever supervises.") % {
        "name": apart(response.owner_name), "day": day_text(local_day(response.taken_at or response.touched_at)),
    }  # fmt: skip


def write(
    line: Line,
    act: str,
    *,
    said: str,
    actor: Actor | None,
    at: datetime,
    on: date | None = None,
    note: str = "",
    told: Mapping[str, str] | None = None,
) -> Step:
    """Keep the answer as it now is, the step, and the line in the trail, which comes last.

    `act` is the step's code, `said` the name of the act in the trail; `told` is what the step says besides (to whom,
    where, until when), never what is privileged: that is the note.
    """
    response = line.response
    with as_house(at):
        if line.finding is not None:
            response.stood = stood([line.finding], law_on(local_day(at)))[line.finding.pk]
        is_new = response._state.adding
        response.touched_at, response.version = at, 1 if is_new else response.version + 1
        response.save(force_insert=is_new)
        step = Step(
            response=response, person_id=response.person_id, data_class=response.data_class,
            and_legal=response.and_legal, act=act, state=response.state, on=on or local_day(at), at=at,
            by_id=actor.pk if actor else None, by_name=actor.name[:120] if actor else "", told=dict(told or {}),
            reason=response.reason if response.state == State.REFUSED else "",
            has_note=bool(note),
        )  # fmt: skip
        step.save(force_insert=True)
        if note:
            StepNote(step=step, person_id=response.person_id, text=note).save(force_insert=True)
    detail: dict[str, Any] = {"response": response.pk, "provision": response.provision, "state": response.state}
    append(said, actor=actor, at=at, subject=response.person_id, kind="person", detail=detail)
    return step

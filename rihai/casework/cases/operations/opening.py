"""A case is opened under a programme, approved where the programme asks for it, closed with a reason, opened again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import end_grants, grant, notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.cases.capabilities import SUPERVISE, may_keep
from rihai.casework.cases.eligibility import kept, needs_reason
from rihai.casework.cases.models import AT_WORK, Case, CaseState, EventKind, HandOver, Intake, Outcome, Setting
from rihai.casework.cases.operations.errors import NeedsReason, NoSuchCase, NotOpen, NotYours, WrongCase
from rihai.casework.cases.operations.reach import case_for, finish, next_code, write
from rihai.casework.cases.programmes import Programme, programme_of, programmes
from rihai.casework.cases.queries.eligible import consents_for, eligibility_of, setting_of
from rihai.casework.cases.queries.reach import cases_of
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.people.models import Person
from rihai.people.queries.people import people_for

APPROVAL, DECIDED = "casework.approval", "casework.decided"


@transaction.atomic
def open_case(*, person_id: UUID, programme: str, said: Mapping[str, Any], actor: Actor, at: datetime) -> Case:
    """Open a case for a person the actor sees; who opens it has it. Where the programme asks for it, it waits.

    `said`: `setting`, `place` (Place or None), `asked`, `goes_on` (why it is opened though a rule is not met or not
    known), `weight`, `opened_on`, `intake` (an Intake it answers); all may be left out. Raises NoSuchCase for a person
    who is not seen or a programme that is not open or whose class the actor does not keep, NeedsReason, WrongCase.
    """
    rules = programmes().get(programme)
    person = _person(person_id, actor=actor, at=at)
    if rules is None or person is None or not may_keep(actor, rules.data_class):
        raise NoSuchCase(_("There is no such person or programme."))
    if cases_of(person.pk, actor=actor, at=at).filter(programme=programme, state__in=AT_WORK).exists():
        raise WrongCase(_("There is a case of this programme for this person already. Go on with that one."))
    on = said.get("opened_on") or local_day(at)
    if on > local_day(at):
        raise WrongCase(_("A case is opened today or earlier."))
    setting = said.get("setting") or setting_of(said.get("place") or person.held_at)
    judged = eligibility_of(rules, person, setting=setting, actor=actor, on=on, at=at)
    if needs_reason(judged) and not str(said.get("goes_on") or "").strip():
        raise NeedsReason(
            _("Not every rule of this programme is met or known. Say why the case is opened all the same.")
        )
    case = _made(rules, person, {**said, "setting": setting, "eligibility": kept(judged)}, on=on, actor=actor, at=at)
    _let_see(case, actor=actor, at=at)
    _answered(said.get("intake"), case, at)
    write(case, EventKind.OPENED, actor=actor, at=at, on=on, whom=actor.name, note=str(said.get("goes_on") or ""))
    if case.state == CaseState.WAITING:
        notify(supervisors_of(case, but=actor.pk, at=at), APPROVAL, at=at)
    finish(case, "casework.case.opened", actor=actor, at=at)
    return case


@transaction.atomic
def decide_case(*, case_id: UUID, version: int, approve: bool, reason: str, actor: Actor, at: datetime) -> Case:
    """A supervisor approves or refuses a case that waits; never one they opened or have. Raises NoSuchCase, NotYours,
    NotOpen, WrongCase for a refusal without a reason, Changed."""
    case = case_for(case_id, actor=actor, at=at, is_open=False)
    if not actor.may(SUPERVISE):
        raise NoSuchCase(_("There is no such case."))
    if actor.pk in {case.made_by_id, case.worker_id}:
        raise NotYours(_("Nobody approves their own case. Another supervisor decides."))
    if case.state != CaseState.WAITING:
        raise NotOpen(_("This case does not wait for approval any more."))
    if not approve and not reason.strip():
        raise WrongCase(_("Say why it is not approved; the person is told."))
    case.state = CaseState.OPEN if approve else CaseState.REFUSED
    case.decided_by_id, case.decided_at = actor.pk, at
    case.closed_on = None if approve else local_day(at)
    save_if_unchanged(case, version=version, fields=("state", "decided_by", "decided_at", "closed_on"))
    kind = EventKind.APPROVED if approve else EventKind.REFUSED
    write(case, kind, actor=actor, at=at, note=reason)
    if not approve:
        end_sight(case, actor=actor, at=at)
    if case.worker_id:
        notify([case.worker_id], DECIDED, at=at)
    finish(case, f"casework.case.{'approved' if approve else 'refused'}", actor=actor, at=at)
    return case


@transaction.atomic
def close_case(*, case_id: UUID, version: int, outcome: str, reason: str, on: date, actor: Actor, at: datetime) -> Case:
    """Close it with what came of it; offers of it go, and who saw the person by it sees her by it no longer.

    Raises NoSuchCase, NotOpen, NotYours, WrongCase, Changed.
    """
    case = case_for(case_id, actor=actor, at=at)
    if case.worker_id != actor.pk and not actor.may(SUPERVISE):
        raise NotYours(_("Only the worker who has this case, or a supervisor, may do that."))
    if outcome not in Outcome.values or not reason.strip() or not case.opened_on <= on <= local_day(at):
        raise WrongCase(_("Say what came of it and why it ends, on a day between its opening and today."))
    end(case, outcome=outcome, reason=reason, on=on, version=version, actor=actor, at=at)
    write(case, EventKind.CLOSED, actor=actor, at=at, on=on, note=reason)
    finish(case, "casework.case.closed", actor=actor, at=at, detail={"outcome": outcome, "on": on})
    return case


@transaction.atomic
def reopen_case(*, case_id: UUID, version: int, reason: str, actor: Actor, at: datetime) -> Case:
    """Open a closed case again for a reason; who opens it has it. Raises NoSuchCase, NotOpen, WrongCase, Changed."""
    case = case_for(case_id, actor=actor, at=at, is_open=False)
    if case.state != CaseState.CLOSED:
        raise NotOpen(_("Only a closed case is opened again."))
    if not reason.strip() or not may_keep(actor, case.data_class):
        raise WrongCase(_("Say why it is opened again."))
    twin = cases_of(case.person_id, actor=actor, at=at).filter(programme=case.programme, state__in=AT_WORK)
    if twin.exists():
        raise WrongCase(_("There is a case of this programme for this person already. Go on with that one."))
    rules = programme_of(case.programme)
    if rules.retired:
        raise WrongCase(_("No case of this programme is opened any more."))
    case.state, case.outcome, case.closing_reason, case.closed_on = CaseState.OPEN, "", None, None
    case.worker_id, case.review_on = actor.pk, local_day(at) + timedelta(days=rules.review_days)
    fields = ("state", "outcome", "closing_reason", "closed_on", "worker", "review_on")
    save_if_unchanged(case, version=version, fields=fields)
    _let_see(case, actor=actor, at=at)
    write(case, EventKind.REOPENED, actor=actor, at=at, whom=actor.name, note=reason)
    finish(case, "casework.case.reopened", actor=actor, at=at)
    return case


def end(case: Case, *, outcome: str, reason: str, on: date, version: int, actor: Actor | None, at: datetime) -> None:
    """Closed, its offers gone, its grants ended; the caller has the transaction and the trail.

    A sealed case stays with its counsellor, since nobody else could find it to open it again.
    """
    case.state, case.outcome, case.closing_reason, case.closed_on = CaseState.CLOSED, outcome, reason[:400], on
    with as_house(at):
        save_if_unchanged(case, version=version, fields=("state", "outcome", "closing_reason", "closed_on"))
        open_offers(case).update(state=HandOver.State.TAKEN_BACK, answered_at=at)
    if case.data_class != DataClass.SEALED:
        end_sight(case, actor=actor, at=at)


def open_offers(case: Case) -> Any:
    """The offers of a case that wait."""
    return HandOver.objects.filter(case=case, state=HandOver.State.OFFERED)


def end_sight(case: Case, *, actor: Actor | None, at: datetime) -> None:
    """Who saw the person by this case sees her by it no longer."""
    end_grants(ground=Ground.ASSIGNMENT, ground_id=case.pk, actor=actor, at=at)


def _let_see(case: Case, *, actor: Actor, at: datetime) -> None:
    assert case.worker_id is not None, "who opens a case has it"
    let_see(case, case.worker_id, actor=actor, at=at)


def let_see(case: Case, account_id: UUID, *, actor: Actor | None, at: datetime) -> None:
    """The worker sees the person for as long as they have the case."""
    grant(
        account_id=account_id, person_id=case.person_id, classes=[case.data_class], ground=Ground.ASSIGNMENT,
        ground_id=case.pk, actor=actor, at=at,
    )  # fmt: skip


def supervisors_of(case: Case, *, but: UUID | None, at: datetime) -> list[UUID]:
    """The supervisors who see the case, without one."""
    from rihai.casework.cases.queries.hands import supervisors_who_see

    return [one for one in supervisors_who_see([case.pk], at=at) if one != but]


def _person(person_id: UUID, *, actor: Actor, at: datetime) -> Person | None:
    seen = people_for(actor, at=at).select_related("held_at").select_for_update(of=("self",))
    return seen.filter(pk=person_id).first()


def _made(rules: Programme, person: Person, said: Mapping[str, Any], *, on: date, actor: Actor, at: datetime) -> Case:
    held = consents_for(person.pk, rules, on=local_day(at), at=at)
    if said["setting"] not in Setting.values:
        raise WrongCase(_("Say where the person is."))
    with as_house(at):
        return Case.objects.create(
            code=next_code(on), person=person, first_person_id=person.pk, programme=rules.slug,
            data_class=rules.data_class, state=CaseState.WAITING if rules.approval else CaseState.OPEN,
            worker_id=actor.pk, opened_on=on, setting=said["setting"], place=said.get("place") or person.held_at,
            stage=rules.stages[0].code if rules.stages else "",
            asked=said.get("asked") or None,
            weight=said.get("weight") or rules.weight, last_contact_on=on,
            review_on=on + timedelta(days=rules.review_days), eligibility=said["eligibility"],
            goes_on=str(said.get("goes_on") or "")[:300],
            rests_on_consent=bool(rules.consents) and all(held.values()), made_by_id=actor.pk, made_at=at,
        )  # fmt: skip


def _answered(intake: Intake | None, case: Case, at: datetime) -> None:
    if intake is not None:
        with as_house(at):
            rows = Intake.objects.filter(pk=intake.pk, answer=Intake.Answer.WAITING)
            rows.update(answer=Intake.Answer.CASE, case=case, data_class=case.data_class)

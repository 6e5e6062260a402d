"""What is looked at before a volunteer meets anybody, the decision, training, the agreement, and supervision.

A record alone does not exclude (standards of mentoring, and our founding aim): the decision names what somebody does
now, or what could not be seen, and there is no ground "a record" to choose.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.mentoring.models import (
    Answer,
    CheckKind,
    CheckResult,
    Ground,
    MatchState,
    MentorAgreement,
    MentorCheck,
    MentorDecision,
    MentorMatch,
    MentorReference,
    MentorSupervision,
    MentorTraining,
    Volunteer,
    VolunteerState,
)
from rihai.casework.mentoring.models.codes import NEEDED
from rihai.casework.mentoring.operations.errors import NoSuchVolunteer, NotYet, WrongStep, WrongWord
from rihai.casework.mentoring.operations.reach import volunteer_for
from rihai.casework.mentoring.queries.volunteers import is_enough, newest_of
from rihai.casework.mentoring.standing import AGREED_MONTHS, REFERENCES, VETTED_MONTHS, Taught, trained_until
from rihai.days.calendar import anniversary
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged

Row = TypeVar("Row", bound=models.Model)
NOW_MEANS = timedelta(days=731)
"""What somebody does now was seen within the last two years."""


@transaction.atomic
def ask_reference(
    *, volunteer_id: UUID, name: str, relation: str, phone: str = "", actor: Actor, at: datetime
) -> MentorReference:
    """Somebody who knows the volunteer is asked."""
    found = volunteer_for(volunteer_id, actor=actor, at=at)
    with as_house(at):
        made = MentorReference.objects.create(
            volunteer=found, name=name[:120], relation=relation[:120], phone=phone or None, asked_on=local_day(at),
            by_name=actor.name[:120], made_at=at,
        )  # fmt: skip
    return _kept(made, "casework.reference.asked", found, actor=actor, at=at)


@transaction.atomic
def answer_reference(*, reference_id: UUID, answer: str, said: str, actor: Actor, at: datetime) -> MentorReference:
    """What they said. Raises NoSuchVolunteer, WrongWord where nothing was said."""
    row = MentorReference.objects.filter(pk=reference_id).first()
    if row is None:
        raise NoSuchVolunteer(_("There is no such volunteer."))
    found = volunteer_for(row.volunteer_id, actor=actor, at=at)
    if answer not in {Answer.GOOD, Answer.DOUBT, Answer.SILENT}:
        raise WrongWord(_("Say what came of it."))
    if answer == Answer.DOUBT and not said.strip():
        raise WrongWord(_("Say what the doubts are."))
    row.answer, row.said, row.answered_on = answer, said[:400], local_day(at)
    with as_house(at):
        row.save(update_fields=["answer", "said", "answered_on"])
    return _kept(row, "casework.reference.answered", found, actor=actor, at=at)


@transaction.atomic
def record_check(
    *, volunteer_id: UUID, kind: str, result: str, on: date, note: str = "", actor: Actor, at: datetime
) -> MentorCheck:
    """Identity, interview, police certificate or code of conduct; a record is a result of the certificate alone."""
    found = volunteer_for(volunteer_id, actor=actor, at=at)
    if kind not in CheckKind.values or result not in CheckResult.values:
        raise WrongWord(_("Choose what was looked at and what came of it."))
    if result == CheckResult.RECORD and kind != CheckKind.POLICE:
        raise WrongWord(_("Only the police certificate shows a record."))
    if result == CheckResult.DOUBT and not note.strip():
        raise WrongWord(_("Say what the doubts are."))
    with as_house(at):
        made = MentorCheck.objects.create(
            volunteer=found, kind=kind, result=result, on=on, note=note[:400], by_name=actor.name[:120], made_at=at
        )
    return _kept(made, "casework.check.recorded", found, actor=actor, at=at, kind=kind)


@transaction.atomic
def accept_volunteer(*, volunteer_id: UUID, version: int, actor: Actor, at: datetime) -> MentorDecision:
    """Accept her, or again, for two years. Raises NotYet with what is wanted; a record on paper is not among it."""
    found = volunteer_for(volunteer_id, actor=actor, at=at)
    if found.state == VolunteerState.LEFT:
        raise WrongStep(_("They have left. Type a new application in."))
    with as_house(at):
        wanted = _wanted(found)
    if wanted:
        raise NotYet(_("Wanted first: %(things)s.") % {"things": "، ".join(wanted)})
    on = local_day(at)
    until = anniversary(on, VETTED_MONTHS)
    if found.vetted_until == until and found.state == VolunteerState.ACCEPTED:
        raise WrongStep(_("They were accepted today already."))
    with as_house(at):
        made = MentorDecision.objects.create(
            volunteer=found, accepted=True, decided_on=on, until=until, despite_record=_has_record(found),
            by_name=actor.name[:120], made_at=at,
        )  # fmt: skip
        found.state, found.vetted_until = VolunteerState.ACCEPTED, until
        save_if_unchanged(found, version=version, fields=["state", "vetted_until"])
    return _kept(made, "casework.volunteer.accepted", found, actor=actor, at=at, until=until)


@transaction.atomic
def decline_volunteer(
    *, volunteer_id: UUID, version: int, ground: str, reason: str, seen_on: date | None, actor: Actor, at: datetime
) -> MentorDecision:
    """Do not accept her, on a ground that stands in the file. A record alone is none.

    Raises WrongWord where the ground is not shown: conduct needs the day within two years on which it was seen, the
    other grounds a reference or a check that says so.
    """
    found = volunteer_for(volunteer_id, actor=actor, at=at)
    if ground not in Ground.values or not reason.strip():
        raise WrongWord(_("A record alone does not exclude. Name a ground, and say in a sentence what it is."))
    on = local_day(at)
    with as_house(at):
        _check_ground(found, ground, seen_on, on)
        if MentorMatch.objects.filter(volunteer=found, state=MatchState.RUNNING).exists():
            raise WrongStep(_("They are with people now. Pause or end each match first, so that nobody is left alone."))
        made = MentorDecision.objects.create(
            volunteer=found, accepted=False, ground=ground, reason=reason[:400], seen_on=seen_on, decided_on=on,
            despite_record=False, by_name=actor.name[:120], made_at=at,
        )  # fmt: skip
        found.state, found.vetted_until = VolunteerState.DECLINED, None
        save_if_unchanged(found, version=version, fields=["state", "vetted_until"])
    return _kept(made, "casework.volunteer.declined", found, actor=actor, at=at, ground=ground)


@transaction.atomic
def record_training(*, volunteer_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> MentorTraining:
    """Hours taught on a day (`on`, `hours`, `topics`, `given_by`); works out anew until when the training holds."""
    found = volunteer_for(volunteer_id, actor=actor, at=at)
    with as_house(at):
        made = MentorTraining.objects.create(
            volunteer=found, on=said["on"], hours=said["hours"], topics=list(said["topics"]),
            given_by=str(said.get("given_by", ""))[:120], by_name=actor.name[:120], made_at=at,
        )  # fmt: skip
        rows = MentorTraining.objects.filter(volunteer=found)
        taught = [Taught(one.on, one.hours, frozenset(one.topics)) for one in rows]
        found.trained_until = trained_until(taught, NEEDED)
        save_if_unchanged(found, version=found.version, fields=["trained_until"])
    return _kept(made, "casework.mentor_training.recorded", found, actor=actor, at=at, hours=float(made.hours))


@transaction.atomic
def sign_agreement(
    *, volunteer_id: UUID, signed_on: date, signed_how: str, actor: Actor, at: datetime
) -> MentorAgreement:
    """The agreement is signed, or signed again, for a year. Raises NotYet before she is accepted."""
    found = volunteer_for(volunteer_id, actor=actor, at=at)
    if found.state != VolunteerState.ACCEPTED:
        raise NotYet(_("The agreement is signed after somebody is accepted."))
    until = anniversary(signed_on, AGREED_MONTHS)
    with as_house(at):
        made = MentorAgreement.objects.create(
            volunteer=found, signed_on=signed_on, signed_how=signed_how, until=until, by_name=actor.name[:120],
            made_at=at,
        )  # fmt: skip
        found.agreed_until = max(until, found.agreed_until or until)
        save_if_unchanged(found, version=found.version, fields=["agreed_until"])
    return _kept(made, "casework.mentor_agreement.signed", found, actor=actor, at=at, until=until)


@transaction.atomic
def record_supervision(
    *, volunteer_id: UUID, on: date, minutes: int, kind: str, note: str = "", actor: Actor, at: datetime
) -> MentorSupervision:
    """A time of supervision; nothing of a person stands in the note."""
    found = volunteer_for(volunteer_id, actor=actor, at=at)
    with as_house(at):
        made = MentorSupervision.objects.create(
            volunteer=found, on=on, minutes=minutes, kind=kind, note=note[:400], by_name=actor.name[:120], made_at=at
        )
    return _kept(made, "casework.mentor_supervision.recorded", found, actor=actor, at=at, minutes=minutes)


def _wanted(found: Volunteer) -> list[str]:
    """What is wanted before she can be accepted, in words."""
    good = MentorReference.objects.filter(volunteer=found, answer=Answer.GOOD).count()
    newest = newest_of(list(MentorCheck.objects.filter(volunteer=found)))
    missing = [] if good >= REFERENCES else [_("two references who speak for them")]
    return missing + [str(kind.label) for kind in CheckKind if not is_enough(newest, kind)]


def _has_record(found: Volunteer) -> bool:
    return MentorCheck.objects.filter(volunteer=found, result=CheckResult.RECORD).exists()


def _check_ground(found: Volunteer, ground: str, seen_on: date | None, on: date) -> None:
    if ground == Ground.CONDUCT and (seen_on is None or not on - NOW_MEANS <= seen_on <= on):
        raise WrongWord(_("Say on which day this was seen: what somebody does now, within the last two years."))
    if ground == Ground.REFERENCES:
        rows = MentorReference.objects.filter(volunteer=found, answer__in=(Answer.DOUBT, Answer.SILENT))
        if not rows.exists():
            raise WrongWord(_("No reference in the file has doubts. A record alone does not exclude."))
    if ground in {Ground.INTERVIEW, Ground.IDENTITY, Ground.CODE}:
        rows_of = MentorCheck.objects.filter(
            volunteer=found, kind=ground, result__in=(CheckResult.DOUBT, CheckResult.MISSING)
        )
        if not rows_of.exists():
            raise WrongWord(_("Nothing in the file says so. A record alone does not exclude."))


def _kept(made: Row, act: str, volunteer: Volunteer, *, actor: Actor, at: datetime, **detail: Any) -> Row:
    """The line of the trail, and what was made."""
    append(act, actor=actor, at=at, subject=volunteer.pk, kind="volunteer", detail={"row": made.pk, **detail})
    return made

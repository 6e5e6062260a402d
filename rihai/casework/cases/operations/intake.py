"""Somebody comes to us, or is sent: written down, and answered with a case, a reason, or the name of who can help."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.cases.capabilities import BRING, kept_by
from rihai.casework.cases.models import Intake
from rihai.casework.cases.operations.errors import NoSuchCase, WrongCase
from rihai.casework.cases.operations.opening import open_case
from rihai.casework.cases.programmes import known_programmes
from rihai.casework.cases.queries.reach import intakes_for
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.people.operations import enter_person
from rihai.people.queries.people import people_for

Answer = Intake.Answer


@transaction.atomic
def take_in(*, person_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Intake:
    """Write down that a person came: `way`, `on`, `asked`, `programme` (or empty), and `answer` with what it needs.

    The answer `case` opens the case in the same act (see `open_case` for what else it says). Who brings somebody's need
    without keeping cases (`casework.bring`) leaves the answer to who does. Raises NoSuchCase for a person who is not
    seen, WrongCase, NeedsReason.
    """
    brings = actor.may(BRING) and said["answer"] == Answer.WAITING
    if not (kept_by(actor) or brings) or not people_for(actor, at=at).filter(pk=person_id).exists():
        raise NoSuchCase(_("There is no such person."))
    if said["on"] > local_day(at):
        raise WrongCase(_("This day has not come yet."))
    intake = Intake(
        person_id=person_id, first_person_id=person_id, data_class=_class_of(said.get("programme", "")),
        way=said["way"], on=said["on"], asked=said["asked"][:1000], programme=said.get("programme", ""),
        taken_by_id=actor.pk, taken_at=at,
    )  # fmt: skip
    if intake.data_class == DataClass.SEALED:
        raise WrongCase(_("What is sealed is kept in a sealed record and nowhere else."))
    with as_house(at):
        intake.save(force_insert=True)
    if said["answer"] == Answer.CASE:
        told = {**said, "intake": intake, "opened_on": said["on"]}
        open_case(person_id=person_id, programme=intake.programme, said=told, actor=actor, at=at)
        with as_house(at):
            intake.refresh_from_db()
    elif said["answer"] != Answer.WAITING:
        _answer(intake, said, at)
    append("casework.intake.taken", actor=actor, at=at, subject=intake.pk, kind="intake")
    return intake


@transaction.atomic
def take_in_newcomer(
    *, place: Any, is_held: bool, record: Mapping[str, Any], raw: Mapping[str, str], said: Mapping[str, Any],
    actor: Actor, at: datetime,
) -> Intake:  # fmt: skip
    """The same for somebody who is in no record yet: entered, held or not, and taken in, both or neither."""
    person = enter_person(place=place, record=record, raw=raw, true_on=said["on"], is_held=is_held, actor=actor, at=at)
    return take_in(person_id=person.pk, said={**said, "place": place}, actor=actor, at=at)


@transaction.atomic
def answer_intake(*, intake_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Intake:
    """Say what comes of what was asked. Raises NoSuchCase, WrongCase where it was answered or lacks its reason."""
    seen = intakes_for(actor, at=at).select_for_update(of=("self",)).filter(pk=intake_id).first()
    if seen is None or not kept_by(actor):
        raise NoSuchCase(_("There is no such person."))
    if seen.answer != Answer.WAITING:
        raise WrongCase(_("Somebody has answered this already."))
    if said["answer"] == Answer.CASE:
        told = {**said, "intake": seen, "asked": seen.asked}
        open_case(person_id=seen.person_id, programme=said["programme"], said=told, actor=actor, at=at)
    else:
        _answer(seen, said, at)
    append("casework.intake.answered", actor=actor, at=at, subject=seen.pk, kind="intake")
    return seen


def _answer(intake: Intake, said: Mapping[str, Any], at: datetime) -> None:
    answer, sent_to = said["answer"], str(said.get("sent_to") or "")
    if answer not in {Answer.REFUSED, Answer.REFERRED} or not str(said.get("reason") or "").strip():
        raise WrongCase(_("Say why; the person is told the reason."))
    if answer == Answer.REFERRED and not sent_to.strip():
        raise WrongCase(_("Say to whom the person was sent."))
    with as_house(at):
        Intake.objects.filter(pk=intake.pk).update(answer=answer, reason=said["reason"][:300], sent_to=sent_to[:160])


def _class_of(programme: str) -> str:
    found = known_programmes().get(programme)
    return found.data_class if found else DataClass.PERSONAL

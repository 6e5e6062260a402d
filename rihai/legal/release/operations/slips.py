"""The slip for the person herself: made, read to her or refused; and what she corrects is looked at by somebody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.legal.release.models import About, Answer, Slip, SlipText
from rihai.legal.release.operations.errors import NoSuchSlip, WrongSlip
from rihai.people.models import Person, SourceKind
from rihai.people.operations import Source, correct_facts
from rihai.people.operations.reach import person_for
from rihai.people.record import Path, path_text
from rihai.people.shown import label


@transaction.atomic
def make_slip(
    *, person_id: UUID, about: str = About.REQUEST, text: SlipText, due_on: date, provision: str = "",
    case_id: str = "", actor: Actor, at: datetime,
) -> Slip:  # fmt: skip
    """A slip to be read to the person by a day. Raises NoSuchPerson, WrongSlip where one waits for her already."""
    person = person_for(person_id, actor=actor, at=at)
    if Slip.objects.filter(person=person, about=about, answer="", dropped_at=None).exists():
        raise WrongSlip(_("A slip about this waits for them already. Read that one to them, or change it."))
    slip = Slip.objects.create(
        person=person, made_for=person.pk, about=about, case_id=case_id[:200], provision=provision[:80], due_on=due_on,
        made_by=actor.pk, made_by_name=actor.name[:120], made_at=at, asked=text.asked, more=text.more[:300],
        by_whom=text.by_whom[:160], whom_to_tell=text.whom_to_tell[:200], next_on=text.next_on,
    )  # fmt: skip
    detail = {"about": about, "due": due_on}
    after(Done(act="legal.slip.made", actor=actor, at=at, person_ids=(person.pk,), detail=detail))
    append("legal.slip.made", actor=actor, at=at, subject=slip.pk, kind="slip", detail=detail)
    return slip


@transaction.atomic
def change_slip(*, slip_id: UUID, version: int, text: SlipText, due_on: date, actor: Actor, at: datetime) -> Slip:
    """Write the slip anew before it is read to her. Raises NoSuchSlip, Changed, WrongSlip once it was answered."""
    slip = slip_for(slip_id, actor=actor, at=at)
    _waiting(slip)
    slip.asked, slip.more, slip.by_whom = text.asked, text.more[:300], text.by_whom[:160]
    slip.whom_to_tell, slip.next_on, slip.due_on = text.whom_to_tell[:200], text.next_on, due_on
    save_if_unchanged(slip, version=version, fields=["asked", "more", "by_whom", "whom_to_tell", "next_on", "due_on"])
    append("legal.slip.changed", actor=actor, at=at, subject=slip.pk, kind="slip")
    return slip


@transaction.atomic
def record_told(
    *, slip_id: UUID, version: int, answer: str, told_on: date, in_language: str = "", kept: bool | None = None,
    how_she_is: str = "", correction: str = "", again_on: date | None = None, actor: Actor, at: datetime,
) -> Slip:  # fmt: skip
    """What came of going to her: it was read to her, she did not want to hear it, or she could not be seen.

    Who could not be seen is to be told on another day, `again_on`. Raises NoSuchSlip, Changed, WrongSlip.
    """
    slip = slip_for(slip_id, actor=actor, at=at)
    _waiting(slip)
    if answer == Answer.ABSENT:
        return _again(slip, version, again_on, actor=actor, at=at)
    if answer not in Answer.values or (answer == Answer.TOLD and not in_language.strip()):
        raise WrongSlip(_("Say what came of it, and in which language it was read to them."))
    slip.answer, slip.told_on, slip.told_by, slip.told_by_name = answer, told_on, actor.pk, actor.name[:120]
    slip.in_language, slip.kept, slip.how_she_is = in_language[:40], kept, how_she_is
    slip.correction = correction.strip() or None
    fields = ["answer", "told_on", "told_by", "told_by_name", "in_language", "kept", "how_she_is", "correction"]
    save_if_unchanged(slip, version=version, fields=fields)
    detail = {"answer": answer, "on": told_on, "corrects": bool(slip.correction), "care": how_she_is == "care"}
    said = {**detail, "slip": slip.pk}
    after(Done(act="legal.slip.answered", actor=actor, at=at, person_ids=(slip.person_id,), detail=said))
    append("legal.slip.answered", actor=actor, at=at, subject=slip.pk, kind="slip", detail=detail)
    return slip


@transaction.atomic
def look_at_correction(*, slip_id: UUID, version: int, how: str, actor: Actor, at: datetime) -> Slip:
    """Somebody looked at what she corrects and says what was done. Raises NoSuchSlip, Changed, WrongSlip."""
    slip = slip_for(slip_id, actor=actor, at=at)
    if not slip.correction or slip.corrected_at is not None or not how.strip():
        raise WrongSlip(_("Say what was done about it; it is looked at once."))
    slip.corrected_at, slip.corrected_by_name, slip.corrected_how = at, actor.name[:120], how[:300]
    save_if_unchanged(slip, version=version, fields=["corrected_at", "corrected_by_name", "corrected_how"])
    append("legal.correction.looked_at", actor=actor, at=at, subject=slip.pk, kind="slip")
    return slip


@transaction.atomic
def write_correction(
    *, slip_id: UUID, version: int, path: Path, said: Mapping[str, Any], raw: str, true_on: date, actor: Actor,
    at: datetime,
) -> Slip:  # fmt: skip
    """What she corrects is a fact: written into her record as her own word, and the correction is looked at by it.

    `said` are the facts of one level that the text `raw` says, in the case of `path` where it names one. Raises
    NoSuchSlip, Changed, WrongSlip, and what `correct_facts` does.
    """
    slip = slip_for(slip_id, actor=actor, at=at)
    if not slip.correction or slip.corrected_at is not None:
        raise WrongSlip(_("That was looked at already. Write the fact on the page of the person."))
    record = {"cases": [{"case_id": path.case_id, **said}]} if path.case_id else dict(said)
    person_version = Person.objects.values_list("version", flat=True).get(pk=slip.person_id)
    word = Source(
        kind=SourceKind.HAND, at=at, by=actor.pk, by_name=actor.name[:120], true_on=true_on, source_id=slip.pk,
        title=_("Said by the person, when the slip was read"),
    )  # fmt: skip
    correct_facts(
        person_id=slip.person_id, version=person_version, record=record, true_on=true_on, actor=actor, at=at,
        raw={path_text(Path(path.case_id, name)): raw for name in said}, source=word,
    )  # fmt: skip
    slip.corrected_at, slip.corrected_by_name = at, actor.name[:120]
    slip.corrected_how = (_("Written into the record: %(fact)s") % {"fact": label(path.fact)})[:300]
    save_if_unchanged(slip, version=version, fields=["corrected_at", "corrected_by_name", "corrected_how"])
    detail = {"facts": sorted(said)}
    append("legal.correction.written", actor=actor, at=at, subject=slip.pk, kind="slip", detail=detail)
    return slip


@transaction.atomic
def drop_slip(*, slip_id: UUID, version: int, actor: Actor, at: datetime) -> Slip:
    """Nobody needs to be told this any more. Raises NoSuchSlip, Changed, WrongSlip once it was answered."""
    slip = slip_for(slip_id, actor=actor, at=at)
    _waiting(slip)
    slip.dropped_at = at
    save_if_unchanged(slip, version=version, fields=["dropped_at"])
    append("legal.slip.dropped", actor=actor, at=at, subject=slip.pk, kind="slip")
    return slip


def slip_for(slip_id: UUID, *, actor: Actor, at: datetime) -> Slip:
    """The slip; raises NoSuchSlip for one of a person the actor does not see."""
    found = Slip.objects.filter(pk=slip_id, dropped_at=None).first()
    if found is None:
        raise NoSuchSlip(_("There is no such slip."))
    person_for(found.person_id, actor=actor, at=at)
    return found


def follow_telling(done: Done) -> None:
    """Somebody told her of a refusal without the slip at hand: a slip that waits to tell her of it is answered."""
    with as_house(done.at):
        for slip in _telling_of(done):
            slip.answer, slip.told_on = Answer.TOLD, done.detail["on"]
            if done.actor is not None:
                slip.told_by, slip.told_by_name = done.actor.pk, done.actor.name[:120]
            fields = ["answer", "told_on", "told_by", "told_by_name"]
            save_if_unchanged(slip, version=slip.version, fields=fields)
            append("legal.slip.answered", actor=done.actor, at=done.at, subject=slip.pk, kind="slip")


def follow_telling_put_off(done: Done) -> None:
    """She could not be told: the slip is to be read on the same day."""
    with as_house(done.at):
        for slip in _telling_of(done):
            slip.due_on = done.detail["due"]
            save_if_unchanged(slip, version=slip.version, fields=["due_on"])
            append("legal.slip.put_off", actor=done.actor, at=done.at, subject=slip.pk, kind="slip")


def _telling_of(done: Done) -> list[Slip]:
    """The slips that wait to tell of the refusal of a line: those that name it, or none."""
    line = Q(provision=done.detail["provision"], case_id=done.detail["case"]) | Q(provision="")
    waiting = Slip.objects.filter(line, person__in=done.person_ids, about=About.REFUSAL, answer="", dropped_at=None)
    return list(waiting.select_for_update(of=("self",)))


def _again(slip: Slip, version: int, again_on: date | None, *, actor: Actor, at: datetime) -> Slip:
    if again_on is None:
        raise WrongSlip(_("Say on which day somebody will go again."))
    slip.due_on = again_on
    save_if_unchanged(slip, version=version, fields=["due_on"])
    said = {"slip": slip.pk, "due": again_on}
    after(Done(act="legal.slip.put_off", actor=actor, at=at, person_ids=(slip.person_id,), detail=said))
    append("legal.slip.put_off", actor=actor, at=at, subject=slip.pk, kind="slip", detail={"due": again_on})
    return slip


def _waiting(slip: Slip) -> None:
    if slip.answer:
        raise WrongSlip(_("That was answered already. Make a new slip for something new."))

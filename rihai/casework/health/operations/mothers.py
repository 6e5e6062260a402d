"""Pregnancies, births, babies and the doses they were given."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.casework.health.models import Baby, Dose, Ending, Pregnancy
from rihai.casework.health.operations.errors import WrongCare
from rihai.casework.health.operations.reach import by, patient_for, row_for
from rihai.casework.health.vaccines import vaccine
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done


@dataclass(frozen=True, slots=True, kw_only=True)
class Expecting:
    """What is said of a pregnancy; the day expected may be unknown."""

    known_on: date
    expected_on: date | None = None
    birth_where: str = ""
    birth_plan: str = ""
    visits: int = 0
    last_visit_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Born:
    """A baby: what it is called, since when it lives, and whether inside with her."""

    called: str
    born_on: date
    lives_inside: bool = True


@transaction.atomic
def write_pregnancy(*, person_id: UUID, said: Expecting, actor: Actor, at: datetime) -> Pregnancy:
    """A pregnancy is known. Raises NoSuchPerson, WrongCare where one is open already."""
    person = patient_for(person_id, actor=actor, at=at)
    if Pregnancy.objects.filter(person=person, ended_on=None).exists():
        raise WrongCare(_("A pregnancy is written down already. Change that one."))
    one = Pregnancy.objects.create(person=person, made_for=person.pk, **_plain(said), **by(actor, at))
    after(Done(act="casework.pregnancy.written", actor=actor, at=at, person_ids=(person.pk,)))
    append("casework.pregnancy.written", actor=actor, at=at, subject=one.pk, kind="health")
    return one


@transaction.atomic
def change_pregnancy(*, pregnancy_id: UUID, version: int, said: Expecting, actor: Actor, at: datetime) -> Pregnancy:
    """What is known of it now: visits, where she will give birth. Raises NoSuchCare, Changed, WrongCare."""
    one = row_for(Pregnancy, pregnancy_id, actor=actor, at=at)
    _going_on(one)
    for name, value in _plain(said).items():
        setattr(one, name, value)
    save_if_unchanged(one, version=version, fields=list(_plain(said)))
    append("casework.pregnancy.changed", actor=actor, at=at, subject=one.pk, kind="health")
    return one


@transaction.atomic
def end_pregnancy(
    *, pregnancy_id: UUID, version: int, ended_on: date, ending: str, babies: Collection[Born] = (), actor: Actor,
    at: datetime,
) -> Pregnancy:  # fmt: skip
    """She gave birth, or lost it; babies are written in the same act. Raises NoSuchCare, Changed, WrongCare."""
    one = row_for(Pregnancy, pregnancy_id, actor=actor, at=at)
    _going_on(one)
    if ending not in Ending.values or ending == Ending.TWICE or bool(babies) != (ending == Ending.LIVE):
        raise WrongCare(_("Say how it ended; a live birth has a baby, and no other ending has one."))
    if ended_on < one.known_on:
        raise WrongCare(_("It ended before it was known. Check the day."))
    one.ended_on, one.ending = ended_on, ending
    save_if_unchanged(one, version=version, fields=["ended_on", "ending"])
    for born in babies:
        write_baby(person_id=one.person_id, born=born, actor=actor, at=at)
    detail = {"ending": ending}
    after(Done(act="casework.pregnancy.ended", actor=actor, at=at, person_ids=(one.person_id,), detail=detail))
    append("casework.pregnancy.ended", actor=actor, at=at, subject=one.pk, kind="health", detail=detail)
    return one


@transaction.atomic
def write_baby(*, person_id: UUID, born: Born, actor: Actor, at: datetime) -> Baby:
    """A baby or small child of hers, whose doses are to be followed. Raises NoSuchPerson, WrongCare."""
    person = patient_for(person_id, actor=actor, at=at)
    if not born.called.strip():
        raise WrongCare(_("Say what the child is called, or “the baby”."))
    one = Baby.objects.create(
        person=person, made_for=person.pk, called=born.called, born_on=born.born_on, lives_inside=born.lives_inside,
        **by(actor, at),
    )  # fmt: skip
    after(Done(act="casework.baby.written", actor=actor, at=at, person_ids=(person.pk,)))
    append("casework.baby.written", actor=actor, at=at, subject=one.pk, kind="health")
    return one


@transaction.atomic
def baby_left(*, baby_id: UUID, version: int, left_on: date, actor: Actor, at: datetime) -> Baby:
    """The child lives inside no more. Raises NoSuchCare, Changed, WrongCare."""
    one = row_for(Baby, baby_id, actor=actor, at=at)
    if not one.lives_inside or left_on < one.born_on:
        raise WrongCare(_("The child lives outside already, or was not born on that day."))
    one.lives_inside, one.left_on = False, left_on
    save_if_unchanged(one, version=version, fields=["lives_inside", "left_on"])
    append("casework.baby.left", actor=actor, at=at, subject=one.pk, kind="health")
    return one


@transaction.atomic
def give_doses(
    *, baby_id: UUID, codes: Collection[str], given_on: date, given_by: str, given_where: str = "", actor: Actor,
    at: datetime,
) -> list[Dose]:  # fmt: skip
    """Doses given on a day, by a vaccinator; one given already is not written twice. Raises NoSuchCare, WrongCare."""
    baby = row_for(Baby, baby_id, actor=actor, at=at)
    known = [one for code in codes if (one := vaccine(code))]
    if not known or len(known) != len(codes):
        raise WrongCare(_("Tick the doses that were given."))
    if given_on < baby.born_on:
        raise WrongCare(_("The child was not born on that day."))
    if not given_by.strip():
        raise WrongCare(_("Say who gave it, as the card names them; “not known” is an answer."))
    before = set(Dose.objects.filter(baby=baby).values_list("code", flat=True))
    made = Dose.objects.bulk_create(
        Dose(
            person_id=baby.person_id, made_for=baby.person_id, baby=baby, code=one.code, given_on=given_on,
            given_by=given_by.strip()[:120], given_where=given_where.strip()[:120],
            written_by_name=actor.name[:120], written_at=at,
        )
        for one in known if one.code not in before
    )  # fmt: skip
    if not made:
        raise WrongCare(_("These doses are written down already."))
    detail = {"doses": [one.code for one in made]}
    after(Done(act="casework.doses.given", actor=actor, at=at, person_ids=(baby.person_id,), detail=detail))
    append("casework.doses.given", actor=actor, at=at, subject=baby.pk, kind="health", detail=detail)
    return made


def _plain(said: Expecting) -> dict[str, object]:
    return {
        "known_on": said.known_on, "expected_on": said.expected_on, "birth_where": said.birth_where[:160],
        "birth_plan": said.birth_plan.strip() or None, "visits": said.visits, "last_visit_on": said.last_visit_on,
    }  # fmt: skip


def _going_on(one: Pregnancy) -> None:
    if one.ended_on is not None:
        raise WrongCare(_("This pregnancy has ended already."))

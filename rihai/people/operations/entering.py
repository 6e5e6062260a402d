"""A person is entered as somebody typed them in, and what is known is corrected: by statements, never overwritten."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import grant, guard, hold
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sight_of
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.offers import Done
from rihai.people.models import Difference, Person
from rihai.people.operations.custody import begin_episode
from rihai.people.operations.errors import NoSuchPerson, NothingSaid
from rihai.people.operations.reach import person_for, works_at
from rihai.people.operations.stating import Source, by_hand, state
from rihai.people.projection import project
from rihai.people.projection.statements import said_from
from rihai.people.record import Path, read_path
from rihai.people.record.slices import facts_in
from rihai.places.kinds import HOLDING
from rihai.places.models import Place


@transaction.atomic
def enter_person(
    *,
    place: Place,
    record: Mapping[str, Any],
    raw: Mapping[str, str],
    true_on: date,
    admitted_on: date | None = None,
    is_held: bool = True,
    actor: Actor,
    at: datetime,
) -> Person:
    """Keep a person somebody typed in; `record` as in law/facts.md, `raw` the texts by path, true on a day.

    A person at a place where nobody is held (a shelter home, a district) is known there and not in custody; nor is one
    with `is_held` False, who is known to a prison's workers though never held. Accused
    under a section that guards, they are guarded at once, and whoever entered them keeps seeing them. Raises
    WrongPlace, NothingSaid for a person without a name.
    """
    works_at(place, actor=actor, at=at)
    if not str(record.get("full_name") or "").strip():
        raise NothingSaid(_("A person needs a name, or whatever they are called."))
    done = Done(act="people.person.entered", actor=actor, at=at, detail={"place": place.pk, "true_on": true_on})
    before(done)
    person = Person(made_at=at)
    with as_house(at):
        person.save(force_insert=True)
        if is_held and place.kind in HOLDING:
            begin_episode(person, place=place, on=admitted_on, reason="", actor=actor, at=at)
        else:
            hold([(person.pk, place.pk)])
        state(person.pk, record, by_hand(actor, at, true_on), raw=raw)
        project([person.pk])
    guard_by_section(person.pk, record, actor=actor, at=at)
    with as_house(at):
        person.refresh_from_db()
    after(Done(act=done.act, actor=actor, at=at, person_ids=(person.pk,), detail=done.detail))
    append(done.act, actor=actor, at=at, subject=person.pk, kind="person", detail=done.detail)
    return person


@transaction.atomic
def correct_facts(
    *,
    person_id: UUID,
    version: int,
    record: Mapping[str, Any],
    raw: Mapping[str, str],
    takes_back: Collection[str] = (),
    true_on: date,
    actor: Actor,
    at: datetime,
    source: Source | None = None,
) -> Person:
    """Write by hand what is so, or take back by path what was written by hand; what was believed before is kept.

    `source` where it was not seen or heard by who writes: a paper, somebody's word. Raises NoSuchPerson,
    ChangedMeanwhile, NothingSaid, UnknownFact.
    """
    person = person_for(person_id, actor=actor, at=at, version=version)
    told = sorted({path.fact for path, _value in facts_in(record)} | {read_path(one).fact for one in takes_back})
    if not told and not record.get("cases"):
        raise NothingSaid(_("Nothing was changed."))
    state(person.pk, record, source or by_hand(actor, at, true_on), raw=raw, takes_back=takes_back)
    guard_by_section(person.pk, record, actor=actor, at=at)
    _corrected(person, told, actor=actor, at=at)
    return person


@transaction.atomic
def decide_difference(*, difference_id: UUID, keep_ours: bool, actor: Actor, at: datetime, true_on: date) -> Person:
    """The prison writes otherwise than we do: ours is written again, or ours is taken back so that theirs is believed.

    Raises NoSuchPerson where there is no such difference any more, or it is of a class the actor does not see.
    """
    found = Difference.objects.select_related("ours", "theirs").filter(pk=difference_id).first()
    if found is None or found.data_class not in _classes_of(actor, found.person_id, at):
        raise NoSuchPerson(_("There is nothing to decide here any more."))
    person = person_for(found.person_id, actor=actor, at=at)
    path = read_path(found.path)
    if keep_ours:
        ours = said_from(found.ours)
        value = dict(facts_in(ours.facts))[path]
        raw = {found.path: ours.raw[found.path]} if found.path in ours.raw else {}
        state(person.pk, placed(path, value), by_hand(actor, at, true_on), raw=raw)
    else:
        state(person.pk, {}, by_hand(actor, at, true_on), takes_back=[found.path])
    _corrected(person, [path.fact], actor=actor, at=at, act="people.difference.decided", kept=keep_ours)
    return person


def placed(path: Path, value: Any) -> dict[str, Any]:
    """A record that says one fact alone."""
    if not path.case_id:
        return {path.fact: value}
    return {"cases": [{"case_id": path.case_id, path.fact: value}]}


def _corrected(
    person: Person,
    facts: Collection[str],
    *,
    actor: Actor,
    at: datetime,
    act: str = "people.facts.corrected",
    kept: bool | None = None,
) -> None:
    project([person.pk])
    with as_house(at):
        Person.objects.filter(pk=person.pk).update(version=person.version + 1)
    person.version += 1
    detail: dict[str, Any] = {"facts": sorted(facts)}
    if kept is not None:
        detail["kept"] = "ours" if kept else "theirs"
    after(Done(act=act, actor=actor, at=at, person_ids=(person.pk,), detail=detail))
    append(act, actor=actor, at=at, subject=person.pk, kind="person", detail=detail)


def guard_by_section(person_id: UUID, record: Mapping[str, Any], *, actor: Actor, at: datetime) -> None:
    """Guard whoever is accused under a section that can kill by being known; the one who entered them is assigned."""
    ground = guarding_section(record)
    if ground:
        guard(person_id=person_id, ground=ground, actor=actor, at=at)
        grant(
            account_id=actor.pk,
            person_id=person_id,
            classes=(),
            ground=Ground.ASSIGNMENT,
            ground_id=None,
            actor=actor,
            at=at,
        )


def guarding_section(record: Mapping[str, Any]) -> str:
    """The first charge under a section of settings.GUARDING_SECTIONS, as "PPC 295-C"; empty for none."""
    known = frozenset(settings.GUARDING_SECTIONS)
    charges = (charge for case in record.get("cases") or () for charge in case.get("charges") or ())
    named = (f"{charge.get('act')} {charge.get('section')}" for charge in charges)
    return next((one for one in named if one in known), "")


def _classes_of(actor: Actor, person_id: UUID, at: datetime) -> frozenset[str]:
    return frozenset(sight_of(actor, person_id, at=at).seen)

"""The family: how each of hers may be reached and told what, her children outside, visits, calls and letters."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.casework.aftercare.models import (
    ChildOutside,
    ContactKind,
    ContactState,
    FailedWhy,
    FamilyContact,
    FamilyTie,
    MayKnow,
    Wants,
)
from rihai.casework.aftercare.operations.errors import NothingSaid, NotNow, WithoutWord
from rihai.casework.aftercare.operations.reach import entry_for, kept_person
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import Changed, save_if_unchanged
from rihai.people.models import Relationship
from rihai.people.operations import say_safe

WORDS, KNOWN = ("name", "with_whom", "where", "how", "note"), ("born_year", "in_school", "has_papers", "seen_on")
"""What is written of a child: words, and what may not be known."""
OURS_CALL = (ContactKind.CALL, ContactKind.LETTER, ContactKind.SESSION)
"""Ways in which the office reaches out, so that somebody must have asked whether it is safe."""


@transaction.atomic
def keep_tie(
    *, relationship_id: UUID, version: int, wants: str, safe: bool | None, ways: str, may_know: Collection[str],
    actor: Actor, at: datetime,
) -> FamilyTie:  # fmt: skip
    """The contact plan with one of hers, as she says it; `version` 0 for one that nobody has made.

    She was asked: where she had taken her word back, what she says now holds.

    Raises NoSuchEntry, NothingSaid, Changed.
    """
    one = entry_for(Relationship.objects.filter(ended_on=None), relationship_id, actor=actor, at=at)
    if wants not in Wants.values or not set(may_know) <= set(MayKnow.values):
        raise NothingSaid(_("Choose what the person wants, and what may be said."))
    if safe is not one.safe_to_contact:
        say_safe(relationship_id=one.pk, safe=safe, actor=actor, at=at)
    given: dict[str, Any] = {
        "wants": wants, "ways": ways.strip() or None, "may_know": sorted(may_know), "taken_back_at": None,
        "changed_by_name": actor.name[:120], "changed_at": at,
    }  # fmt: skip
    tie = FamilyTie.objects.filter(relationship=one).first()
    if tie is None:
        tie = FamilyTie(person_id=one.person_id, made_for=one.person_id, relationship=one, **given)
        tie.save(force_insert=True)
    elif version == 0:
        raise Changed(_("Somebody changed this while you wrote. Nothing of yours was saved yet."))
    else:
        for name, value in given.items():
            setattr(tie, name, value)
        save_if_unchanged(tie, version=version, fields=list(given))
    detail = {"relationship": one.pk, "wants": wants, "may_know": sorted(may_know)}
    append("casework.contact_plan.kept", actor=actor, at=at, subject=one.person_id, kind="person", detail=detail)
    return tie


@transaction.atomic
def keep_child(
    *, person_id: UUID, child_id: UUID | None, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> ChildOutside:
    """A child of hers outside and who cares for it. Raises NoSuchPerson, NoSuchEntry, NothingSaid, Changed."""
    person = kept_person(person_id, actor=actor, at=at)
    if not str(said.get("name") or "").strip():
        raise NothingSaid(_("Write what the child is called."))
    given: dict[str, Any] = {name: said.get(name) or "" for name in WORDS} | {name: said.get(name) for name in KNOWN}
    given |= {"changed_by_name": actor.name[:120], "changed_at": at}
    if child_id is None:
        child = ChildOutside(person=person, made_for=person.pk, **given)
        child.save(force_insert=True)
    else:
        child = entry_for(ChildOutside.objects.filter(person=person, ended_on=None), child_id, actor=actor, at=at)
        for name, value in given.items():
            setattr(child, name, value)
        save_if_unchanged(child, version=version, fields=list(given))
    detail = {"child": child.pk, "how": child.how}
    append("casework.child.kept", actor=actor, at=at, subject=person.pk, kind="person", detail=detail)
    return child


@transaction.atomic
def wish_contact(
    *, relationship_id: UUID, kind: str, wished_on: date, due_on: date | None = None, note: str = "",
    actor: Actor, at: datetime,
) -> FamilyContact:  # fmt: skip
    """A visit, call, letter or session is wished for.

    The office calls and writes only to whom she said it is safe; who she said must not be called is invited by nobody.
    Raises NoSuchEntry, NothingSaid, WithoutWord where it is not safe or not wanted, or she took her word back.
    """
    one = entry_for(Relationship.objects.filter(ended_on=None), relationship_id, actor=actor, at=at)
    if kind not in ContactKind.values:
        raise NothingSaid(_("Choose what is wished for."))
    if one.safe_to_contact is False or (kind in OURS_CALL and one.safe_to_contact is not True):
        raise WithoutWord(_("The person has not said that it is safe to contact this one. Ask them first, alone."))
    tie = FamilyTie.objects.filter(relationship=one).first()
    if tie is not None and tie.wants == Wants.NO:
        raise WithoutWord(_("The person does not want contact with this one."))
    if tie is not None and tie.taken_back_at is not None and kind in OURS_CALL:
        raise WithoutWord(_("The person took their word back. Ask them again first, alone."))
    row = FamilyContact.objects.create(
        person_id=one.person_id, made_for=one.person_id, relationship=one, kind=kind, wished_on=wished_on,
        due_on=due_on, note=note[:400], owner_id=actor.pk, by_name=actor.name[:120],
    )  # fmt: skip
    detail = {"contact": row.pk, "kind": kind}
    append("casework.family_contact.wished", actor=actor, at=at, subject=one.person_id, kind="person", detail=detail)
    return row


@transaction.atomic
def record_contact(
    *, contact_id: UUID, version: int, state: str, on: date, failed_why: str = "", told: Collection[str] = (),
    note: str = "", actor: Actor, at: datetime,
) -> FamilyContact:  # fmt: skip
    """It took place, failed for a reason, or is not wanted any more; and what they were told.

    Raises NoSuchEntry, NotNow, NothingSaid without a reason, Changed, WithoutWord for what she did not let them know.
    """
    row = entry_for(FamilyContact.objects.select_related("relationship"), contact_id, actor=actor, at=at)
    if row.state != ContactState.WISHED:
        raise NotNow(_("This was written down already."))
    if state not in {ContactState.MADE, ContactState.FAILED, ContactState.DROPPED} or on > local_day(at):
        raise NothingSaid(_("Say what came of it, and on which day."))
    if (state == ContactState.FAILED) != (failed_why in FailedWhy.values):
        raise NothingSaid(_("Say why it failed."))
    tie = FamilyTie.objects.filter(relationship=row.relationship_id).first()
    if not set(told) <= set(tie.may_know if tie else ()):
        raise WithoutWord(_("They were told more than the person allows. Ask the person first; nothing was written."))
    row.state, row.done_on, row.failed_why, row.told = state, on, failed_why, sorted(told)
    row.note, row.by_name = note.strip()[:400], actor.name[:120]
    fields = ["state", "done_on", "failed_why", "told", "note", "by_name"]
    save_if_unchanged(row, version=version, fields=fields)
    detail = {"contact": row.pk, "state": state, "why": failed_why, "told": sorted(told)}
    append("casework.family_contact.recorded", actor=actor, at=at, subject=row.person_id, kind="person", detail=detail)
    return row

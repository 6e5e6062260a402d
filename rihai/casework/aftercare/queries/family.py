"""The family of somebody who is seen: the contact plan, the children outside, visits and calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.casework.aftercare.models import (
    ChildOutside,
    ContactState,
    FamilyContact,
    FamilyTie,
    MayBeTold,
    MayKnow,
)
from rihai.casework.aftercare.queries.sight import may_read, seen
from rihai.casework.services.models import MaterialHelp
from rihai.casework.services.queries.reach import rows_for
from rihai.kit.actor import Actor
from rihai.kit.templatetags.kit import day as day_text
from rihai.people.models import Relationship

MOST = 40


@dataclass(frozen=True, slots=True)
class Hers:
    """One of hers, and the contact plan where somebody has made one."""

    relationship: Relationship
    tie: FamilyTie | None
    told: Sequence[str] = ()
    """Where her word was taken back: what they had been told before, in words with the day."""

    @property
    def may_know(self) -> list[str]:
        """What may be said to them, in words."""
        return [str(MayKnow(one).label) for one in self.tie.may_know] if self.tie else []


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """Everything the page of a family shows."""

    hers: Sequence[Hers]
    children: Sequence[ChildOutside]
    contacts: Sequence[tuple[FamilyContact, Sequence[MaterialHelp]]]
    """Each visit or call with the money that was given for the way to it."""

    @property
    def unasked(self) -> list[Hers]:
        """Those of whom nobody has asked whether calling them is safe, and those of whom her word was taken back."""
        return [one for one in self.hers if one.relationship.safe_to_contact is None or one in self.taken_back]

    @property
    def taken_back(self) -> list[Hers]:
        """Those to whom nothing may be said any more, because she took her word back."""
        return [one for one in self.hers if one.tie is not None and one.tie.taken_back_at is not None]


def family_of(person_id: UUID, *, actor: Actor) -> FamilyPage:
    """The family of a person; empty for who is not seen."""
    if not may_read(actor):
        return FamilyPage((), (), ())
    ties = {one.relationship_id: one for one in FamilyTie.objects.filter(seen(actor), person=person_id)}
    hers = Relationship.objects.filter(seen(actor), person=person_id, ended_on=None)
    children = ChildOutside.objects.filter(seen(actor), person=person_id, ended_on=None)
    contacts = list(contacts_for(actor).filter(person=person_id)[:MOST])
    paid = fares_of([one.pk for one in contacts], actor=actor)
    told = _told(person_id, [key for key, one in ties.items() if one.taken_back_at is not None], actor=actor)
    found = [Hers(one, ties.get(one.pk), told.get(one.pk, ())) for one in hers]
    return FamilyPage(found, list(children), [(one, paid.get(one.pk, ())) for one in contacts])


def _told(person_id: UUID, relationship_ids: Sequence[UUID], *, actor: Actor) -> dict[UUID, list[str]]:
    """What some of hers had been told, visit by visit, the last first; the day of release among it."""
    found: dict[UUID, list[str]] = {}
    if not relationship_ids:
        return found
    for one in contacts_for(actor).filter(person=person_id, relationship__in=relationship_ids).exclude(told=[]):
        words = ", ".join(str(MayKnow(code).label) for code in one.told)
        found.setdefault(one.relationship_id, []).append(f"{day_text(one.done_on)}: {words}")
    days = MayBeTold.objects.filter(seen(actor), person=person_id, relationship__in=relationship_ids)
    for told in days.exclude(told_on=None):
        if told.relationship_id is not None:
            says = _("the day of release")
            found.setdefault(told.relationship_id, []).append(f"{day_text(told.told_on)}: {says}")
    return found


def fares_of(contact_ids: Sequence[UUID], *, actor: Actor) -> dict[UUID, list[MaterialHelp]]:
    """What was given for the way to visits and calls, by the visit."""
    found: dict[UUID, list[MaterialHelp]] = {}
    for one in rows_for(MaterialHelp, actor).filter(contact_id__in=contact_ids).order_by("given_on"):
        if one.contact_id is not None:
            found.setdefault(one.contact_id, []).append(one)
    return found


def contacts_for(actor: Actor) -> QuerySet[FamilyContact]:
    """Visits, calls and letters of people whom the actor sees."""
    found = FamilyContact.objects.filter(seen(actor)) if may_read(actor) else FamilyContact.objects.none()
    return found.select_related("relationship", "person", "person__held_at")


def wishes_due(actor: Actor, until: date) -> QuerySet[FamilyContact]:
    """What is wished for and due by a day."""
    return contacts_for(actor).filter(state=ContactState.WISHED, due_on__lte=until)


def hers_seen(relationship_id: UUID, *, actor: Actor) -> Hers | None:
    """One of hers; None for one the actor does not see."""
    one = Relationship.objects.filter(seen(actor), pk=relationship_id, ended_on=None).select_related("person").first()
    if one is None or not may_read(actor):
        return None
    return Hers(one, FamilyTie.objects.filter(relationship=one).first())


def child_seen(child_id: UUID, *, actor: Actor) -> ChildOutside | None:
    """One child; None for one of a person whom the actor does not see."""
    return ChildOutside.objects.filter(seen(actor), pk=child_id, ended_on=None).select_related("person").first()


def contact_seen(contact_id: UUID, *, actor: Actor) -> FamilyContact | None:
    """One visit or call; None for one of a person whom the actor does not see."""
    return contacts_for(actor).filter(pk=contact_id).first()

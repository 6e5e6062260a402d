"""Slips that wait to be read, corrections that wait to be looked at, and who has asked for and was not told yet."""

from __future__ import annotations

from datetime import date
from itertools import count
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.once import once
from rihai.legal.release.models import Slip
from rihai.legal.response.models import Response, State
from rihai.people.models import Hearing, Person
from rihai.screening.queries.sight import seen

ASKED_FOR = (State.TAKEN, State.REFERRED, State.FILED)


def slips_for(actor: Actor) -> QuerySet[Slip]:
    """The slips of people whom the actor sees."""
    return Slip.objects.filter(sees(actor, DataClass.PERSONAL), dropped_at=None)


def slip_seen(slip_id: UUID, *, actor: Actor) -> Slip | None:
    """One slip; None for one the actor does not see."""
    return slips_for(actor).select_related("person", "person__held_at").filter(pk=slip_id).first()


def to_be_read(*, actor: Actor, most: int) -> list[Slip]:
    """Slips that nobody has read to her yet, what is due first."""
    found = slips_for(actor).filter(answer="").select_related("person", "person__held_at")
    return list(found.order_by("due_on", "pk")[:most])


def corrections(*, actor: Actor, most: int) -> list[Slip]:
    """What people corrected when it was read to them, and nobody has looked at."""
    found = slips_for(actor).filter(corrected_at=None, correction__isnull=False)
    return list(found.select_related("person", "person__held_at").order_by("told_on", "pk")[:most])


def not_told(*, actor: Actor, most: int, owner: UUID | None = None) -> list[Person]:
    """People for whom something is asked and to whom nothing was read: whose line has lain longest, first.

    With `owner`, only those whom that account has taken. Lines are asked and not people: beside many people the
    database would walk through all of them by name until it has found so few.
    """
    told = Slip.objects.filter(person=OuterRef("person"), dropped_at=None)
    lines = Response.objects.filter(
        seen(actor), sees(actor, DataClass.PERSONAL), ~Exists(told), state__in=ASKED_FOR,
        person__held_at__isnull=False, person__merged_into=None,
    ).order_by("touched_at", "pk")  # fmt: skip
    if owner is not None:
        lines = lines.filter(owner_id=owner)
    found: dict[UUID, Person] = {}
    for begun in count(0, 2 * most):  # a person may have several lines
        part = list(lines.select_related("person__held_at")[begun : begun + 2 * most])
        found |= {line.person_id: line.person for line in part if line.person_id not in found}
        if len(found) >= most or len(part) < 2 * most:
            break
    return list(found.values())[:most]


def slips_of(person_id: UUID, *, actor: Actor) -> list[Slip]:
    """Every slip of a person, the newest first."""
    rows = slips_for(actor).filter(person=person_id).order_by("-made_at", "-pk")
    return once(("legal.slips", actor.pk, person_id), lambda: list(rows))


def next_hearing(person_id: UUID, today: date) -> date | None:
    """The next day in court that the record knows of a person who is seen."""
    found = Hearing.objects.filter(person=person_id, listed_on__gte=today).order_by("listed_on")
    return found.values_list("listed_on", flat=True).first()


def last_words(actor: Actor) -> dict[str, str]:
    """By whom, and whom to tell, as the actor's last slip says it: the same for the next."""
    last = Slip.objects.filter(made_by=actor.pk).order_by("-made_at").values("by_whom", "whom_to_tell").first()
    return {name: str(said) for name, said in last.items()} if last else {}

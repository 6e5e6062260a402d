"""The one filter of findings: a row is seen by whoever sees its class of that person."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from rihai.accounts.acting import asked_at, reads
from rihai.accounts.models import Grant, Presence
from rihai.accounts.queries import sees
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.people.models import Person
from rihai.people.queries.people import my_places
from rihai.screening.models import AtRisk, Finding, Gap, Screened, Veiled

FEW = 5
"""Places that are named one by one in a question."""
OTHERS = 3_000
"""People besides those held there who are named one by one."""


def seen(actor: Actor, *, column: str = "data_class", at: datetime | None = None) -> Q:
    """The rows whose class the actor sees; `column` is where the row names it."""
    personal, legal, health = (
        sees(actor, one, at=at) for one in (DataClass.PERSONAL, DataClass.LEGAL, DataClass.HEALTH)
    )
    return (
        (Q(**{column: DataClass.PERSONAL}) & personal)
        | (Q(**{column: DataClass.LEGAL}) & legal)
        | (Q(**{column: DataClass.HEALTH}) & health & (Q(and_legal=False) | legal))
    )


def near(actor: Actor, *, at: datetime | None = None) -> Q:
    """Where whoever works at few places sees anybody at all: so that a question begins there, and not in a country.

    It narrows nothing that `seen` leaves: people held at those places, people who left them for others, people granted.
    Of who left for home nothing is found any more. For whoever works at many places, or is granted many people, it says
    nothing. Read once in a request.
    """
    moment = at or asked_at()
    key, kept = ("near", actor.pk, local_day(moment)), reads()
    found: Q | None = kept.get(key)
    if found is None:
        found = kept[key] = _near(actor, moment)
    return found


def is_near(actor: Actor) -> bool:
    """Whether the actor works at few places."""
    return bool(near(actor))


def is_everywhere(actor: Actor) -> bool:
    """Whether the actor is posted at no place, but for all of them."""
    return my_places(actor) is None


def _near(actor: Actor, moment: datetime) -> Q:
    mine = my_places(actor, at=moment)
    if mine is None:
        return Q()
    places = list(mine.values_list("pk", flat=True)[: FEW + 1])
    if len(places) > FEW:
        return Q()
    left = Presence.objects.filter(place__in=places, seen_until__gt=local_day(moment)).values("person_id")
    moved = Person.objects.filter(pk__in=left, held_at__isnull=False).exclude(held_at__in=places)
    granted = Grant.objects.filter(account=actor.pk)
    others = set(moved.values_list("pk", flat=True)[: OTHERS + 1])
    others.update(granted.values_list("person_id", flat=True)[: OTHERS + 1])
    return Q(place__in=places) | Q(person__in=others) if len(others) <= OTHERS else Q()


def findings_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Finding]:
    """The findings the actor sees."""
    return Finding.objects.filter(near(actor, at=at), seen(actor, at=at))


def gaps_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Gap]:
    """The missing facts the actor may know to be missing."""
    return Gap.objects.filter(near(actor, at=at), seen(actor, at=at))


def risks_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[AtRisk]:
    """The groups in need of care the actor sees."""
    return AtRisk.objects.filter(near(actor, at=at), seen(actor, at=at))


def veiled_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Veiled]:
    """That something is withheld from the actor, of people whom they see."""
    return Veiled.objects.filter(near(actor, at=at), sees(actor, DataClass.PERSONAL, at=at)).exclude(
        seen(actor, column="veil", at=at)
    )


def screened_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Screened]:
    """How the people whom the actor sees stand as a whole."""
    return Screened.objects.filter(near(actor, at=at), sees(actor, DataClass.PERSONAL, at=at))

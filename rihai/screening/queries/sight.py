"""The one filter of findings: a row is seen by whoever sees its class of that person."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.screening.models import AtRisk, Finding, Gap, Screened, Veiled


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


def findings_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Finding]:
    """The findings the actor sees."""
    return Finding.objects.filter(seen(actor, at=at))


def gaps_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Gap]:
    """The missing facts the actor may know to be missing."""
    return Gap.objects.filter(seen(actor, at=at))


def risks_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[AtRisk]:
    """The groups in need of care the actor sees."""
    return AtRisk.objects.filter(seen(actor, at=at))


def veiled_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Veiled]:
    """That something is withheld from the actor, of people whom they see."""
    return Veiled.objects.filter(sees(actor, DataClass.PERSONAL, at=at)).exclude(seen(actor, column="veil", at=at))


def screened_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Screened]:
    """How the people whom the actor sees stand as a whole."""
    return Screened.objects.filter(sees(actor, DataClass.PERSONAL, at=at))

"""How often one address of the network may write or guess; kept as a keyed digest, and for a day alone.

Many phones share one address where lines are poor, so that the limit is wide, and who meets it loses nothing: what was
written is shown again, with the number to call.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.http import HttpRequest

from rihai.accounts.operations.house import as_house
from rihai.kit.sealed.cipher import blind
from rihai.kit.slowed import address

KEPT = timedelta(days=1)
WINDOW = timedelta(hours=1)
WRITES, GUESSES = "write", "guess"
LIMITS = {WRITES: 40, GUESSES: 20}
"""So many in an hour from one address."""


class Knock(models.Model):
    """That somebody wrote, or tried a code and PIN that were wrong."""

    kind = models.CharField(max_length=8)
    who = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["kind", "at"], name="helpline_knock_at")]

    def __str__(self) -> str:
        return self.kind


def too_many(request: HttpRequest, kind: str, *, at: datetime) -> bool:
    """Whether this address did so too often within the hour."""
    with as_house(at):
        found = Knock.objects.filter(kind=kind, who=_who(request), at__gt=at - WINDOW)
        return found[: LIMITS[kind]].count() >= LIMITS[kind]


def knock(request: HttpRequest, kind: str, *, at: datetime) -> None:
    """Count one."""
    with as_house(at):
        Knock.objects.create(kind=kind, who=_who(request), at=at)


def forget_knocks(at: datetime) -> int:
    """Drop what is older than a day; says how many."""
    with as_house(at):
        return Knock.objects.filter(at__lt=at - KEPT).delete()[0]


def _who(request: HttpRequest) -> bytes:
    return blind(address(request), "helpline.knock")

"""How often one network may write or guess; kept as a keyed digest, and for a day alone.

Many phones share one address where lines are poor: a village, or all who use one company. Were a limit a wall, whoever
writes enough from there would shut families out. So beyond it a page asks for a small sum, which a person does and most
machines do not; beyond ten times as much it says whom to ring. Whoever meets either loses nothing of what was written.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.core.signing import BadSignature, dumps, loads
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from rihai.accounts.operations.house import as_house
from rihai.kit.sealed.cipher import blind
from rihai.kit.sealed.index import digits
from rihai.kit.slowed import network

KEPT = timedelta(days=1)
WINDOW = timedelta(hours=1)
WRITES, GUESSES = "write", "guess"
LIMITS = {WRITES: 40, GUESSES: 20}
"""So many in an hour from one network before a sum is asked."""
FAR_TOO_MANY = 10
"""So many times as much, and nothing more is taken in for the hour."""
SALT = "helpline.sum"


class Knock(models.Model):
    """That somebody wrote, or tried a code and PIN that were wrong."""

    kind = models.CharField(max_length=8)
    who = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["kind", "at"], name="helpline_knock_at")]

    def __str__(self) -> str:
        return self.kind


@dataclass(frozen=True, slots=True)
class HeldUp:
    """Why a page does not go on, in words; and the sum to answer, where that is enough: `signed` says which it was."""

    says: Any
    first: int = 0
    second: int = 0
    signed: str = ""


ASKED = _("Very much comes from your network just now. Answer the small sum, so that we know you are a person.")
STOPPED = _("Far too much comes from your network just now. Ring us, or try again in an hour.")


def held_up(request: HttpRequest, kind: str, *, at: datetime) -> HeldUp | None:
    """What keeps this request up: nothing, a sum that is not answered yet, or that there was far too much."""
    with as_house(at):
        found = Knock.objects.filter(kind=kind, who=_who(request), at__gt=at - WINDOW)
        count = found[: LIMITS[kind] * FAR_TOO_MANY].count()
    if count < LIMITS[kind]:
        return None
    if count >= LIMITS[kind] * FAR_TOO_MANY:
        return HeldUp(STOPPED)
    if _is_answered(request):
        return None
    first, second = secrets.randbelow(5) + 1, secrets.randbelow(4) + 1
    return HeldUp(ASKED, first, second, dumps([first + second, _who(request).hex()], salt=SALT, compress=False))


def _is_answered(request: HttpRequest) -> bool:
    """Whether the sum that this network was asked within the hour is answered rightly, in figures of any script."""
    try:
        right, who = loads(request.POST.get("sum_asked", "")[:400], salt=SALT, max_age=WINDOW)
    except (BadSignature, ValueError, TypeError):
        return False
    return bool(who == _who(request).hex() and digits(request.POST.get("sum", "")[:9]) == str(right))


def knock(request: HttpRequest, kind: str, *, at: datetime) -> None:
    """Count one."""
    with as_house(at):
        Knock.objects.create(kind=kind, who=_who(request), at=at)


def forget_knocks(at: datetime) -> int:
    """Drop what is older than a day; says how many."""
    with as_house(at):
        return Knock.objects.filter(at__lt=at - KEPT).delete()[0]


def _who(request: HttpRequest) -> bytes:
    return blind(network(request), "helpline.knock")

"""A code and a PIN for somebody without an account: digits that are spoken and keyed, and slow to guess.

Whoever has both reads what is theirs and no more. The code finds the row, the PIN opens it; only its digest is kept.
Five wrong ones shut the row for an hour, and an address of the network that keeps guessing is shut out too
(`knocks.py`). A code that there is and one that there is not are answered by the same words and take as long.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple, TypeVar

from django.contrib.auth.hashers import check_password, make_password
from django.db import models, transaction

from rihai.accounts.operations.house import as_house
from rihai.kit.sealed.index import digits

TRIES = 5
SHUT = timedelta(hours=1)
NO_PIN = "!"
"""What is kept instead of a digest where no PIN opens any more."""
CODE, PIN = 8, 6
"""How many digits; a PIN is tried at most 120 times a day, so that half of all take 11 years."""


class Given(NamedTuple):
    """A new code and its PIN, in plain digits; the PIN is shown once."""

    code: str
    pin: str


class Coded(models.Model):
    """What is kept of them. `tries` counts wrong PINs since the last right one, or since it was last shut."""

    code = models.CharField(max_length=CODE, unique=True, editable=False)
    pin = models.CharField(max_length=200, editable=False)
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    shut_until = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def code_shown(self) -> str:
        """The code as it is written and read aloud, in two fours."""
        return in_groups(self.code)

    def take(self, given: Given) -> None:
        """Take on a code and the digest of its PIN; the caller saves."""
        self.code, self.pin, self.tries, self.shut_until = given.code, make_password(given.pin), 0, None


def new_code(*taken_by: type[models.Model]) -> Given:
    """A code that no row of these tables has, and a PIN."""
    while True:
        code = _digits(CODE)
        with as_house():
            if not any(one._default_manager.filter(code=code).exists() for one in taken_by):
                return Given(code, _digits(PIN))


def _digits(count: int) -> str:
    """Digits by chance, of which the first is no nought: a phone's keypad and an ear lose it."""
    return str(secrets.randbelow(9) + 1) + "".join(str(secrets.randbelow(10)) for _place in range(count - 1))


def in_groups(text: str) -> str:
    """Digits in fours or threes, as they are said; a joining space keeps their order amid Urdu too (UAX 9, W4)."""
    size = 4 if len(text) % 4 == 0 else 3
    return "\u00a0".join(text[start : start + size] for start in range(0, len(text), size))


Row = TypeVar("Row", bound=Coded)


def opened_by(kind: type[Row], code: str, pin: str, *, at: datetime, **where: Any) -> Row | None:
    """The row of a code whose PIN is right; None for a wrong one, one that is shut, and a code that there is not.

    All of them take one look at the table, one at a digest, and one change, which is of no row where there is none to
    change. A wrong PIN is counted at once, whatever comes after.
    """
    with transaction.atomic(), as_house(at):
        row = kind._default_manager.select_for_update().filter(code=digits(code)[:CODE] or "-", **where).first()
        right = check_password(digits(pin)[:20], row.pin if row else _nobodys())
        if row is None or (row.shut_until is not None and row.shut_until > at):
            kind._default_manager.filter(code="-").update(tries=0, shut_until=None)
            return None
        if right:
            kind._default_manager.filter(pk=row.pk).update(tries=0, shut_until=None)
            return row
        is_last = row.tries + 1 >= TRIES
        kind._default_manager.filter(pk=row.pk).update(
            tries=0 if is_last else row.tries + 1, shut_until=at + SHUT if is_last else None
        )
        return None


@cache
def _nobodys() -> str:
    """A digest that is looked at where there is no row, so that a code that there is not takes as long."""
    return make_password(secrets.token_hex(16))

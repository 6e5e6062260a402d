"""A way in for somebody without an account, for a time: a long secret in the address, and a second one told apart.

Only digests are kept. Wrong second secrets are counted, and too many close the link. Rooms derive their own link from
`TimedLink`, say what it opens, and write each look into the trail.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from django.contrib.auth.hashers import check_password, make_password
from django.db import models

from rihai.kit.ids import new_id

TRIES = 5
DAYS = 30
"""The longest a link lives."""
HEADERS = {"X-Robots-Tag": "noindex, nofollow, noarchive"}
"""What each page behind such a link carries. The referrer stays within our own site, as the house says: under
`no-referrer` a browser posts the second secret as from nowhere, and the guard against forged forms refuses it."""
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What a second secret is made of: nothing that is misheard or misread."""


class Secrets(NamedTuple):
    """The two secrets of a new link, which are shown once."""

    secret: str
    pin: str


class TimedLink(models.Model):
    """What is kept of such a link. `tries` counts wrong second secrets since the last right one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    pin = models.CharField(max_length=200)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_because = models.CharField(max_length=20, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    looks = models.PositiveIntegerField(default=0)
    last_look_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        ordering = ("-made_at", "-id")

    def seal(self, *, days: int, by_name: str, at: datetime) -> Secrets:
        """Give a new link its secrets and its end; the caller saves it."""
        secret = secrets.token_urlsafe(32)
        pin = "".join(secrets.choice(LETTERS) for _letter in range(8))
        self.digest, self.pin = digest_of(secret), make_password(pin)
        self.made_by_name, self.made_at = by_name[:120], at
        self.ends_at = at + timedelta(days=min(max(days, 1), DAYS))
        return Secrets(secret, pin)

    def is_live(self, at: datetime) -> bool:
        """Whether it still opens anything."""
        return self.closed_at is None and self.ends_at > at

    def close(self, *, because: str, at: datetime) -> None:
        """It opens nothing from now on."""
        self.closed_at, self.closed_because = at, because
        self.save(update_fields=["closed_at", "closed_because"])

    def opens_with(self, pin: str, *, at: datetime) -> bool:
        """Whether the second secret is right; a wrong one is counted, and the last one allowed closes the link.

        The caller holds the row locked, in a transaction that is kept also where the answer is no.
        """
        if check_password(pin.strip().upper(), self.pin):
            self.looks, self.last_look_at, self.tries = self.looks + 1, at, 0
            self.save(update_fields=["looks", "last_look_at", "tries"])
            return True
        self.tries += 1
        if self.tries >= TRIES:
            self.closed_at, self.closed_because = at, "tries"
        self.save(update_fields=["tries", "closed_at", "closed_because"])
        return False


def digest_of(secret: str) -> str:
    """By which a link is found; the secret is long and random, so that no salt is needed."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()

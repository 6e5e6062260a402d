"""A key with which a program of ours asks the API as the account that made it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models

from rihai.accounts.models.account import Account
from rihai.accounts.standing import local_day
from rihai.kit.ids import new_id
from rihai.kit.scopes import SCOPES


class ApiKey(models.Model):
    """Its secret is shown once and only the digest kept; `begins` are its first letters, to tell keys apart.

    `expires_on` is the first day it no longer works. `second_factor`: made in a session with more than a password.
    `minute_at` and `in_minute` count what was asked in the minute that runs.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="keys")
    name = models.CharField(max_length=80)
    scopes = models.JSONField(default=list)
    begins = models.CharField(max_length=8)
    digest = models.CharField(max_length=64, unique=True)
    second_factor = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    last_used_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    minute_at = models.DateTimeField(null=True)
    in_minute = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-made_at", "-id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["account", "-made_at"])]

    def __str__(self) -> str:
        return str(self.pk)

    def works_at(self, moment: datetime) -> bool:
        """Whether it was neither ended nor has run out; what its owner may today is another question."""
        return self.ended_at is None and local_day(moment) < self.expires_on

    @property
    def says(self) -> list[Any]:
        """What it was made for, in sentences."""
        return [SCOPES[one].says for one in self.scopes if one in SCOPES]

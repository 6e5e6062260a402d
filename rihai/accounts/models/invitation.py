"""An invitation to work here: its link is sent or shown once, works once, and dies after a week."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models

from rihai.accounts.models.account import Account
from rihai.accounts.models.posting import Unit
from rihai.accounts.roles import GIVEN, ROLES
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Invitation(models.Model):
    """For a newcomer: the account and its first posting are made when it is taken up.

    With `account` it lets somebody who is here already choose a new password. Only the digest of its token is kept.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    role = models.CharField(max_length=32, choices=[(k, r.title) for k, r in GIVEN.items()], blank=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True, blank=True)
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="invitations")

    class Meta:
        ordering = ("-sent_at",)

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def role_title(self) -> str:
        """The role in the reader's language; empty for a new password."""
        return str(ROLES[self.role].title) if self.role else ""

    def is_open(self, moment: datetime) -> bool:
        """Whether its link still works."""
        return self.used_at is None and self.revoked_at is None and moment < self.expires_at

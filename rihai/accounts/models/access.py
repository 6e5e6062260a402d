"""By what one person is seen: leave given person by person, and where somebody is or was held.

`person_id` has no foreign key, because people stand above accounts. Whoever merges two persons moves their rows here in
the same transaction, and erasure ends them (ADR 0020).
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models.account import Account
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Ground(models.TextChoices):
    """Why somebody has leave to see one person."""

    ASSIGNMENT = "assignment", _("assigned")
    MATCH = "match", _("mentor match")
    REFERRAL = "referral", _("referral")
    SERVICE = "service", _("service")
    REPORT = "report", _("own report")
    GLASS = "glass", _("break-glass")


class Grant(models.Model):
    """Leave for one account to see one class of one person, opened and closed by the act that causes it.

    `ended_at` may lie ahead: break-glass ends by itself. A grant gives no class beyond the account's roles, unless its
    ground is break-glass.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="grants")
    person_id = models.UUIDField()
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    ground = models.CharField(max_length=12, choices=Ground.choices)
    ground_id = models.UUIDField(null=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["account", "data_class", "person_id"]),
            models.Index(fields=["person_id", "data_class"]),
            models.Index(fields=["ground", "ground_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.ground} {self.data_class}"

    def holds_at(self, moment: datetime) -> bool:
        """Whether it holds at a moment."""
        return self.started_at <= moment and (self.ended_at is None or moment < self.ended_at)


class Presence(models.Model):
    """A person is held at a place (`seen_until` empty) or was, and is still seen from there before that day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    guarded = models.BooleanField(default=False)
    seen_until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person_id", "place"], name="accounts_presence_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "person_id"]),
            models.Index(
                fields=["place", "person_id", "seen_until"], name="accounts_presence_former",
                condition=models.Q(seen_until__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.person_id} {self.place_id}"


class Guarded(models.Model):
    """A person whom being known can kill: seen by those assigned, and by supervisors of their place."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    ground = models.CharField(max_length=60, blank=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["person_id"])]

    def __str__(self) -> str:
        return str(self.person_id)

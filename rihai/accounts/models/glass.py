"""Break-glass: one person opened for a stated reason, for a time, and reviewed by somebody else."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models.account import Account
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText


class SecondSays(models.TextChoices):
    """What the second named person answered."""

    CONFIRMED = "confirmed", _("confirmed")
    REFUSED = "refused", _("refused")


class Verdict(models.TextChoices):
    """What the review found."""

    JUSTIFIED = "justified", _("it was justified")
    FOLLOW_UP = "follow_up", _("it needs a talk")
    NOT_JUSTIFIED = "not_justified", _("it was not justified")


class BreakGlass(models.Model):
    """One asking. Sealed matter waits for `second`; what is granted ends at `ends_at`, or when the asker ends it.

    The reason is sealed and not in the trail, where nothing can be erased; the trail holds that one was given.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="broke")
    person_id = models.UUIDField()
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    reason = SealedText(seal="accounts.glass.reason")
    asked_at = models.DateTimeField()
    second = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="seconded")
    second_said = models.CharField(max_length=10, choices=SecondSays.choices, blank=True)
    second_at = models.DateTimeField(null=True)
    granted_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    review_by = models.DateField(null=True)
    reviewed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=14, choices=Verdict.choices, blank=True)
    note = SealedText(seal="accounts.glass.note", null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["account", "-asked_at"]),
            models.Index(fields=["review_by"]),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def waits_for_second(self) -> bool:
        """Whether sealed matter was asked for and nobody has answered yet."""
        return self.granted_at is None and not self.second_said

    def is_open(self, moment: datetime) -> bool:
        """Whether the person can be opened by it at a moment."""
        return self.granted_at is not None and self.ends_at is not None and moment < self.ends_at

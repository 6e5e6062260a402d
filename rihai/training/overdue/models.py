"""What is kept of reminders: whom the clock reminded of overdue courses, in which month."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.accounts.models import Account


class Reminder(models.Model):
    """Somebody was reminded, once in a month; `month` is its first day."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["account", "month"], name="training_reminded_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

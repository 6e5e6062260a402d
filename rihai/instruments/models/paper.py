"""Blank forms on paper, each with a number of its own."""

from __future__ import annotations

from django.db import models

from rihai.accounts.models import Account
from rihai.instruments.models.answers import Answer
from rihai.instruments.models.forms import InstrumentVersion


class Paper(models.Model):
    """A blank that was printed, by its number; `answer` is what was written on it, once it has been typed in."""

    number = models.BigAutoField(primary_key=True)
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    printed_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    printed_at = models.DateTimeField()
    answer = models.OneToOneField(Answer, on_delete=models.PROTECT, null=True, related_name="paper")

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return str(self.number)

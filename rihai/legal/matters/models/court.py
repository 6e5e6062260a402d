"""Days in court, and the links by which a calendar fetches them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.accounts.models import Account
from rihai.kit.ids import new_id
from rihai.legal.matters.models.codes import (
    AdjournedBy,
    AdjournedWhy,
    HearingOutcome,
    NotProduced,
    Produced,
    Purpose,
)
from rihai.legal.matters.models.matter import Matter
from rihai.places.models import Place


class MatterHearing(models.Model):
    """A listed day of a matter: before it a line of the diary, after it what happened, and why it went no further.

    The four views are what the court itself said, and nothing else: None where it said nothing.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="hearings")
    court = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    court_name = models.CharField(max_length=160, blank=True)
    listed_on = models.DateField()
    listed_at = models.TimeField(null=True, blank=True)
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    recorded_at = models.DateTimeField(null=True)
    produced = models.CharField(max_length=12, choices=Produced.choices, blank=True)
    not_produced_why = models.CharField(max_length=12, choices=NotProduced.choices, blank=True)
    outcome = models.CharField(max_length=12, choices=HearingOutcome.choices, blank=True)
    adjourned_by = models.CharField(max_length=12, choices=AdjournedBy.choices, blank=True)
    adjourned_why = models.CharField(max_length=20, choices=AdjournedWhy.choices, blank=True)
    next_on = models.DateField(null=True, blank=True)
    follows = models.OneToOneField("self", on_delete=models.SET_NULL, null=True, related_name="followed_by")
    note = models.CharField(max_length=400, blank=True)
    delay_view = models.BooleanField(null=True)
    hardened_view = models.BooleanField(null=True)
    grounds_view = models.BooleanField(null=True)
    inquiry_view = models.BooleanField(null=True)
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("listed_on", "listed_at", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["listed_on", "matter"], name="legal_hearing_day"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def court_text(self) -> str:
        """The court as it is shown."""
        return self.court.shown if self.court else self.court_name


class CalendarFeed(models.Model):
    """A secret address under which a calendar fetches the hearings of one account; only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)

"""What procedures and plans have in common: versions that one writes, another approves, and nobody changes after."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.ids import new_id


class EditionState(models.TextChoices):
    """How far a version is. One that is in force is frozen; the next one replaces it."""

    DRAFT = "draft", _("draft")
    ASKED = "asked", _("waits for approval")
    IN_FORCE = "in_force", _("in force")
    REPLACED = "replaced", _("replaced")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Edition(models.Model):
    """A version. `changes` is what is new in it; `writers` are the ids of all who wrote in it and may not approve it.

    `started_on` is the day it came into force, `review_on` the day by which it must be looked at again, from which on
    it counts as expired.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=EditionState.choices, default=EditionState.DRAFT)
    changes = models.CharField(max_length=600, blank=True)
    writers = models.JSONField(default=list)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    asked_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_by_name = models.CharField(max_length=120, blank=True)
    asked_at = models.DateTimeField(null=True)
    sent_back_why = models.CharField(max_length=600, blank=True)
    approved_by_name = models.CharField(max_length=120, blank=True)
    approved_at = models.DateTimeField(null=True)
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    review_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        """Whether it can still be written in."""
        return self.state == EditionState.DRAFT

    def is_expired(self, on: date) -> bool:
        """Whether the day of its review has passed."""
        return self.state == EditionState.IN_FORCE and self.review_on is not None and self.review_on < on

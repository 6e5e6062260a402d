"""A release as it happened: on whose order, when, to whom; corrected and taken back by named acts alone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.people.models import CustodyEpisode, Person
from rihai.places.models import Place


class ReleaseKind(models.TextChoices):
    """By what the gate was opened."""

    BAIL = "bail", _("bail")
    BOND = "bond", _("personal bond")
    ACQUITTED = "acquitted", _("acquittal")
    DISCHARGED = "discharged", _("discharge")
    WITHDRAWN = "withdrawn", _("case withdrawn or compromised")
    SUSPENDED = "suspended", _("sentence suspended until the appeal")
    SERVED = "served", _("sentence served")
    REMISSION = "remission", _("remission or pardon")
    PAROLE = "parole", _("parole")
    PROBATION = "probation", _("probation")
    FINE_PAID = "fine_paid", _("fine, diyat or compensation paid")
    BOARD = "board", _("review board or committee")
    EXPIRED = "expired", _("detention or remand order ended")
    TRANSFER = "transfer", _("handed to another authority")
    OTHER = "other", _("another way")


class Authority(models.TextChoices):
    """Who ordered it."""

    COURT = "court", _("a court")
    SUPERINTENDENT = "superintendent", _("the superintendent")
    BOARD = "board", _("a review board")
    GOVERNMENT = "government", _("the government")
    POLICE = "police", _("the police")
    OTHER = "other", _("another authority")


class ToWhom(models.TextChoices):
    """Who was at the gate."""

    ALONE = "alone", _("nobody: left alone")
    FAMILY = "family", _("the family")
    LAWYER = "lawyer", _("the lawyer")
    OURS = "ours", _("somebody of our office")
    PROBATION = "probation", _("the probation or parole officer")
    SHELTER = "shelter", _("a shelter home")
    AUTHORITY = "authority", _("another authority")


class Release(models.Model):
    """One departure from one time in custody. `made_for`: the person it was first written of, before any merging.

    `ordered_on` is the day of the order, `arrived_on` the day it reached the prison. `history` holds what stood before
    each correction, with who, when and why. `undone_at`: it was written down by mistake and never happened. `error_on`:
    it happened and should not have; `recalled_on`: the person was brought back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    episode = models.ForeignKey(CustodyEpisode, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=12, choices=ReleaseKind.choices)
    authority = models.CharField(max_length=16, choices=Authority.choices)
    court = models.CharField(max_length=160, blank=True)
    order_number = models.CharField(max_length=80, blank=True)
    ordered_on = models.DateField(null=True)
    arrived_on = models.DateField(null=True)
    released_on = models.DateField()
    released_time = models.TimeField(null=True)
    to_whom = models.CharField(max_length=12, choices=ToWhom.choices, blank=True)
    note = models.CharField(max_length=400, blank=True)
    recorded_by = models.UUIDField()
    recorded_by_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()
    history = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)
    undone_by_name = models.CharField(max_length=120, blank=True)
    undone_why = models.CharField(max_length=400, blank=True)
    error_on = models.DateField(null=True)
    error_why = models.CharField(max_length=400, blank=True)
    error_by_name = models.CharField(max_length=120, blank=True)
    recalled_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-released_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "released_on"], name="legal_release_place"),
            models.Index(fields=["released_on", "id"], name="legal_release_day"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["episode"], condition=models.Q(undone_at=None), name="legal_release_once_an_episode"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

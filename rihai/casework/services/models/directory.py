"""Directories: employers for job placement, partners by district and service. They name nobody in custody."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.casework.services.catalogue import title_of
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Employer(models.Model):
    """Somebody who gives work: where, which trades, on what terms, and when that was last checked."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=160)
    district = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    trades = models.CharField(max_length=300)
    terms = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=160, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    checked_on = models.DateField()
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class PartnerService(models.Model):
    """What a partner body does: one service, how it is reached, and what it needs to be told and nothing more."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    body = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    service = models.SlugField(max_length=40)
    needs_told = models.JSONField()
    reached_how = models.CharField(max_length=300, blank=True)
    answers_in_days = models.PositiveSmallIntegerField(default=14)
    checked_on = models.DateField()
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("body__name", "service", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["body", "service"], name="casework_partner_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def title(self) -> str:
        """The name of the service."""
        return title_of(self.service)

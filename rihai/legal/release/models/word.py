"""A lawyer's word on a provision of the law: reviewed, or an objection until it is settled. It names nobody held."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id


class WordKind(models.TextChoices):
    """What was said."""

    REVIEWED = "reviewed", _("reviewed")
    OBJECTION = "objection", _("objection")


class Settled(models.TextChoices):
    """How an objection ended."""

    MENDED = "mended", _("the text of the pack was mended")
    STANDS = "stands", _("answered: the text stands")
    TAKEN_BACK = "taken_back", _("taken back by who made it")


class ProvisionWord(models.Model):
    """One word. `digest` is of the text it was said of: a review of an earlier text is shown so and counts no more.

    Nothing is deleted: a later word stands beside the earlier one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    pack = models.CharField(max_length=40)
    provision = models.CharField(max_length=80)
    pack_version = models.CharField(max_length=40)
    digest = models.CharField(max_length=32)
    kind = models.CharField(max_length=10, choices=WordKind.choices)
    on = models.DateField()
    note = models.CharField(max_length=1000, blank=True)
    said_by = models.UUIDField()
    said_by_name = models.CharField(max_length=120)
    said_at = models.DateTimeField()
    settled = models.CharField(max_length=12, choices=Settled.choices, blank=True)
    settled_note = models.CharField(max_length=1000, blank=True)
    settled_by = models.UUIDField(null=True)
    settled_by_name = models.CharField(max_length=120, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("said_at", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pack", "provision"], name="legal_word_provision")
        ]

    def __str__(self) -> str:
        return f"{self.provision} {self.kind}"

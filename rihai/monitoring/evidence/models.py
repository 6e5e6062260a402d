"""What is kept of evidence: an item for each file, and its log of custody, to which is only added."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.monitoring.incidents.models import Incident

SEAL = "monitoring.evidence.text"


class EvidenceItem(models.Model):
    """A file, and what it is. `digest` is the SHA-256 of its bytes as they came; it is sealed, as the file’s own is.

    The row of the stored file is its keeper’s alone; the team reads the bytes through `queries.bytes_of`, and nobody
    by an address of the file. Of an erased incident number and digest stay, without file or words: a packet that was
    handed out before can still be held against them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="evidence")
    number = models.PositiveSmallIntegerField()
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    name = SealedText(seal=SEAL)
    media_type = models.CharField(max_length=100)
    what = SealedText(seal=SEAL)
    digest = SealedText(seal=SEAL)
    captured_at = models.DateTimeField()
    captured_by = SealedText(seal=SEAL)
    how = SealedText(seal=SEAL)
    taken_in_at = models.DateTimeField()
    taken_in_by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["incident", "number"], name="monitoring_evidence_once")
        ]

    def __str__(self) -> str:
        return f"E{self.number}"


class Handling(models.TextChoices):
    """What was done with an item."""

    RECEIVED = "received", _("taken in")
    VIEWED = "viewed", _("viewed")
    COPIED = "copied", _("copied")
    HANDED = "handed", _("handed over")
    RETURNED = "returned", _("returned")


class CustodyLine(models.Model):
    """One line of the log of custody. Its digest is over its own words, the file's digest and the line before."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="custody")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Handling.choices)
    at = models.DateTimeField()
    who = SealedText(seal=SEAL)
    says = SealedText(seal=SEAL, null=True)
    before = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["item", "number"], name="monitoring_custody_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def reckoned(self, file_digest: str) -> str:
        """The digest as it should be."""
        told = [
            str(self.item_id), self.number, self.kind, self.at.astimezone(UTC).isoformat(), self.who, self.says or "",
            file_digest, self.before,
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()

"""A sealed record: under a code, of one counsellor; whom it is about stands under the seal, and may be nobody.

There is no foreign key to a person and no grant: a row of either would tell whoever reads the database, or the log, who
has a sealed record. The counsellor alone sees it (`queries.records`, `walls`).
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account, Unit
from rihai.kit.codes import new_code
from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import BlindIndex, SealedText

__all__ = ["RECORD_SEAL", "Passing", "PassingState", "RecordState", "SurvivorRecord", "TakingOver", "new_code"]
"""`new_code` is named by the first migration of this table."""
RECORD_SEAL, SUBJECT_SEAL = "casework.survivor.text", "casework.survivor.subject"
"""The fixed labels under which words and subjects are sealed; never to be changed."""


class RecordState(models.TextChoices):
    """Where a record stands."""

    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class SurvivorRecord(Due):
    """One woman's, or man's, sealed record; `due_on` is when counsellor and she look at it again.

    `subject` is the id of a person, empty where she wishes to be under a code alone; `first_subject` the one it was
    written for, so that parting two persons gives it back. `called` is what she is called here.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=8, unique=True, default=new_code)
    subject = SealedText(seal=SUBJECT_SEAL, null=True)
    subject_index = BlindIndex(of="subject", seal=SUBJECT_SEAL, normaliser="folded")
    first_subject = SealedText(seal=SUBJECT_SEAL, null=True)
    called = SealedText(seal=RECORD_SEAL)
    wishes = SealedText(seal=RECORD_SEAL, null=True)
    counsellor = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=RecordState.choices, default=RecordState.OPEN)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closing = SealedText(seal=RECORD_SEAL, null=True)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return self.code


class PassingState(models.TextChoices):
    """Where the handing on of a record stands."""

    OFFERED = "offered", _("offered")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")
    TAKEN_BACK = "taken_back", _("taken back")


class Passing(models.Model):
    """A record offered by its counsellor to another; until that one accepts, nothing is theirs but the code."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    record = models.ForeignKey(SurvivorRecord, on_delete=models.PROTECT, related_name="passings")
    code = models.CharField(max_length=8)
    giver = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    says = SealedText(seal=RECORD_SEAL, null=True)
    state = models.CharField(max_length=10, choices=PassingState.choices, default=PassingState.OFFERED)
    offered_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-offered_at", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["record"], condition=models.Q(state="offered"), name="casework_one_open_passing"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class TakingOver(models.Model):
    """A record whose counsellor has left, asked for by another of the unit; a second named person lets it happen."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    record = models.ForeignKey(SurvivorRecord, on_delete=models.PROTECT, related_name="takings")
    code = models.CharField(max_length=8)
    asker = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    reason = SealedText(seal=RECORD_SEAL)
    is_granted = models.BooleanField(null=True)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-asked_at", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["record"], condition=models.Q(is_granted=None), name="casework_one_open_taking"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

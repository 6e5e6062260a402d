"""A register as it was given in, and each of its rows with what was read, whom it means and what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.files.models import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person
from rihai.places.models import Place


class RegisterState(models.TextChoices):
    """At which step a register is."""

    TO_MAP = "to_map", _("headings to confirm")
    READING = "reading", _("being read")
    TO_REVIEW = "to_review", _("to look at")
    TAKING = "taking", _("being taken in")
    TAKEN_IN = "taken_in", _("taken in")
    UNDOING = "undoing", _("being undone")
    UNDONE = "undone", _("undone")


WORKING = {
    RegisterState.READING: RegisterState.TO_MAP,
    RegisterState.TAKING: RegisterState.TO_REVIEW,
    RegisterState.UNDOING: RegisterState.TAKEN_IN,
}
"""Steps at which a worker has it, and where it stands again if that work fails."""


class Verdict(models.TextChoices):
    """What a row is; every row of the file is exactly one of these."""

    ACCEPTED = "accepted", _("accepted")
    WARNED = "warned", _("accepted with a remark")
    REJECTED = "rejected", _("left out, to mend")
    DUPLICATE = "duplicate", _("there already")
    NO_PERSON = "no_person", _("heading, title, sum or blank")


TAKEN = (Verdict.ACCEPTED, Verdict.WARNED)
"""Rows of which a case is made."""


class Link(models.TextChoices):
    """Whom a row means."""

    NONE = "", _("nobody")
    EXACT = "exact", _("known by an exact number")
    DOUBTFUL = "doubtful", _("perhaps known")
    NEW = "new", _("new")


class Register(models.Model):
    """One file. `mapping` says what each heading stands for; `place` and `programme` hold where a row names none."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, db_index=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    programme = models.SlugField(max_length=40, blank=True, db_index=False)
    state = models.CharField(max_length=10, choices=RegisterState.choices, default=RegisterState.TO_MAP)
    mapping = models.JSONField(default=dict)
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True)
    job_id = models.UUIDField(null=True)

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class RegisterRow(models.Model):
    """One row of the file. `said` is JSON of what was read, sealed; `case_id` and `is_entered` say what it became."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    register = models.ForeignKey(Register, on_delete=models.CASCADE, related_name="rows", db_index=False)
    sheet = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField()
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    said = SealedText(seal="casework.registerrow.said", null=True)
    problems = models.JSONField(default=list)
    link = models.CharField(max_length=8, choices=Link.choices, blank=True)
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    first_person_id = models.UUIDField(null=True)
    candidates = models.JSONField(default=list)
    is_entered = models.BooleanField(default=False)
    case_id = models.UUIDField(null=True)

    class Meta:
        ordering = ("sheet", "row")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["register", "verdict", "link"], name="casework_registerrow_sum")
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.row}"

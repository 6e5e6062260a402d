"""What is kept of a census: its files, every source row with its verdict, and what would change by taking it in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.sealed import BlindIndex, SealedText
from rihai.places.models import Place


class CensusState(models.TextChoices):
    """Where a census stands."""

    READING = "reading", _("being read")
    TO_MAP = "to_map", _("headings to agree")
    TO_REVIEW = "to_review", _("to look over")
    TAKING_IN = "taking_in", _("being taken in")
    TAKEN_IN = "taken_in", _("taken in")
    UNDOING = "undoing", _("being undone")
    UNDONE = "undone", _("undone")
    LAID_ASIDE = "laid_aside", _("laid aside")


OPEN = (CensusState.READING, CensusState.TO_MAP, CensusState.TO_REVIEW, CensusState.TAKING_IN)
"""The states in which a census waits for somebody or something."""


class Census(models.Model):
    """A snapshot of one prison on one day. `sum`, `tally` and `basis` hold counts alone.

    `sum` counts rows by verdict, `tally` people by what changes; `basis` tells whether the people it was compared with
    are still as they were. `facts` are what the author confirmed for the whole list. Since `rows_cleared_at` its staged
    rows are gone (`operations.retaining`); the file stays, and what it said of people stays in their statements.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    true_on = models.DateField(_("day of the list"))
    state = models.CharField(max_length=12, choices=CensusState.choices, default=CensusState.READING)
    author_id = models.UUIDField()
    author_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    job_id = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)
    sum = models.JSONField(default=dict)
    tally = models.JSONField(default=dict)
    basis = models.CharField(max_length=64, blank=True)
    taken_in_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by_name = models.CharField(max_length=120, blank=True)
    rows_cleared_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-true_on", "-made_at")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "-true_on"], name="people_census_place"),
            models.Index(fields=["author_id", "state"], name="people_census_author"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class CensusFile(models.Model):
    """One file of a census, kept whole. `digest` finds the same file again; `headings` is how its sheets were read.

    `headings` is a list of tables: their sheet, the rows of their headings, and for each column its place, text, field
    and confidence. `problems` are the codes met about headings and sheets, each with what it is about.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    census = models.ForeignKey(Census, on_delete=models.CASCADE, related_name="files")
    number = models.PositiveSmallIntegerField()
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    digest = SealedText(seal="people.censusfile.digest")
    digest_index = BlindIndex(of="digest", seal="people.censusfile.digest", normaliser="folded")
    headings = models.JSONField(default=list)
    problems = models.JSONField(default=list)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return str(self.pk)


class SourceRow(models.Model):
    """One row of the source, numbered through the census from 1. What it says stands sealed in `told` (`staging`).

    `of` is the number of the earlier row of the same person. `makes_person`: the first row of somebody who stands.
    `person_id` is who that is, as far as known: found by comparing, or made by taking in (`is_new`).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    census = models.ForeignKey(Census, on_delete=models.CASCADE, related_name="rows", db_index=False)
    file = models.ForeignKey(CensusFile, on_delete=models.CASCADE, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    sheet = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField()
    verdict = models.CharField(max_length=24)
    of = models.PositiveIntegerField(null=True)
    makes_person = models.BooleanField(default=False)
    person_id = models.UUIDField(null=True, db_index=True)
    is_new = models.BooleanField(default=False)
    told = SealedText(seal="people.sourcerow.told")

    class Meta:
        ordering = ("number",)
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["census", "number"], name="people_sourcerow_number"),
            models.Index(fields=["census", "verdict", "number"], name="people_sourcerow_verdict"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class RowProblem(models.Model):
    """That a row has a problem of a kind; what exactly stands sealed on the row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    census = models.ForeignKey(Census, on_delete=models.CASCADE, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=40)

    class Meta:
        ordering = ("number",)
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["census", "code", "number"], name="people_rowproblem_code"),
        ]

    def __str__(self) -> str:
        return self.code


class ChangeKind(models.TextChoices):
    """What taking in a census changes for somebody, from what should be looked at first."""

    PROBABLY_SAME = "probably_same", _("Probably the same as somebody we know")
    IMPOSSIBLE = "impossible", _("Cannot both be true")
    MISSING = "missing", _("Missing without a recorded release")
    LEFT_OUT = "left_out", _("Seems to stand in a row that was left out")
    BY_HAND = "by_hand", _("The prison says otherwise than somebody wrote by hand")
    STATUS = "status_changed", _("Status changed")
    MOVED = "moved", _("Came from another place")
    RETURNED = "returned", _("In custody again")
    WITHIN = "moved_within", _("Moved within the prison")
    GONE = "gone", _("Gone, with a reason on record")
    KNOWN_LATER = "known_later", _("Something later is recorded, so nobody is moved")


class CensusChange(models.Model):
    """One thing that changes for one person known to us; what differs stands sealed in `told`.

    `number` is the row, empty where the person stands in none. `decision` is said of a pair that is probably the same.
    `before` holds what taking in replaced, so that it can be undone: ids, days and places alone.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    census = models.ForeignKey(Census, on_delete=models.CASCADE, related_name="changes", db_index=False)
    kind = models.CharField(max_length=16, choices=ChangeKind.choices)
    number = models.PositiveIntegerField(null=True)
    person_id = models.UUIDField(db_index=True)
    weight = models.FloatField(default=0)
    told = SealedText(seal="people.censuschange.told")
    decision = models.CharField(max_length=10, blank=True)
    before = models.JSONField(default=dict)

    class Meta:
        ordering = ("-weight", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["census", "kind"], name="people_censuschange_kind"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class CensusLayout(models.Model):
    """What the headings of one prison's list mean, as somebody confirmed it; `headings` is folded heading → field.

    `signature` tells lists of one make from those of another; `dates` is the order of day and month, where it was said.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    signature = models.CharField(max_length=32)
    headings = models.JSONField(default=dict)
    dates = models.CharField(max_length=12, blank=True)
    confirmed_by = models.UUIDField()
    confirmed_by_name = models.CharField(max_length=120)
    confirmed_at = models.DateTimeField()

    class Meta:
        ordering = ("confirmed_at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["place", "signature"], name="people_censuslayout_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

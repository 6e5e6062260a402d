"""What one source says of one person in one class of data; and where the newest census differs from what we wrote."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models.person import Person


class SourceKind(models.TextChoices):
    """Where a statement comes from; `record.belief` says which wins."""

    HAND = "hand", _("written by hand")
    FORM = "form", _("a form")
    DOCUMENT = "document", _("a document")
    CENSUS = "census_row", _("a census")


class Statement(models.Model):
    """Everything one source says of one person in one class of data. Nothing is overwritten: a newer one supersedes.

    `facts` is a record of the dictionary cut down to the class (facts of the person at its top, `cases` with their
    `case_id`); `raw` the text as the source wrote it, by path (`record.paths`). Numbers of authorities stand sealed in
    `identity`, as JSON of the same two. `takes_back` lists paths of which what was written by hand before no longer
    holds. `source_id` names the census file, document or answer; `true_on` the day on which it was true.
    `withdrawn_at`: the source was taken back whole, as when a census is undone.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="statements", db_index=False)
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    kind = models.CharField(max_length=10, choices=SourceKind.choices)
    source_id = models.UUIDField(null=True, db_index=True)
    title = models.CharField(max_length=200, blank=True)
    sheet = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField(null=True)
    said_by = models.UUIDField(null=True)
    said_by_name = models.CharField(max_length=120, blank=True)
    said_at = models.DateTimeField()
    true_on = models.DateField(null=True)
    facts = models.JSONField(default=dict)
    raw = models.JSONField(default=dict)
    identity = SealedText(seal="people.statement.identity", null=True)
    takes_back = models.JSONField(default=list)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "data_class"], name="people_statement_person")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Difference(models.Model):
    """The newest census says otherwise than what was written by hand, and nobody has decided yet."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="differences")
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    path = models.CharField(max_length=300)
    ours = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="+")
    theirs = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.pk)

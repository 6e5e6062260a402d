"""Forms in versions: the workbook as it was given, the XForm made of it, the files that belong to it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id


class Instrument(models.Model):
    """A form by its id, whatever its version.

    `shipped_from` is the mark of the source it was last built from, or compared with, where the house ships a form of
    that id.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    form_id = models.SlugField(max_length=64, unique=True)
    shipped_from = models.CharField(max_length=64, blank=True)
    retired_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("form_id",)

    def __str__(self) -> str:
        return self.form_id


class VersionState(models.TextChoices):
    """Where a version of a form stands; of one form only the newest published one is filled in."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    REPLACED = "replaced", _("replaced")


class InstrumentVersion(models.Model):
    """One version of a form: the workbook as it was given, and the XForm made of it. Published, it never changes.

    `titles` are by language; `facts` says which questions are tied to which facts of the dictionary; `marks` is what
    our own columns say of the questions, their scores among it (`scoring`). `digest` is of the texts in the workbook's
    cells, so that the same form is not taken in twice.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    called = models.CharField(max_length=60, blank=True)
    titles = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=VersionState.choices, default=VersionState.DRAFT)
    workbook = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    xform = models.TextField()
    warnings = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    marks = models.JSONField(default=dict)
    questions = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    made_by_name = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()
    published_by_name = models.CharField(max_length=120, blank=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instrument", "number"], name="instruments_version_once"),
            models.UniqueConstraint(
                fields=["instrument"], condition=models.Q(state="draft"), name="instruments_one_draft"
            ),
            models.UniqueConstraint(
                fields=["instrument"], condition=models.Q(state="published"), name="instruments_one_published"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id} {self.number}"

    @property
    def title(self) -> str:
        """The title in the reader's language, else in any."""
        titles: dict[str, str] = self.titles
        return titles.get((get_language() or "en")[:2]) or next(iter(titles.values()), "")


class FormFile(models.Model):
    """A file that belongs to a version of a form, under the name the form has for it: a picture in a question."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.ForeignKey(InstrumentVersion, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=100)
    stored = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=32)

    class Meta:
        ordering = ("name",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "name"], name="instruments_form_file_once")
        ]

    def __str__(self) -> str:
        return self.name

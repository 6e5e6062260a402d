"""Lists of services given, as somebody gave them in, and each of their rows with what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.casework.services.catalogue import title_of
from rihai.kit.files.models import StoredFile
from rihai.kit.ids import new_id
from rihai.results.models.projects import Project


class FileState(models.TextChoices):
    """At which step a list is."""

    READING = "reading", _("being read")
    TO_REVIEW = "to_review", _("to look at")
    TAKEN_IN = "taken_in", _("counted")
    UNDONE = "undone", _("undone")


class Verdict(models.TextChoices):
    """What a row is; every row of a file is exactly one of these."""

    ACCEPTED = "accepted", _("counted")
    WARNED = "warned", _("counted, to be looked at")
    REJECTED = "rejected", _("not counted, to mend")
    DUPLICATE = "duplicate", _("the same session stands already")
    NO_ENTRY = "no_entry", _("heading, title, sum or blank")


TAKEN = (Verdict.ACCEPTED, Verdict.WARNED)


class ServedFile(models.Model):
    """One list; its rows are counted from the moment it is taken in until it is undone. `job_id` reads a long one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="lists")
    name = models.CharField(max_length=120)
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, db_index=True)
    state = models.CharField(max_length=9, choices=FileState.choices, default=FileState.TO_REVIEW)
    job_id = models.UUIDField(null=True)
    headings = models.JSONField(default=dict)
    given_by_name = models.CharField(max_length=120)
    given_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-given_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class ServiceRow(models.Model):
    """One row of a list. `who` is the code it is counted under: its own, or that of the person it turned out to be.

    `is_counted`: of a list that is taken in, and no second time the same session. `said` holds the texts as written.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="rows", db_index=False)
    file = models.ForeignKey(ServedFile, on_delete=models.CASCADE, related_name="rows", db_index=False)
    sheet = models.CharField(max_length=80, blank=True)
    row = models.PositiveIntegerField()
    verdict = models.CharField(max_length=9, choices=Verdict.choices)
    is_counted = models.BooleanField(default=False)
    code = models.CharField(max_length=80, blank=True)
    who = models.CharField(max_length=80, blank=True)
    service = models.CharField(max_length=40, blank=True)
    district = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=80, blank=True)
    on = models.DateField(null=True)
    sex = models.CharField(max_length=12, blank=True)
    age = models.PositiveSmallIntegerField(null=True)
    of = models.PositiveIntegerField(null=True)
    problems = models.JSONField(default=list)
    said = models.JSONField(default=dict)

    class Meta:
        ordering = ("sheet", "row")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["file", "verdict", "row"], name="results_row_of_file"),
            models.Index(
                fields=["project", "is_counted", "service", "who", "on", "district"], name="results_row_counted"
            ),
            models.Index(fields=["project", "who"], name="results_row_who"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.row}"

    @property
    def service_shown(self) -> str:
        """The service by its title in the reader's language."""
        return title_of(self.service)


class SameCode(models.Model):
    """Two codes of a project are one person: rows of `code` are counted as `same_as`, from then until it is parted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="same_codes")
    code = models.CharField(max_length=80)
    same_as = models.CharField(max_length=80)
    reason = models.CharField(max_length=400)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    parted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-at",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["project", "code"], condition=models.Q(parted_at=None), name="results_same_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

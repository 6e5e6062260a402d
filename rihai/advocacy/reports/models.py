"""What is kept of reports to international bodies."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.due import Due
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id


class Body(models.TextChoices):
    """To whom is reported, and who recommends."""

    UPR = "upr", _("Universal Periodic Review")
    CAT = "cat", _("Committee against Torture")
    HRC = "hrc", _("Human Rights Committee")
    CESCR = "cescr", _("Committee on Economic, Social and Cultural Rights")
    CEDAW = "cedaw", _("Committee on the Elimination of Discrimination against Women")
    CRC = "crc", _("Committee on the Rights of the Child")
    CRPD = "crpd", _("Committee on the Rights of Persons with Disabilities")
    CERD = "cerd", _("Committee on the Elimination of Racial Discrimination")
    SPECIAL = "special", _("special procedures of the Human Rights Council")
    NATIONAL = "national", _("national or provincial commission")
    OTHER = "other", _("another body")


class ReportKind(models.TextChoices):
    """What is handed in."""

    SHADOW = "shadow", _("alternative report")
    JOINT = "joint", _("joint submission with others")
    ISSUES = "issues", _("questions for a list of issues")
    LETTER = "letter", _("letter or urgent appeal")
    STATEMENT = "statement", _("statement made aloud")
    FOLLOW = "follow", _("follow-up on recommendations")


class Report(Due):
    """One report: to which body, for which session; due by its deadline, done on the day it was handed in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    body = models.CharField(max_length=10, choices=Body.choices)
    session = models.CharField(max_length=80)
    session_on = models.DateField(null=True)
    kind = models.CharField(max_length=10, choices=ReportKind.choices)
    title = models.CharField(max_length=200)
    says = models.CharField(max_length=2000, blank=True)
    with_whom = models.CharField(max_length=300, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-due_on", "-id")

    def __str__(self) -> str:
        return self.title

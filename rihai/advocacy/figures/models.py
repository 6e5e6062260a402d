"""What is kept of public figures: releases as they were printed, table by table; nothing of a true count, of nobody.

A release is prepared, signed off by somebody else, public from a moment on, and stays readable. What was wrong is noted
beside it; one that replaces another says why; one that is withdrawn says so and shows its figures no more.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id


class State(models.TextChoices):
    """How far a release is."""

    DRAFT = "draft", _("prepared, to be signed off")
    SIGNED = "signed", _("signed off")
    WITHDRAWN = "withdrawn", _("withdrawn")


class FigureRelease(models.Model):
    """The figures of one day. `period` names them for the checker; `release` is what it printed (`disclosure.as_json`).

    `prisons` are those whose people were counted, of `prisons_known`; `lists_from` and `lists_to` the days of their
    newest lists. `visits` are the inspections printed by area: the last day (`to`) and their keys (`of`).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveIntegerField(unique=True)
    on = models.DateField()
    period = models.CharField(max_length=24)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    release = models.JSONField()
    prisons = models.PositiveIntegerField()
    prisons_known = models.PositiveIntegerField()
    lists_from = models.DateField(null=True)
    lists_to = models.DateField(null=True)
    visits: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    replaces_en = models.CharField(max_length=600, blank=True)
    replaces_ur = models.CharField(max_length=600, blank=True)
    made_by = models.UUIDField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    signed_by_name = models.CharField(max_length=120, blank=True)
    signed_at = models.DateTimeField(null=True)
    public_at = models.DateTimeField(null=True)
    withdrawn_by_name = models.CharField(max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_en = models.CharField(max_length=600, blank=True)
    withdrawn_ur = models.CharField(max_length=600, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-number",)
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "-public_at"], name="advocacy_figures_public")
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    def is_public(self, at: datetime) -> bool:
        """Whether anybody may read it at a moment; of a withdrawn one, that it was withdrawn."""
        return self.state != State.DRAFT and self.public_at is not None and self.public_at <= at

    @property
    def replaces_says(self) -> str:
        """Why it replaces another, in the reader's language."""
        return spoken(self.replaces_en, self.replaces_ur)

    @property
    def withdrawn_says(self) -> str:
        """Why it was withdrawn, in the reader's language."""
        return spoken(self.withdrawn_en, self.withdrawn_ur)


class FigureTable(models.Model):
    """One table of a release with its texts in both languages as they were then.

    `texts` has title, unit, includes, excludes, method and source, `columns` code, title and kind; each text is English
    and Urdu.
    """

    release = models.ForeignKey(FigureRelease, on_delete=models.CASCADE, related_name="tables")
    code = models.CharField(max_length=40)
    order = models.PositiveSmallIntegerField()
    texts: models.JSONField[dict[str, list[str]], dict[str, list[str]]] = models.JSONField(default=dict)
    columns: models.JSONField[list[list[str]], list[list[str]]] = models.JSONField(default=list)

    class Meta:
        ordering = ("order",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["release", "code"], name="advocacy_figuretable_once")
        ]

    def __str__(self) -> str:
        return self.code


class FigureCell(models.Model):
    """One figure as printed: a number, or a mark that says why there is none (c withheld, .. not collected)."""

    table = models.ForeignKey(FigureTable, on_delete=models.CASCADE, related_name="cells")
    order = models.PositiveIntegerField()
    row = models.CharField(max_length=100)
    label_en = models.CharField(max_length=300)
    label_ur = models.CharField(max_length=300)
    column = models.CharField(max_length=20)
    number = models.PositiveBigIntegerField(null=True)
    mark = models.CharField(max_length=2, blank=True)

    class Meta:
        ordering = ("order",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["table", "row", "column"], name="advocacy_figurecell_once")
        ]

    def __str__(self) -> str:
        return f"{self.row} {self.column}"

    @property
    def label(self) -> str:
        """What its row is called in the reader's language."""
        return spoken(self.label_en, self.label_ur)


class FigureWithheld(models.Model):
    """A line of the log, which stays in the office: which figure was withheld and why, never how many it holds."""

    release = models.ForeignKey(FigureRelease, on_delete=models.CASCADE, related_name="withheld")
    series = models.CharField(max_length=160)
    reason = models.CharField(max_length=20)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.series


class FigureNote(models.Model):
    """A correction: what was wrong in a text of a release and what it should say; the figures stay as they were."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    release = models.ForeignKey(FigureRelease, on_delete=models.CASCADE, related_name="notes")
    says_en = models.CharField(max_length=600)
    says_ur = models.CharField(max_length=600)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def says(self) -> str:
        """The correction in the reader's language."""
        return spoken(self.says_en, self.says_ur)


def spoken(english: str, urdu: str) -> str:
    """A text that is kept in both languages, in the reader's; where one is missing, the other."""
    is_urdu = (get_language() or "en").startswith("ur")
    return (urdu or english) if is_urdu else (english or urdu)

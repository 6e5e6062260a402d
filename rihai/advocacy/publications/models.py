"""What is kept of publications: their files by language, who signed them off, where they went, what was corrected."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.campaigns.models import Language
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id


class PublicationKind(models.TextChoices):
    """What is published."""

    REPORT = "report", _("report")
    BRIEF = "brief", _("policy brief")
    STATEMENT = "statement", _("statement to the press")
    GUIDE = "guide", _("guide or handbook")
    FILM = "film", _("film or recording")
    OTHER = "other", _("something else")


class PublicationState(models.TextChoices):
    """How far a publication is."""

    DRAFT = "draft", _("in preparation")
    ASKED = "asked", _("waiting to be signed off")
    SIGNED = "signed", _("signed off")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Publication(models.Model):
    """One publication. It is out once it is signed off and its embargo has passed; nobody signs what they prepared."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=200)
    title_ur = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=10, choices=PublicationKind.choices)
    says = models.CharField(max_length=1000, blank=True)
    embargo_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=9, choices=PublicationState.choices, default=PublicationState.DRAFT)
    prepared_by = models.UUIDField()
    prepared_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    signed_by = models.UUIDField(null=True)
    signed_by_name = models.CharField(max_length=120, blank=True)
    signed_at = models.DateTimeField(null=True)
    sent_back_why = models.CharField(max_length=600, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return self.title

    @property
    def shown(self) -> str:
        """Its title in the reader's language."""
        return self.title_ur if self.title_ur and (get_language() or "").startswith("ur") else self.title

    def is_out(self, at: datetime) -> bool:
        """Whether anybody may have it at a moment."""
        return self.state == PublicationState.SIGNED and (self.embargo_at is None or self.embargo_at <= at)


class PublicationFile(models.Model):
    """The publication in one language."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="files")
    language = models.CharField(max_length=5, choices=Language.choices)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    by = models.UUIDField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("language", "at")

    def __str__(self) -> str:
        return str(self.pk)


class NoteKind(models.TextChoices):
    """What is noted of a publication that is out."""

    SENT = "sent", _("sent")
    CORRECTION = "correction", _("correction")
    WITHDRAWN = "withdrawn", _("withdrawn")


class PublicationNote(models.Model):
    """To whom it was sent, or what in it was wrong and is right so. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=10, choices=NoteKind.choices)
    on = models.DateField()
    who = models.CharField(max_length=300, blank=True)
    says = models.CharField(max_length=1000, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-on", "-at")

    def __str__(self) -> str:
        return str(self.pk)

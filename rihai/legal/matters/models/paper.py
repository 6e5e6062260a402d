"""The files of a matter, the vakalatnama, and the papers it waits for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.due import Due
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.legal.matters.models.codes import PaperKind
from rihai.legal.matters.models.matter import Matter, Party


class MatterFile(models.Model):
    """A stored file of a matter; whoever is of the team may read it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="files")
    stored = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pk)


class Vakalatnama(models.Model):
    """The power of attorney of one client: signed or thumb-printed, attested by the prison, filed in court."""

    class How(models.TextChoices):
        """How it was signed."""

        SIGNED = "signed", _("signed")
        THUMB = "thumb", _("thumb-printed")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="vakalatnamas")
    party = models.OneToOneField(Party, on_delete=models.CASCADE, related_name="vakalatnama")
    signed_on = models.DateField(null=True, blank=True)
    signed_how = models.CharField(max_length=8, choices=How.choices, blank=True)
    attested_on = models.DateField(null=True, blank=True)
    attested_by = models.CharField(max_length=120, blank=True)
    filed_on = models.DateField(null=True, blank=True)
    file = models.ForeignKey(MatterFile, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return str(self.pk)


class PaperNeeded(Due):
    """A paper asked of somebody: due on a day, come on another (`done_on`), and then a file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="papers")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=20, choices=PaperKind.choices)
    asked_of = models.CharField(max_length=160)
    asked_on = models.DateField()
    note = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(MatterFile, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "asked_on", "id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["matter", "done_on"], name="legal_paper_matter")]

    def __str__(self) -> str:
        return str(self.pk)

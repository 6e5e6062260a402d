"""What is kept of academies: which there are, and how far a course has come in each, paper by paper."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.places.models import Place
from rihai.training.courses.models import Course, Language, Named


class Academy(Named):
    """A school of a service, named as it names itself; `place` where it is one of the places of the office."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    town = models.CharField(max_length=120, blank=True)
    is_open = models.BooleanField(default=True)

    class Meta:
        ordering = ("title", "id")


class Step(models.TextChoices):
    """A step of a curriculum on its way."""

    OFFERED = "offered", _("offered to the academy")
    TRANSLATED = "translated", _("translated")
    ADOPTED = "adopted", _("adopted")
    MANDATORY = "mandatory", _("made mandatory")
    DROPPED = "dropped", _("dropped")


class WayStep(models.Model):
    """One step, on its day, by what paper. Added to, never changed; what was wrong is withdrawn with a reason."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="way")
    academy = models.ForeignKey(Academy, on_delete=models.PROTECT, related_name="way")
    step = models.CharField(max_length=10, choices=Step.choices)
    on = models.DateField()
    language = models.CharField(max_length=3, choices=Language.choices, blank=True)
    order_number = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=300)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("on", "at", "id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["course", "academy"], name="training_waystep_of")]

    def __str__(self) -> str:
        return str(self.pk)

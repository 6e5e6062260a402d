"""A certificate given for a finished course."""

from __future__ import annotations

from django.db import models

from rihai.casework.services.catalogue import title_of
from rihai.casework.services.models import Enrolment, Made, OfPerson
from rihai.kit.ids import new_id


class Certificate(OfPerson, Made):
    """What stands on the paper; `code` is on it too, and finds it again. Nothing on it tells of custody."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enrolment = models.OneToOneField(Enrolment, on_delete=models.PROTECT, related_name="certificate")
    code = models.CharField(max_length=12, unique=True)
    service = models.SlugField(max_length=40)
    subject = models.CharField(max_length=120, blank=True)
    subject_ur = models.CharField(max_length=120, blank=True)
    sessions = models.PositiveSmallIntegerField(default=0)
    trainer = models.CharField(max_length=120)
    issued_on = models.DateField()

    class Meta:
        ordering = ("-issued_on", "-id")

    def __str__(self) -> str:
        return self.code

    @property
    def title(self) -> str:
        """The name of the service."""
        return title_of(self.service)

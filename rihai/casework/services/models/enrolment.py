"""A person in a service: from a day to a day, through its stages, to an outcome."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.accounts.models import Account
from rihai.casework.cases.models import Case
from rihai.casework.services.catalogue import Service, service, title_of
from rihai.casework.services.models.base import Made, OfPerson
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Enrolment(OfPerson, Made):
    """Somebody in a service; `ended_on` is the first day no longer in it. `service` and `outcome` are of the catalogue.

    `remission_at`: when a lawyer took notice that the finished course may earn remission.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    service = models.SlugField(max_length=40)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    worker = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    stage = models.SlugField(max_length=40, blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    outcome = models.SlugField(max_length=40, blank=True)
    is_finished = models.BooleanField(default=False)
    note = models.CharField(max_length=600, blank=True)
    evidence = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    remission_at = models.DateTimeField(null=True)
    remission_by_name = models.CharField(max_length=120, blank=True)
    remission_note = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-started_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["service", "ended_on", "started_on"], name="casework_enrol_service"),
            models.Index(fields=["started_on"], name="casework_enrol_started"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def of(self) -> Service | None:
        """The service as the catalogue has it."""
        return service(self.service)

    @property
    def title(self) -> str:
        """The name of the service."""
        return title_of(self.service)

    @property
    def stage_title(self) -> str:
        """The stage in words."""
        found = self.of.stage(self.stage) if self.of else None
        return found.title.shown if found else self.stage

    @property
    def outcome_title(self) -> str:
        """The outcome in words."""
        found = self.of.outcome(self.outcome) if self.of else None
        return found.title.shown if found else self.outcome


class StageEntry(OfPerson, Made):
    """One stage of one enrolment. `pledged_on`: the day on which a pledge was given, where the stage asks one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="stages")
    stage = models.SlugField(max_length=40)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    pledged_on = models.DateField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("started_on", "id")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def title(self) -> str:
        """The stage in words."""
        found = service(self.enrolment.service)
        stage = found.stage(self.stage) if found else None
        return stage.title.shown if stage else self.stage

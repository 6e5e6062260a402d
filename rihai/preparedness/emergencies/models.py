"""What is kept of emergencies: what was offered, the emergency with its checklist and log, its reports."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.places.kinds import Kind
from rihai.places.models import Place
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.models import PlanVersion, in_language
from rihai.preparedness.posts.models import PostOf


def in_words(place: Place) -> str:
    """A place, a part of a prison with its prison: two prisons have a Barrack 1."""
    if place.kind != Kind.PRISON_UNIT or place.within is None:
        return place.shown
    return gettext(", ").join([place.shown, place.within.shown])


class State(models.TextChoices):
    """Where an emergency stands."""

    OPEN = "open", _("open")
    CLOSED = "closed", _("closed, to be reviewed")
    REVIEWED = "reviewed", _("closed and reviewed")


class Emergency(models.Model):
    """Something that burns at a place. `plan` empty: no approved plan stood, and it began with the bare checklist."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    hazard = models.CharField(max_length=10, choices=Hazard.choices)
    plan = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, null=True, related_name="+")
    says = models.CharField(max_length=600, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    began_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    opened_by_name = models.CharField(max_length=120)
    closed_at = models.DateTimeField(null=True)
    closed_by_name = models.CharField(max_length=120, blank=True)
    closing = models.CharField(max_length=600, blank=True)
    went_well = models.CharField(max_length=2000, blank=True)
    to_mend = models.CharField(max_length=2000, blank=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name_plural = "emergencies"
        ordering = ("-opened_at", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["place", "hazard"], condition=models.Q(state="open"), name="preparedness_open_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_hazard_display()}"

    @property
    def where(self) -> str:
        """Its place in words."""
        return in_words(self.place)

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.state == State.OPEN


class Source(models.TextChoices):
    """What offered an emergency."""

    DISEASE = "disease", _("a threshold of disease was crossed")
    INCIDENT = "incident", _("an incident was written down")


EITHER = (Hazard.FLOOD, Hazard.QUAKE)
"""Hazards that an incident does not tell apart."""


class Proposal(models.Model):
    """An emergency that something offered: somebody opens it, or says why not. Nothing opens itself.

    `hazard` empty: it is one of EITHER, and whoever opens it says which.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    hazard = models.CharField(max_length=10, choices=Hazard.choices, blank=True)
    source = models.CharField(max_length=8, choices=Source.choices)
    source_id = models.UUIDField()
    at = models.DateTimeField()
    emergency = models.ForeignKey(Emergency, on_delete=models.PROTECT, null=True, related_name="proposals")
    answered_at = models.DateTimeField(null=True)
    answered_by_name = models.CharField(max_length=120, blank=True)
    why_not = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "source_id"], name="preparedness_offered_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def where(self) -> str:
        """Its place in words."""
        return in_words(self.place)

    @property
    def shown(self) -> str:
        """What may be happening, in words."""
        return str(self.get_hazard_display() or _("flood or earthquake"))


class Ticked(models.TextChoices):
    """Where a step of the checklist stands."""

    TO_DO = "to_do", _("to be done")
    DONE = "done", _("done")
    NOT_NEEDED = "not_needed", _("not needed")


class EmergencyStep(models.Model):
    """A step of the live checklist, as the plan said it when the emergency opened."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    emergency = models.ForeignKey(Emergency, on_delete=models.PROTECT, related_name="steps")
    order = models.PositiveSmallIntegerField()
    says = models.CharField(max_length=400)
    says_ur = models.CharField(max_length=400, blank=True)
    post = models.CharField(max_length=20, choices=PostOf.choices, blank=True)
    due_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=Ticked.choices, default=Ticked.TO_DO)
    done_at = models.DateTimeField(null=True)
    done_by_name = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("order", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["emergency", "order"], name="preparedness_live_step_once")
        ]

    def __str__(self) -> str:
        return str(self.order)

    @property
    def shown(self) -> str:
        """What is done, in the language of the page."""
        return in_language(self.says, self.says_ur)

    def is_late(self, at: datetime) -> bool:
        """Whether its minutes have passed and nobody has ticked it."""
        return self.state == Ticked.TO_DO and self.due_at is not None and self.due_at < at

    @property
    def took(self) -> timedelta | None:
        """How much later, or earlier (negative), it was done than its time."""
        return self.done_at - self.due_at if self.done_at and self.due_at else None


class Wrote(models.TextChoices):
    """What a line of the log is about."""

    SAID = "said", _("Written down")
    OPENED = "opened", _("Opened")
    DONE = "done", _("Done")
    NOT_NEEDED = "not_needed", _("Not needed")
    BACK = "back", _("Taken back")
    STOCK = "stock", _("Issued from the store")
    MONEY = "money", _("Money asked for")
    REPORT = "report", _("Situation report issued")
    CLOSED = "closed", _("Closed")


class LogLine(models.Model):
    """What happened, and when it was written down; `step` where it is one of the checklist. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    emergency = models.ForeignKey(Emergency, on_delete=models.PROTECT, related_name="log")
    step = models.ForeignKey(EmergencyStep, on_delete=models.PROTECT, null=True, related_name="+")
    wrote = models.CharField(max_length=10, choices=Wrote.choices)
    says = models.CharField(max_length=1000, blank=True)
    happened_at = models.DateTimeField()
    at = models.DateTimeField()
    by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ("-happened_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


COUNTS = ("held", "affected", "injured", "ill", "died", "missing", "moved")
"""What a situation report counts: people, each figure as it was known at its moment, empty where nobody knew."""


class SituationReport(models.Model):
    """How it stood at a moment: frozen when it is issued. `frozen` is what checklist, stores and money said then."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    emergency = models.ForeignKey(Emergency, on_delete=models.PROTECT, related_name="reports")
    number = models.PositiveSmallIntegerField()
    as_of = models.DateTimeField()
    says = models.CharField(max_length=2000)
    needs = models.CharField(max_length=1000, blank=True)
    held = models.PositiveIntegerField(null=True)
    affected = models.PositiveIntegerField(null=True)
    injured = models.PositiveIntegerField(null=True)
    ill = models.PositiveIntegerField(null=True)
    died = models.PositiveIntegerField(null=True)
    missing = models.PositiveIntegerField(null=True)
    moved = models.PositiveIntegerField(null=True)
    next_at = models.DateTimeField(null=True)
    frozen = models.JSONField(default=dict)
    issued_by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["emergency", "number"], name="preparedness_report_once")
        ]

    def __str__(self) -> str:
        return str(self.number)


class TakenAs(models.TextChoices):
    """In which form the record of an emergency left."""

    PDF = "pdf", _("PDF, to print")
    XLSX = "xlsx", _("Excel workbook")
    JSON = "json", _("JSON, to check the others by")


class Taking(models.Model):
    """That the record of an emergency left the house: in which form, who took it, and by which digest it is known.

    Added to, never changed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    emergency = models.ForeignKey(Emergency, on_delete=models.PROTECT, related_name="takings")
    kind = models.CharField(max_length=4, choices=TakenAs.choices)
    language = models.CharField(max_length=2)
    digest = models.CharField(max_length=64)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return self.digest

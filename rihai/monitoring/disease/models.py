"""What is kept of disease: cases (health), thresholds that an office set, alerts and what was done (nobody in them)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.people.models import Person
from rihai.places.models import Place


class Status(models.TextChoices):
    """How sure it is, after the definitions of the disease."""

    SUSPECTED = "suspected", _("suspected")
    PROBABLE = "probable", _("probable")
    CONFIRMED = "confirmed", _("confirmed")
    DISCARDED = "discarded", _("not the disease")


COUNTED = (Status.SUSPECTED, Status.PROBABLE, Status.CONFIRMED)


class Result(models.TextChoices):
    """What a test said."""

    NONE = "", _("no test")
    PENDING = "pending", _("waits for its result")
    POSITIVE = "positive", _("positive")
    NEGATIVE = "negative", _("negative")


class Isolation(models.TextChoices):
    """Whether the person is kept apart for health, which is never a punishment."""

    NO = "no", _("not needed")
    YES = "yes", _("kept apart for health")
    NO_ROOM = "no_room", _("needed, and there is no room")
    ENDED = "ended", _("ended")


class Outcome(models.TextChoices):
    """What became of it."""

    ILL = "ill", _("ill")
    HOSPITAL = "hospital", _("in hospital")
    RECOVERED = "recovered", _("recovered")
    TREATED = "treated", _("under long treatment")
    LEFT = "left", _("left the prison")
    DIED = "died", _("died")


class DiseaseCase(models.Model):
    """One line of the list: a person of the record, or a code of the prison's own.

    `made_for`: as whom it was written; `history`: what stood before each change, by whom.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    made_for = models.UUIDField(null=True)
    code = models.CharField(max_length=40, blank=True)
    disease = models.CharField(max_length=20)
    status = models.CharField(max_length=10, choices=Status.choices)
    onset_on = models.DateField(null=True)
    seen_on = models.DateField()
    counted_on = models.DateField()
    test = models.CharField(max_length=80, blank=True)
    result = models.CharField(max_length=10, choices=Result.choices, blank=True)
    barrack = models.CharField(max_length=80, blank=True)
    isolation = models.CharField(max_length=10, choices=Isolation.choices, default=Isolation.NO)
    isolated_on = models.DateField(null=True)
    contacts = models.PositiveIntegerField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.ILL)
    note = models.CharField(max_length=600, blank=True)
    history = models.JSONField(default=list)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-counted_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "disease", "counted_on"], name="monitoring_diseasecase_list"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Threshold(models.Model):
    """A threshold that an office set for one prison and disease, with why; the newest stands before the file's own."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    disease = models.CharField(max_length=20)
    cases = models.PositiveIntegerField(null=True)
    per_thousand = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    days = models.PositiveIntegerField()
    why = models.CharField(max_length=400)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "disease"], name="monitoring_threshold_of"),
        ]

    def __str__(self) -> str:
        return f"{self.disease} {self.days}"


class AlertState(models.TextChoices):
    """How an alert stands."""

    RAISED = "raised", _("raised")
    ACKNOWLEDGED = "acknowledged", _("somebody sees to it")
    CLOSED = "closed", _("closed")


class Alert(models.Model):
    """A threshold was crossed: so many cases within so many days, at one prison. Raised once; no person in it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    disease = models.CharField(max_length=20)
    cases = models.PositiveIntegerField()
    days = models.PositiveIntegerField()
    held = models.PositiveIntegerField()
    limit_cases = models.PositiveIntegerField(null=True)
    limit_per_thousand = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    raised_at = models.DateTimeField()
    state = models.CharField(max_length=14, choices=AlertState.choices, default=AlertState.RAISED)
    acknowledged_by_name = models.CharField(max_length=120, blank=True)
    acknowledged_at = models.DateTimeField(null=True)
    closed_by_name = models.CharField(max_length=120, blank=True)
    closed_on = models.DateField(null=True)
    closed_why = models.CharField(max_length=600, blank=True)

    class Meta:
        ordering = ("-raised_at", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["place", "disease"], condition=~models.Q(state="closed"), name="monitoring_alert_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AlertStep(models.Model):
    """What was done about an alert. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="steps")
    says = models.CharField(max_length=1000)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)

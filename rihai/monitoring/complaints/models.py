"""What is kept of a complaint or request: what is asked and what came of it; who asks stands apart, in personal."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person
from rihai.places.models import Place


class ByWhom(models.TextChoices):
    """Who asks, as far as the prison may know."""

    PERSON = "person", _("somebody held")
    FAMILY = "family", _("a family")
    LAWYER = "lawyer", _("a lawyer")
    BOX = "box", _("a paper from the complaint box")
    ANONYMOUS = "anonymous", _("somebody without a name")
    STAFF = "staff", _("somebody of the staff")


class Result(models.TextChoices):
    """What the answer comes to."""

    UPHELD = "upheld", _("found right, or granted")
    PARTLY = "partly", _("in part")
    NOT_UPHELD = "not_upheld", _("not found right, or refused")
    PASSED_ON = "passed_on", _("passed on: another authority decides")


class Satisfied(models.TextChoices):
    """Whether who asked is content with the answer."""

    UNKNOWN = "", _("not asked yet")
    YES = "yes", _("content")
    NO = "no", _("not content")
    UNREACHED = "unreached", _("could not be asked")


class Complaint(Due):
    """One complaint or request. `due_on`: answered by then; `done_on`: the day of the answer; `level`: of the ladder.

    A confidential one is not shown to the prison. `named_as` is the name as the prison may know it: empty unless they
    agreed. `owner_id` is who follows it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveIntegerField(unique=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    is_request = models.BooleanField(default=False)
    by = models.CharField(max_length=10, choices=ByWhom.choices)
    named_as = models.CharField(max_length=160, blank=True)
    says = models.CharField(max_length=2000)
    to_whom = models.CharField(max_length=160)
    is_confidential = models.BooleanField(default=False)
    received_on = models.DateField()
    acknowledge_by = models.DateField()
    acknowledged_on = models.DateField(null=True)
    answer = models.CharField(max_length=2000, blank=True)
    answered_by_name = models.CharField(max_length=160, blank=True)
    result = models.CharField(max_length=12, choices=Result.choices, blank=True)
    satisfied = models.CharField(max_length=10, choices=Satisfied.choices, blank=True)
    appealed_on = models.DateField(null=True)
    appealed_to = models.CharField(max_length=160, blank=True)
    appeal_answer = models.CharField(max_length=2000, blank=True)
    appeal_answered_on = models.DateField(null=True)
    level = models.PositiveSmallIntegerField(default=0)
    escalated_at = models.DateTimeField(null=True)
    made_by = models.UUIDField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-received_on", "-number")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "received_on"], name="monitoring_complaint_place"),
            models.Index(fields=["done_on", "due_on"], name="monitoring_complaint_due"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def days(self) -> int | None:
        """Days from the day it came to the day of the answer."""
        return (self.done_on - self.received_on).days if self.done_on else None

    @property
    def is_in_time(self) -> bool:
        """Whether it was answered by its day."""
        return self.done_on is not None and self.due_on is not None and self.done_on <= self.due_on


class Complainant(models.Model):
    """Who asks: a person of the record, or a name; and how they are answered safely. `made_for`: as first written."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    complaint = models.OneToOneField(Complaint, on_delete=models.CASCADE, related_name="complainant")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    made_for = models.UUIDField(null=True)
    is_confidential = models.BooleanField(default=False)
    made_by = models.UUIDField()
    name = SealedText(seal="monitoring.complainant.name", blank=True)
    safe_way = SealedText(seal="monitoring.complainant.way", blank=True)

    def __str__(self) -> str:
        return str(self.pk)

"""The self-harm support plan: why it is, for those who see health; what to do, for everybody on duty.

What those on duty see stands in rows of their own of class personal (`DutyLine`, `Look`): one row holds one class. They
say what to do and when, never why. Sources: Nelson Mandela Rules 30(c), 33; Bangkok Rule 16.
"""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person

PLAN_SEAL = "casework.support.text"
"""The fixed label under which the words of a plan are sealed; never to be changed."""


class SupportPlan(Due):
    """One plan, made with her: what worries, what helps, whom she wants to see; `due_on` is its next review.

    Open while `closed_on` is empty. `done_on` stays empty: a plan is reviewed until it is closed.
    `reviews` is what stood before each review, as JSON under the seal.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_for = models.UUIDField()
    worries = SealedText(seal=PLAN_SEAL)
    helps = SealedText(seal=PLAN_SEAL)
    wants_to_see = SealedText(seal=PLAN_SEAL, null=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closed_why = SealedText(seal=PLAN_SEAL, null=True)
    reviews = SealedText(seal=PLAN_SEAL, null=True)
    written_by = models.UUIDField()
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-opened_on", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(closed_on=None), name="casework_one_open_support_plan"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class DutyLine(models.Model):
    """What those on duty do for somebody, from a moment until it is ended: one line, and how often she is seen.

    `plan_id` names the plan without a foreign key: whoever may read this row may not read that one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_for = models.UUIDField()
    plan_id = models.UUIDField(null=True, db_index=True)
    to_do = models.CharField(max_length=300)
    call = models.CharField(max_length=120)
    owner_id = models.UUIDField(null=True)
    every_minutes = models.PositiveSmallIntegerField(validators=[MinValueValidator(15), MaxValueValidator(1440)])
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, db_index=True)
    last_seen_at = models.DateTimeField(null=True)
    written_by_name = models.CharField(max_length=120)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("started_at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Looked(models.TextChoices):
    """How she was when somebody looked."""

    WELL = "well", _("as on a good day")
    LOW = "low", _("low; stayed with them, told the next on duty")
    CALLED = "called", _("called for help")


class Look(models.Model):
    """Somebody on duty saw her."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_for = models.UUIDField()
    line = models.ForeignKey(DutyLine, on_delete=models.PROTECT, related_name="looks")
    how = models.CharField(max_length=8, choices=Looked.choices)
    seen_at = models.DateTimeField()
    seen_by = models.UUIDField()
    seen_by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ("-seen_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)

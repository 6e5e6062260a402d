"""What is asked in the first days inside, with her; and that somebody must go to her now."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.casework.plans.models.base import Changing, Kept
from rihai.kit.sealed import SealedText


class Tonight(models.TextChoices):
    """Whether the children at home are safe tonight."""

    YES = "yes", _("the children are safe there")
    NO = "no", _("the children are not safe")
    UNKNOWN = "unknown", _("they do not know")


class CallHome(models.TextChoices):
    """Whether home knows."""

    MADE = "made", _("the call was made")
    WANTED = "wanted", _("they have not called yet")


class Enough(models.TextChoices):
    """Whether there is enough of something."""

    ENOUGH = "enough", _("they have what they need")
    NEEDS = "needs", _("they need some")


class Medicine(models.TextChoices):
    """Whether they take medicine that must not stop."""

    NONE = "none", _("they take none")
    NEEDS = "needs", _("they take some that must not stop")


class SelfHarm(models.TextChoices):
    """Whether they think of hurting themselves; asked in plain words, of everybody."""

    NO = "no", _("no")
    YES = "yes", _("yes")
    NOT_SAID = "not_said", _("they did not want to say")


class FirstDays(Changing):
    """The short talk of the first days. `spoke` False: they did not want to speak, and are asked again.

    `admitted_on` is the day since which the record had them held when they were asked.
    """

    answer_id = models.UUIDField(null=True, unique=True)
    asked_on = models.DateField()
    admitted_on = models.DateField(null=True)
    spoke = models.BooleanField(default=True)
    children_home = models.PositiveSmallIntegerField(null=True)
    children_with = SealedText(seal="casework.first_days.children_with", null=True)
    children_tonight = models.CharField(max_length=8, choices=Tonight.choices, blank=True)
    child_inside = models.BooleanField(null=True)
    call_home = models.CharField(max_length=12, choices=CallHome.choices, blank=True)
    call_whom = SealedText(seal="casework.first_days.call_whom", null=True)
    not_to_call = SealedText(seal="casework.first_days.not_to_call", null=True)
    clothing = models.CharField(max_length=8, choices=Enough.choices, blank=True)
    sanitary = models.CharField(max_length=8, choices=Enough.choices, blank=True)
    first_thing = SealedText(seal="casework.first_days.first_thing", null=True)

    class Meta:
        ordering = ("-asked_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "asked_on"], name="casework_firstdays_person")
        ]


class FirstDaysHealth(Kept):
    """What was said of health in that talk; seen by those who have health."""

    first_days = models.ForeignKey(FirstDays, on_delete=models.CASCADE, related_name="+")
    medicine = models.CharField(max_length=8, choices=Medicine.choices, blank=True)
    medicine_which = SealedText(seal="casework.first_days.medicine", null=True)
    self_harm = models.CharField(max_length=8, choices=SelfHarm.choices, blank=True)
    helps = SealedText(seal="casework.first_days.helps", null=True)

    class Meta:
        ordering = ("-id",)


class AtOnce(Changing):
    """Somebody must go to her now. It tells those on duty what to do, and not why; `seen_at` is when somebody was."""

    ground_id = models.UUIDField()
    seen_at = models.DateTimeField(null=True)
    seen_by_name = models.CharField(max_length=120, blank=True)
    next_on = models.DateField(null=True)

    class Meta:
        ordering = ("made_at", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["seen_at", "person"], name="casework_atonce_open")
        ]

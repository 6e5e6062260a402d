"""What is kept of lists of courses finished elsewhere: the list, and every line with what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.ids import new_id
from rihai.training.certificates.models import Completion
from rihai.training.courses.models import Course
from rihai.training.sessions.models import Trainee


class FinishedList(models.Model):
    """A list of who finished a course of somebody else, as it was given in; its lines are told to who gave it in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+")
    provider = models.CharField(max_length=160)
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    lines = models.PositiveIntegerField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return self.name


class Became(models.TextChoices):
    """What became of a line."""

    WAITING = "waiting", _("waits for somebody to say who it is")
    MATCHED = "matched", _("counted for somebody we know")
    NEW = "new", _("somebody new was written down")
    KNOWN = "known", _("we had it already")
    UNREADABLE = "unreadable", _("could not be read")
    LEFT_OUT = "left_out", _("left out")


class Problem(models.TextChoices):
    """Why a line cannot count."""

    NO_NAME = "no_name", _("No name stands on this line.")
    NO_DAY = "no_day", _("The day cannot be read.")
    AHEAD = "ahead", _("The day is still to come.")
    LONG_AGO = "long_ago", _("The day is too long ago.")
    TWICE = "twice", _("This certificate stands on an earlier line or list.")


class FinishedLine(models.Model):
    """One line: what it says, who it may be, what became of it. `number` is its line in the file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    list = models.ForeignKey(FinishedList, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    full_name = models.CharField(max_length=120, blank=True)
    service_number = models.CharField(max_length=40, blank=True)
    organisation = models.CharField(max_length=160, blank=True)
    on = models.DateField(null=True)
    certificate = models.CharField(max_length=80, blank=True)
    problem = models.CharField(max_length=8, choices=Problem.choices, blank=True)
    became = models.CharField(max_length=10, choices=Became.choices, default=Became.WAITING)
    alike = models.ForeignKey(Trainee, on_delete=models.SET_NULL, null=True, related_name="+")
    is_same_number = models.BooleanField(default=False)
    completion = models.ForeignKey(Completion, on_delete=models.PROTECT, null=True, related_name="+")
    because = models.CharField(max_length=200, blank=True)
    settled_by_name = models.CharField(max_length=120, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("number", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["list", "number"], name="training_line_once")
        ]

    def __str__(self) -> str:
        return str(self.number)

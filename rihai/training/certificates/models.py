"""What is kept of finished courses: that somebody finished one, and the certificate that says so."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.training.courses.models import Course
from rihai.training.sessions.models import Enrolment, Trainee


class CompletionSource(models.TextChoices):
    """From where we know that somebody finished a course."""

    SESSION = "session", _("a session of ours")
    ELEARNING = "elearning", _("e-learning")
    PAPER = "paper", _("a certificate of somebody else")


class Completion(models.Model):
    """Somebody finished a course on a day; what is mandatory is reckoned from it. No mark stands here.

    `says` names where it was finished when that was no session of ours. `undone_on`: who came was corrected on that
    day, and they did not finish after all; what asks who finished asks for those that stand (`STANDS`).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trainee = models.ForeignKey(Trainee, on_delete=models.PROTECT, related_name="completions")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+")
    enrolment = models.OneToOneField(Enrolment, on_delete=models.PROTECT, null=True, related_name="completion")
    on = models.DateField()
    source = models.CharField(max_length=9, choices=CompletionSource.choices, default=CompletionSource.SESSION)
    says = models.CharField(max_length=200, blank=True)
    undone_on = models.DateField(null=True)
    made_by = models.UUIDField(null=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["trainee", "course", "on"], name="training_completion_of")
        ]

    def __str__(self) -> str:
        return str(self.pk)


STANDS = models.Q(undone_on=None, certificate__withdrawn_on=None)
"""Finished courses that count: neither undone by a correction nor with a certificate that was withdrawn."""


class Certificate(models.Model):
    """A certificate, as it was written on its day; `code` verifies it. It can be withdrawn, never deleted.

    One that a correction of who came withdrew (`by_correction`) stands again where a later one says they were there.
    `full_name` is empty once its holder was let go of the register: the code still answers, no name is compared.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    completion = models.OneToOneField(Completion, on_delete=models.PROTECT, related_name="certificate")
    code = models.CharField(max_length=12, unique=True)
    full_name = models.CharField(max_length=120)
    title = models.CharField(max_length=200)
    title_ur = models.CharField(max_length=200, blank=True)
    minutes = models.PositiveIntegerField(default=0)
    trainers = models.CharField(max_length=300, blank=True)
    issued_on = models.DateField()
    issued_by_name = models.CharField(max_length=120)
    withdrawn_on = models.DateField(null=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)
    by_correction = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-issued_on", "-id")

    def __str__(self) -> str:
        return self.code

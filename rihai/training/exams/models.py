"""What is kept of tests: which form, the pass mark, the codes, who holds them, and what was right in each test."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.training.sessions.models import Enrolment, Session


class Moment(models.TextChoices):
    """When a test is sat."""

    BEFORE = "before", _("before")
    AFTER = "after", _("after")


class SessionTest(models.Model):
    """The test of a session: by which form, and how many per cent must be right, laid down before anybody sat it.

    Closed, it stands with the names who reached the mark, and no single test can be opened any more.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.OneToOneField(Session, on_delete=models.PROTECT, related_name="test")
    form_id = models.SlugField(max_length=64)
    pass_mark = models.PositiveSmallIntegerField()
    set_by_name = models.CharField(max_length=120)
    set_at = models.DateTimeField()
    closed_by_name = models.CharField(max_length=120, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-set_at", "-id")

    def __str__(self) -> str:
        return self.form_id


class TestCode(models.Model):
    """A code under which somebody sits the tests of a session; it says nothing of whose it is."""

    __test__ = False
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=8)

    class Meta:
        ordering = ("code",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["session", "code"], name="training_code_once")
        ]

    def __str__(self) -> str:
        return self.code


class CodeHolder(models.Model):
    """Whose code it is: told to who keeps the session and does not teach it, and to the house, which marks.

    `mark`, in per cent, is written when the tests are closed. It stands here and not in the seat, since who typed the
    sheets in remembers scores, and would know whose they were.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="+")
    code = models.OneToOneField(TestCode, on_delete=models.PROTECT, related_name="holder")
    enrolment = models.OneToOneField(Enrolment, on_delete=models.PROTECT, related_name="+")
    mark = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.pk)


class Sitting(models.Model):
    """One test that was sat under a code: what was right of what was asked, as the key of the form had it then.

    One that came by a participant's own phone (`by_phone`) is opened by nobody; its `at` is when its door was opened.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(TestCode, on_delete=models.PROTECT, related_name="sittings")
    moment = models.CharField(max_length=6, choices=Moment.choices)
    answer_id = models.UUIDField()
    asked = models.JSONField(default=list)
    right = models.JSONField(default=list)
    by_phone = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "moment"], name="training_sitting_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

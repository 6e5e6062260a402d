"""What comes from phones: with which key, about whom a code says it is, what came, and the files with it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.instruments.models.answers import Answer, Written
from rihai.instruments.models.forms import Instrument, InstrumentVersion
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText


class Device(models.Model):
    """A phone that fetches forms and sends answers as the account that let it in; never with the account's password.

    `name` is what its owner calls it, `called` what the phone calls itself when it asks, `digest` of its key, which is
    shown once. `second_factor`: let in from a session with more than a password. `minute_at` and `in_minute` count what
    it asked in the minute that runs.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    called = models.CharField(max_length=20, unique=True)
    digest = models.CharField(max_length=64)
    second_factor = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    last_used_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    minute_at = models.DateTimeField(null=True)
    in_minute = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class AboutCode(Written):
    """A short code that is written into a form on a phone and says about what it is; it names nobody, and is one's own.

    `handler` and `subject` are as an answer has them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=12)
    handler = models.CharField(max_length=60)
    subject = models.CharField(max_length=80, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["account", "code"], name="instruments_code_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Stage(models.TextChoices):
    """How far an answer from a phone is."""

    COMING = "coming", _("more is to come")
    WAITING = "waiting", _("waits for you")
    GIVEN = "given", _("given")
    ASIDE = "aside", _("put aside")


class Received(models.Model):
    """An answer as it came, its author's alone until it is known about whom it is and that it holds.

    `digest` is of the XML, so that the same sent again does nothing; `xml` is gone once the answer is given. `why` is a
    code: what keeps it waiting; `says` a sentence of the room that refused it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    instance_id = models.CharField(max_length=80, unique=True)
    deprecates = models.CharField(max_length=80, blank=True)
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    device = models.ForeignKey(Device, on_delete=models.SET_NULL, null=True, related_name="+")
    digest = models.CharField(max_length=64)
    xml = SealedText(seal="instruments.received.xml", null=True)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.COMING)
    why = models.CharField(max_length=20, blank=True)
    says = models.CharField(max_length=300, blank=True)
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, null=True, related_name="+")
    posts = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        ordering = ("-first_at", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["author", "stage"], name="instruments_received_stage")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AnswerFile(Written):
    """A file that came with an answer, under the name the answer has for it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    received = models.ForeignKey(Received, on_delete=models.PROTECT, null=True, related_name="files")
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, null=True, related_name="files")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    stored = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("kept_at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["received", "name"], name="instruments_file_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

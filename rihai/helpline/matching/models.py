"""Which person of the record a request is about; who looked at whom to find out; and what she says may be told.

`first_person_id` is the person as whom a row was written, so that what a merge of persons moved can be put back.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.helpline.requests.models import HelpRequest
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Consent, Person


class Match(models.Model):
    """A request is about this person, as somebody found; seen by who sees that person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    first_person_id = models.UUIDField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    came_at = models.DateTimeField()
    """When the request came: what who sees her is told of it."""

    class Meta:
        ordering = ("-made_at", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["request"], condition=models.Q(ended_at=None), name="helpline_match_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Look(models.Model):
    """That somebody was shown a person as one who may be meant; the house alone reads these rows."""

    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    first_person_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["account", "at"], name="helpline_look_by")]

    def __str__(self) -> str:
        return str(self.pk)


class HerWord(models.Model):
    """That she is to be asked what her family may be told, and what she says; seen by who sees her.

    `asks` is what may be said to her of who asks, as who asks allows it. The line learns of a yes, and never of a no.
    """

    class State(models.TextChoices):
        """What came of it."""

        WAITING = "waiting", _("to be asked")
        YES = "yes", _("they may be told")
        NO = "no", _("nothing may be told")
        BACK = "back", _("taken back")
        GONE = "gone", _("not needed any more")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=12)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    first_person_id = models.UUIDField()
    asks = SealedText(seal="helpline.word.asks", null=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    said_at = models.DateTimeField(null=True)
    said_to = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    words = SealedText(seal="helpline.word.words", null=True)
    consent = models.ForeignKey(Consent, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("asked_at", "id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "asked_at"], name="helpline_word_state")]

    def __str__(self) -> str:
        return str(self.pk)

    def is_asked_since(self, moment: datetime) -> bool:
        """Whether it waits since before a moment."""
        return self.state == self.State.WAITING and self.asked_at < moment

"""A fact of a prison, or of all prisons of a province or the country, as families read it; and what it said before.

Nothing in it is about a person: it is read by anybody, without an account.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Topic(models.TextChoices):
    """What families ask, in the order of the page."""

    DAYS = "days", _("Days of visits")
    HOURS = "hours", _("Hours of visits")
    WHO = "who", _("Who may come, and which papers they show")
    BRING = "bring", _("What may be brought")
    NOT_BRING = "not_bring", _("What may not be brought")
    MONEY = "money", _("How to send money")
    LETTERS = "letters", _("Letters and parcels")
    PHONE = "phone", _("Telephone calls from inside")
    ASK = "ask", _("Whom to ask there")
    NUMBERS = "numbers", _("Numbers to ring")
    MORE = "more", _("Good to know")


NUMBERED = (Topic.ASK, Topic.NUMBERS)
"""Topics in which a telephone number can be pressed."""


class Source(models.TextChoices):
    """How we know."""

    SEEN = "seen", _("seen there by us")
    RANG = "rang", _("we rang and asked")
    NOTICE = "notice", _("a notice of the prison")
    RULES = "rules", _("the prison rules")
    FAMILY = "family", _("told by families")


class _Words(models.Model):
    """What is said, how we know it, and when that was checked."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=10, choices=Topic.choices)
    says = models.CharField(max_length=600, blank=True)
    says_ur = models.CharField(max_length=600, blank=True)
    source = models.CharField(max_length=8, choices=Source.choices)
    about_source = models.CharField(max_length=200, blank=True)
    checked_on = models.DateField()
    by_name = models.CharField(max_length=120)

    class Meta:
        abstract = True

    def text(self, language: str) -> tuple[str, str]:
        """What it says, and in which language that is: the reader's, or the other where only that is written."""
        own, other = (self.says_ur, self.says) if language.startswith("ur") else (self.says, self.says_ur)
        code, second = ("ur", "en") if language.startswith("ur") else ("en", "ur")
        return (own, code) if own else (other, second)

    def is_old(self, on: date) -> bool:
        """Whether it was checked longer ago than a fact may be relied on (RIHAI_FACT_DAYS)."""
        return self.checked_on < on - timedelta(days=settings.FACT_DAYS)


class HelpFact(_Words):
    """One fact as it stands; of a place and a topic there is one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("place", "topic")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["place", "topic"], name="helpline_fact_once")
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.topic}"


class HelpFactBefore(_Words):
    """What a fact said until a moment, and who wrote that."""

    until = models.DateTimeField()
    ended_by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ("-until", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "topic", "-until"], name="helpline_fact_before")
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.topic}"

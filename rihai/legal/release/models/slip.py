"""What a person is to be told and was told about her own matter, and what she answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person


class About(models.TextChoices):
    """Why somebody goes to her."""

    REQUEST = "request", _("what is asked for them")
    REFUSAL = "refusal", _("that it was refused, and how they are")
    NEWS = "news", _("something new in their matter")


class Asked(models.TextChoices):
    """What is asked for her, in words that name no offence and no case."""

    LEAVE = "leave", _("that you may go home until the court decides")
    EASIER = "easier", _("that going home is made easier: a smaller sum, or nobody to stand for you")
    END = "end", _("that you are let go, because your time is over")
    SHORTER = "shorter", _("that your time is counted again and made shorter")
    PAPER = "paper", _("that a paper which is missing is brought")
    MONEY = "money", _("that money which keeps you here is paid or let off")
    HEALTH = "health", _("that you are treated where you can get well")
    AGAIN = "again", _("that a higher court looks again")
    OTHER = "other", _("something that was explained to you")


class Answer(models.TextChoices):
    """What came of the going."""

    TOLD = "told", _("it was read to them")
    REFUSED = "refused", _("they did not want to hear it")
    ABSENT = "absent", _("they could not be seen")


class HowSheIs(models.TextChoices):
    """How she is, as far as one looks and asks; what is of health goes to those of health."""

    WELL = "well", _("they say they are all right")
    WORRIED = "worried", _("they are worried or sad")
    CARE = "care", _("somebody must see them soon")
    UNSAID = "unsaid", _("they did not want to say")


@dataclass(frozen=True, slots=True)
class SlipText:
    """What stands on the slip: what is asked, in which words, by whom, the next day, whom to tell of money asked."""

    asked: str
    by_whom: str
    whom_to_tell: str
    next_on: date | None = None
    more: str = ""


class Slip(models.Model):
    """One slip for a person: what it says, and then that it was read to her, or that she refused to hear it.

    `due_on` is the day by which she is to be told; empty `answer`: not yet. `case_id` and `provision` name the line of
    the lists it is about and never stand on the slip. `kept`: whether she kept the paper. What she corrects is sealed;
    `corrected_at` is when somebody looked at it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    about = models.CharField(max_length=10, choices=About.choices)
    case_id = models.CharField(max_length=200, blank=True)
    provision = models.CharField(max_length=80, blank=True)
    due_on = models.DateField()
    made_by = models.UUIDField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    asked = models.CharField(max_length=10, choices=Asked.choices)
    more = models.CharField(max_length=300, blank=True)
    by_whom = models.CharField(max_length=160)
    whom_to_tell = models.CharField(max_length=200)
    next_on = models.DateField(null=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    told_on = models.DateField(null=True)
    told_by = models.UUIDField(null=True)
    told_by_name = models.CharField(max_length=120, blank=True)
    in_language = models.CharField(max_length=40, blank=True)
    kept = models.BooleanField(null=True)
    how_she_is = models.CharField(max_length=10, choices=HowSheIs.choices, blank=True)
    correction = SealedText(seal="legal.slip.correction", null=True)
    corrected_at = models.DateTimeField(null=True)
    corrected_by_name = models.CharField(max_length=120, blank=True)
    corrected_how = models.CharField(max_length=300, blank=True)
    dropped_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["answer", "due_on"], name="legal_slip_due"),
            models.Index(fields=["person", "answer"], name="legal_slip_person"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def text(self) -> SlipText:
        """What stands on it."""
        return SlipText(self.asked, self.by_whom, self.whom_to_tell, self.next_on, self.more)

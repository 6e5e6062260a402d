"""What an assessment said, domain by domain, so that two of them can be compared."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.casework.plans.models.base import Kept
from rihai.casework.plans.tables import domain_word
from rihai.kit.sealed import SealedText


class Level(models.IntegerChoices):
    """How much is needed in a domain. It is no score: nothing is added up."""

    NONE = 0, _("no need")
    SOME = 1, _("some need")
    HIGH = 2, _("much need")
    CRISIS = 3, _("at once")


class Assessment(Kept):
    """That she was asked, by which version of the form; `answer_id` names the answer it was taken from."""

    answer_id = models.UUIDField(null=True, unique=True)
    form_version = models.CharField(max_length=60, blank=True)
    asked_on = models.DateField()

    class Meta:
        ordering = ("-asked_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "asked_on"], name="casework_assessment_person")
        ]

    @property
    def version_shown(self) -> str:
        """The version alone, as pages show it: which form it was is said by their heading."""
        return self.form_version.rpartition(" ")[2]


class Assessed(Kept):
    """What was said of one domain; a row has the class of its domain."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="said")
    domain = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    priority = models.PositiveSmallIntegerField(null=True)
    strength = SealedText(seal="casework.assessed.strength", null=True)
    words = SealedText(seal="casework.assessed.words", null=True)

    class Meta:
        ordering = ("id",)

    @property
    def domain_says(self) -> str:
        """The name of its domain."""
        return domain_word(self.domain)

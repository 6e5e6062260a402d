"""Whom a person belongs to, and what they allow: relationships with what is safe, and consents that end at once."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models.person import NAME, Person


class Relationship(models.Model):
    """A dated tie to somebody outside or inside. `safe_to_contact` empty: nobody has asked, so nobody calls."""

    class Kind(models.TextChoices):
        """Who the other is to the person."""

        MOTHER = "mother", _("mother")
        FATHER = "father", _("father")
        HUSBAND = "husband", _("husband")
        WIFE = "wife", _("wife")
        SISTER = "sister", _("sister")
        BROTHER = "brother", _("brother")
        DAUGHTER = "daughter", _("daughter")
        SON = "son", _("son")
        RELATIVE = "relative", _("another relative")
        GUARDIAN = "guardian", _("guardian")
        FRIEND = "friend", _("friend")
        LAWYER = "lawyer", _("own lawyer")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relationships")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=NAME)
    phone = SealedText(seal="people.relationship.phone", null=True)
    next_of_kin = models.BooleanField(default=False)
    safe_to_contact = models.BooleanField(null=True)
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ("-next_of_kin", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Consent(models.Model):
    """Leave the person gave: one purpose, one recipient, one class of data, for a time; taken back at once."""

    class Purpose(models.TextChoices):
        """For what."""

        LEGAL = "legal", _("legal help")
        CARE = "care", _("care and services")
        HEALTH = "health", _("medical care")
        FAMILY = "family", _("contact with the family")
        RESEARCH = "research", _("research without the name")
        PUBLICITY = "publicity", _("a story or a photograph")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    recipient = models.CharField(max_length=160)
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    given_how = models.CharField(max_length=160)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    recorded_by = models.UUIDField()
    recorded_by_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "purpose"], name="people_consent_person")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def holds(self, day: date, moment: datetime) -> bool:
        """Whether it holds on a day and at a moment of it; from the moment of its withdrawal it does not."""
        if self.withdrawn_at is not None and self.withdrawn_at <= moment:
            return False
        return self.started_on <= day and (self.ended_on is None or day < self.ended_on)

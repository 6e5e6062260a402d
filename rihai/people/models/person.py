"""A human being known to us, once; and by what they are found: other names, numbers of authorities, keys of names.

All but `held_at`, `merged_into` and `made_at` is a projection of the statements (`projection`) and is never written by
hand.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.kit.sealed import BlindIndex, SealedText
from rihai.places.models import Place

NUMBER_SEAL = "people.identifier.number"
"""The fixed label under which numbers are sealed; never to be changed."""
NAME = 200
"""Letters of a name that are kept to be shown and sorted; the statement keeps all of them."""


class Sex(models.TextChoices):
    """The codes of the fact `sex`."""

    FEMALE = "female", _("woman")
    MALE = "male", _("man")
    TRANSGENDER = "transgender", _("transgender person")


class LegalStatus(models.TextChoices):
    """The codes of the fact `legal_status`."""

    UNDER_TRIAL = "under_trial", _("under trial")
    CONVICTED_UNSENTENCED = "convicted_unsentenced", _("convicted, not yet sentenced")
    CONVICT = "convict", _("convict")
    CONDEMNED = "condemned", _("under sentence of death")
    SECURITY = "security", _("held for want of a bond")
    DETAINED = "detained_without_charge", _("detained without charge")
    CIVIL = "civil", _("civil prisoner")
    IMMIGRATION = "immigration", _("held under immigration law")
    RELEASED = "released", _("released in this case")
    OTHER = "other", _("another status")


class Person(models.Model):
    """One person. `born_earliest` and `born_latest` are the days between which they were born, as far as known.

    `merged_into` keeps the old id answering after two persons turned out to be one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    full_name = models.CharField(max_length=NAME, blank=True)
    other_script = models.CharField(max_length=NAME, blank=True)
    father_or_husband_name = models.CharField(max_length=NAME, blank=True)
    relation = models.CharField(max_length=12, blank=True)
    sex = models.CharField(max_length=12, choices=Sex.choices, blank=True)
    born_earliest = models.DateField(null=True)
    born_latest = models.DateField(null=True)
    nationality = models.CharField(max_length=20, blank=True)
    legal_status = models.CharField(max_length=24, choices=LegalStatus.choices, blank=True)
    held_at = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    held_since = models.DateField(null=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("full_name", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["full_name", "id"], name="people_person_name"),
            models.Index(fields=["held_at", "full_name", "id"], name="people_person_held"),
            models.Index(fields=["held_at", "legal_status", "sex"], name="people_person_counted"),
            models.Index(fields=["held_since", "id"], name="people_person_came"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class NameKey(models.Model):
    """One key under which a person's names are looked up with `=`; the place where they are held narrows it."""

    pk = models.CompositePrimaryKey("key", "person")
    key = models.CharField(max_length=40)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="name_keys")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["key", "place"], name="people_namekey_place")]

    def __str__(self) -> str:
        return self.key


class Alias(models.Model):
    """Another name or spelling used by or for the person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=NAME)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.pk)


class Identifier(models.Model):
    """A number given by an authority: sealed, and found by its exact digits or letters alone."""

    class Kind(models.TextChoices):
        """Which authority gave it."""

        CNIC = "cnic", _("identity card")
        PRISON = "prison_id", _("prison number")
        OTHER = "other_identity", _("passport or other paper")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identifiers")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    number = SealedText(seal=NUMBER_SEAL)
    number_index = BlindIndex(of="number", seal=NUMBER_SEAL, normaliser="folded")

    def __str__(self) -> str:
        return str(self.pk)

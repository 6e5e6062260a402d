"""What is kept of information materials: the material, its languages, where they went and where they hang."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Body(models.TextChoices):
    """Whose it is."""

    HEALTH = "health", _("a health body")
    UN = "un", _("a body of the United Nations")
    RED_CROSS = "red_cross", _("the Red Cross or Red Crescent")
    OTHER = "other", _("another body")


class Form(models.TextChoices):
    """What it is."""

    POSTER = "poster", _("poster")
    LEAFLET = "leaflet", _("leaflet")
    RECORDING = "recording", _("recording")
    FILM = "film", _("film")


class Language(models.TextChoices):
    """Languages in which people inside read and listen."""

    UR = "ur", _("Urdu")
    EN = "en", _("English")
    PA = "pa", _("Punjabi")
    SD = "sd", _("Sindhi")
    PS = "ps", _("Pashto")
    BAL = "bal", _("Balochi")
    SKR = "skr", _("Saraiki")
    BRH = "brh", _("Brahui")
    HNO = "hno", _("Hindko")
    FA = "fa", _("Persian or Dari")


class Material(models.Model):
    """A poster, leaflet or recording of another body, in one version. `good_until` is when it must be looked at again.

    `withdrawn_on`: it is out of date from that day; `replaced_by` what hangs instead.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=200)
    form = models.CharField(max_length=10, choices=Form.choices)
    body = models.CharField(max_length=10, choices=Body.choices)
    publisher = models.CharField(max_length=160)
    topic = models.CharField(max_length=160, blank=True)
    edition = models.CharField(max_length=60)
    good_until = models.DateField(null=True)
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_on = models.DateField(null=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("title", "edition", "id")

    def __str__(self) -> str:
        return self.title

    def is_out(self, on: date) -> bool:
        """Whether it is out of date: withdrawn, or past its day."""
        return (self.withdrawn_on is not None and self.withdrawn_on <= on) or (
            self.good_until is not None and self.good_until < on
        )


class Text(models.Model):
    """A material in one language: translated by one, checked by another; goes out once it was checked.

    `translated_by` empty: it came in this language from its publisher.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(max_length=4, choices=Language.choices)
    translated_by = models.CharField(max_length=120, blank=True)
    checked_by = models.CharField(max_length=120, blank=True)
    checked_on = models.DateField(null=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    made_by_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("language", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["material", "language"], name="preparedness_language_once")
        ]

    def __str__(self) -> str:
        return self.language

    @property
    def may_go(self) -> bool:
        """Whether it may be sent: it came from its publisher, or somebody checked the translation."""
        return not self.translated_by or self.checked_on is not None


class Sending(models.Model):
    """So many of a text that were sent to a place; what arrived, and when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="sendings")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    sent_on = models.DateField()
    sent_by_name = models.CharField(max_length=120)
    received = models.PositiveIntegerField(null=True)
    received_on = models.DateField(null=True)
    received_by = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-sent_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class Posted(models.Model):
    """Where a material hangs, lies out or is played, since when; and when it was taken down."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="posted")
    where = models.CharField(max_length=200)
    posted_on = models.DateField()
    posted_by_name = models.CharField(max_length=120)
    down_on = models.DateField(null=True)
    down_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("posted_on", "id")

    def __str__(self) -> str:
        return str(self.pk)

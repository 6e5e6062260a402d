"""What is kept of campaigns: events with their reach, materials, and what media brought."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Language(models.TextChoices):
    """In which language something is."""

    ENGLISH = "en", _("English")
    URDU = "ur", _("Urdu")
    SINDHI = "sd", _("Sindhi")
    PASHTO = "ps", _("Pashto")
    PUNJABI = "pa", _("Punjabi")
    BALOCHI = "bal", _("Balochi")
    OTHER = "other", _("another language")


class Campaign(models.Model):
    """What the office says aloud, to whom, and what it is to change. `place` empty: the whole country."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=200)
    aim = models.CharField(max_length=600)
    audience = models.CharField(max_length=300)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    outcome = models.CharField(max_length=1000, blank=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-started_on", "-id")

    def __str__(self) -> str:
        return self.title


class EventKind(models.TextChoices):
    """What took place."""

    MEETING = "meeting", _("meeting or seminar")
    PUBLIC = "public", _("public gathering or walk")
    PRESS = "press", _("press conference")
    BROADCAST = "broadcast", _("radio or television programme")
    ONLINE = "online", _("online or social media")
    PRINT = "print", _("printed matter handed out")
    VISIT = "visit", _("visit to a decision maker")
    OTHER = "other", _("something else")


class ReachMethod(models.TextChoices):
    """How it is known how many were reached; only counted people were there one by one."""

    COUNTED = "counted", _("counted one by one")
    ESTIMATED = "estimated", _("estimated")
    AT_LEAST = "at_least", _("at least so many")


class CampaignEvent(models.Model):
    """One event: when, where, for whom; how many were reached, by which method, how, and by whose count."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=10, choices=EventKind.choices)
    title = models.CharField(max_length=200)
    on = models.DateField()
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    audience = models.CharField(max_length=200, blank=True)
    reach = models.PositiveIntegerField(null=True)
    method = models.CharField(max_length=9, choices=ReachMethod.choices, blank=True)
    how = models.CharField(max_length=300, blank=True)
    counted_by = models.CharField(max_length=160, blank=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-on", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(reach=None, method="") | (Q(reach__isnull=False) & ~Q(method="") & ~Q(how="")),
                name="advocacy_reach_has_method",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_estimate(self) -> bool:
        """Whether its reach is less than a count."""
        return bool(self.method) and self.method != ReachMethod.COUNTED


class MaterialKind(models.TextChoices):
    """What is handed out or shown."""

    POSTER = "poster", _("poster")
    LEAFLET = "leaflet", _("leaflet")
    RECORDING = "recording", _("recording")
    SLIDES = "slides", _("slides or talking points")
    OTHER = "other", _("something else")


class Material(models.Model):
    """A file of a campaign."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=MaterialKind.choices)
    language = models.CharField(max_length=5, choices=Language.choices)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return self.title


class Tone(models.TextChoices):
    """How a piece speaks of what the campaign asks."""

    FOR = "for", _("for it")
    NEUTRAL = "neutral", _("neutral")
    AGAINST = "against", _("against it")


class MediaItem(models.Model):
    """What a newspaper, a station or a site brought: with a link, a clipping, or both."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="media")
    outlet = models.CharField(max_length=160)
    on = models.DateField()
    title = models.CharField(max_length=200)
    link = models.URLField(max_length=500, blank=True)
    clipping = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=5, choices=Language.choices)
    tone = models.CharField(max_length=8, choices=Tone.choices)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-on", "-id")

    def __str__(self) -> str:
        return self.title

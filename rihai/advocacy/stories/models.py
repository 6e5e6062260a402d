"""What is kept of stories and photographs: whose (apart, and seen by who sees her), leave, uses, checks, decisions."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.campaigns.models import Language
from rihai.advocacy.publications.models import Publication
from rihai.kit.due import Due
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person


class Story(models.Model):
    """A story that a person wishes to be told, in words or photographs; this row holds neither, and names nobody.

    What it tells stands in `StoryWords`, whose it is in `StoryPerson` alone. Any change of words or pictures is a new
    version, and voids its checks.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveIntegerField(unique=True)
    language = models.CharField(max_length=5, choices=Language.choices)
    told_on = models.DateField()
    by = models.UUIDField()
    by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-number",)

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """What it is called in the office."""
        return f"ST-{self.number:03}"


class StoryWords(models.Model):
    """What a story tells, in the words agreed with her: there for who knows her, and for others while her leave holds.

    `title` is what it is called in the office, `called` what she is called in it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="words")
    title = models.CharField(max_length=160)
    called = models.CharField(max_length=80, blank=True)
    says = models.TextField(max_length=6000)

    def __str__(self) -> str:
        return str(self.pk)


class StoryPerson(models.Model):
    """Whose story it is: a person of the record, or one from outside under a sealed name; and what asks for care."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="whose")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    first_person = models.UUIDField(null=True)
    name = SealedText(seal="advocacy.story.name", null=True)
    contact = SealedText(seal="advocacy.story.contact", null=True)
    is_child = models.BooleanField(default=False)
    is_survivor = models.BooleanField(default=False)
    kept_by = models.UUIDField()

    def __str__(self) -> str:
        return str(self.pk)


class StoryPicture(models.Model):
    """A photograph, taken anew without what its camera wrote into it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="pictures")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    says = models.CharField(max_length=200)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Channel(models.TextChoices):
    """Where something is used; leave is given for each of them apart."""

    REPORT = "report", _("a printed report or book")
    DONOR = "donor", _("a report to a donor")
    WEBSITE = "website", _("our website")
    SOCIAL = "social", _("social media")
    PRESS = "press", _("newspapers")
    BROADCAST = "broadcast", _("radio or television")
    EVENT = "event", _("an event or exhibition")
    BODY = "body", _("a report to an international body")
    TRAINING = "training", _("training of officers")


class StoryConsent(models.Model):
    """Her leave for one channel and a time; `consent_id` is the consent in the record, empty for one from outside.

    `is_named`: she wishes her own name or face to be shown. `of_version`: the words and pictures she gave it for.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="consents")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    says = models.CharField(max_length=300, blank=True)
    given_how = models.CharField(max_length=160)
    read_on = models.DateField()
    witness = models.CharField(max_length=160, blank=True)
    started_on = models.DateField()
    ended_on = models.DateField()
    is_named = models.BooleanField(default=False)
    of_version = models.PositiveIntegerField()
    consent_id = models.UUIDField(null=True, db_index=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)

    def holds(self, day: date, moment: datetime) -> bool:
        """Whether it holds on a day (`ended_on` not included) and at a moment of it."""
        return self.started_on <= day < self.ended_on and (self.withdrawn_at is None or moment < self.withdrawn_at)


class UseState(models.TextChoices):
    """Where a use stands."""

    PLANNED = "planned", _("planned")
    SHOWN = "shown", _("in use")
    DOWN = "down", _("taken down")
    CANCELLED = "cancelled", _("not used")


class StoryUse(Due):
    """One use under one leave: where, until when. It is due when it must come down, done when it has; its owner sees to
    that.

    `decide_since`: she came into danger then, and no decision made before it counts.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="uses")
    consent = models.ForeignKey(StoryConsent, on_delete=models.PROTECT, related_name="uses")
    place = models.CharField(max_length=200)
    link = models.URLField(max_length=500, blank=True)
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, null=True, related_name="stories")
    state = models.CharField(max_length=9, choices=UseState.choices, default=UseState.PLANNED)
    shown_on = models.DateField(null=True)
    why = models.CharField(max_length=400, blank=True)
    needs_decision = models.BooleanField(default=False)
    decide_since = models.DateTimeField(null=True, editable=False)
    owner_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class RecognitionCheck(models.Model):
    """What one person answered, for one use and one version of the story, to whether she could be recognised."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    use = models.ForeignKey(StoryUse, on_delete=models.CASCADE, related_name="checks")
    of_version = models.PositiveIntegerField()
    answers = models.JSONField(default=dict)
    is_safe = models.BooleanField()
    says = models.CharField(max_length=600, blank=True)
    by = models.UUIDField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["use", "of_version", "by"], name="advocacy_checked_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class UseDecision(models.Model):
    """A supervisor's named decision on one use of the story of a child, a survivor or a guarded person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    use = models.ForeignKey(StoryUse, on_delete=models.CASCADE, related_name="decisions")
    of_version = models.PositiveIntegerField()
    is_allowed = models.BooleanField()
    reason = models.CharField(max_length=600)
    by = models.UUIDField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return str(self.pk)

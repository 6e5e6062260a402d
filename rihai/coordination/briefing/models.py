"""What is kept of briefings: the figures of a census for each actor as they stood, what was sent, what was answered.

A line names nobody. Its true count stays in the house, so that the next briefing is safe beside it; what a reader is
shown is what disclosure control let through, and that alone is printed, sent and compared.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.due import Due
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.links import TimedLink
from rihai.places.models import Place


class To(models.TextChoices):
    """For whom a part of a briefing is."""

    COURT = "court", _("the courts")
    PROSECUTION = "prosecution", _("the prosecution")
    POLICE = "police", _("the police")
    PROBATION = "probation", _("probation and parole")
    PRISON = "prison", _("the prisons")
    HEALTH = "health", _("the health department")


class Briefing(models.Model):
    """The briefing of a place after the lists of a day. `counted`: everybody held there; `printed`: as may be shown.

    `censuses` are the lists it rests on. Until it is signed it may be made anew; from then on it stands.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    census_on = models.DateField()
    censuses: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    packs: models.JSONField[list[Any], list[Any]] = models.JSONField(default=list)
    counted = models.PositiveIntegerField()
    printed = models.PositiveIntegerField(null=True)
    made_by = models.UUIDField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    signed_by = models.UUIDField(null=True)
    signed_by_name = models.CharField(max_length=120, blank=True)
    signed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-census_on", "place__name", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["place", "census_on"], name="coordination_briefing_once")
        ]

    def __str__(self) -> str:
        return f"{self.census_on}"


class Rests(models.TextChoices):
    """What a line rests on."""

    LAW = "law", _("what the law says")
    RISK = "risk", _("people at risk")
    GAP = "gap", _("facts that are missing")
    HEARINGS = "hearings", _("hearings")
    INSPECTION = "inspection", _("inspections")
    HAND = "hand", _("written by hand")


class BriefingLine(models.Model):
    """One finding for one actor and what is recommended, in both languages as the pack had them then.

    `met` and `open` are distinct people, or acts where `is_people` is no; `printed_*` what may be shown (empty:
    withheld). `why` says in codes why it stands so high (`prioritised`).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="lines")
    to = models.CharField(max_length=12, choices=To.choices)
    order = models.PositiveSmallIntegerField()
    rests = models.CharField(max_length=10, choices=Rests.choices)
    code = models.CharField(max_length=80)
    cite = models.CharField(max_length=400, blank=True)
    says_en = models.CharField(max_length=400)
    says_ur = models.CharField(max_length=400, blank=True)
    asks_en = models.CharField(max_length=1000, blank=True)
    asks_ur = models.CharField(max_length=1000, blank=True)
    is_people = models.BooleanField(default=True)
    is_sensitive = models.BooleanField(default=False)
    met = models.PositiveIntegerField()
    open = models.PositiveIntegerField(default=0)
    printed_met = models.PositiveIntegerField(null=True)
    printed_open = models.PositiveIntegerField(null=True)
    why: models.JSONField[list[str], list[str]] = models.JSONField(default=list)

    class Meta:
        ordering = ("to", "order", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["briefing", "to", "rests", "code"], name="coordination_line_once")
        ]

    def __str__(self) -> str:
        return self.code


class Way(models.TextChoices):
    """How a part of a briefing reached its receiver."""

    LETTER = "letter", _("by letter")
    MEETING = "meeting", _("handed over at a meeting")
    LINK = "link", _("by link")
    MAIL = "mail", _("by e-mail of ours")


class BriefingSending(models.Model):
    """That one actor's part was sent: to whom by name, how, on which day, and until when an answer is asked for."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="sendings")
    to = models.CharField(max_length=12, choices=To.choices)
    receiver = models.CharField(max_length=160)
    way = models.CharField(max_length=8, choices=Way.choices)
    sent_on = models.DateField()
    answer_by = models.DateField()
    sent_by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("sent_on", "id")

    def __str__(self) -> str:
        return str(self.pk)


class BriefingLink(TimedLink):
    """A way for a receiver without an account to read their part and answer it, for a time."""

    sending = models.ForeignKey(BriefingSending, on_delete=models.CASCADE, related_name="links")

    def __str__(self) -> str:
        return str(self.pk)


class Will(models.TextChoices):
    """What an actor says they will do."""

    WILL = "will", _("will be done")
    IN_PART = "in_part", _("will be done in part")
    WILL_NOT = "will_not", _("will not be done")
    DONE = "done", _("is done already")


class BriefingAnswer(Due):
    """What an actor says of a line, by when, and perhaps a file that shows it; added to, the newest counts.

    `due_on` is the day they gave.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    line = models.ForeignKey(BriefingLine, on_delete=models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=8, choices=Will.choices)
    says = models.CharField(max_length=1000, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=160)
    by_link = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)

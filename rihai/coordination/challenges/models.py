"""What is kept of the challenges register: problems, what shows them, what is done, and by which criteria they rank."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.places.models import Place


class State(models.TextChoices):
    """Where a challenge stands."""

    OPEN = "open", _("looked into")
    AT_WORK = "at_work", _("being worked on")
    SOLVED = "solved", _("solved")
    CLOSED = "closed", _("closed without being solved")


ENDED = (State.SOLVED, State.CLOSED)


class Counted(models.TextChoices):
    """How the people a challenge touches are counted."""

    FINDING = "finding", _("people whom a provision reaches, each once")
    RISK = "risk", _("people of a group at risk, each once")
    ENTERED = "entered", _("a figure from elsewhere, with its source")
    UNKNOWN = "unknown", _("nobody has counted them yet")


class Challenge(models.Model):
    """A problem that the research unit keeps in sight. Severity and feasibility are from 1 to 5, by those who judge.

    `counts` names the provision or the group that is counted; `entered` is a figure by `method`. `place` empty: of the
    whole office.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=200)
    problem = models.CharField(max_length=2000)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    severity = models.PositiveSmallIntegerField()
    feasibility = models.PositiveSmallIntegerField()
    counted = models.CharField(max_length=8, choices=Counted.choices, default=Counted.UNKNOWN)
    counts = models.CharField(max_length=80, blank=True)
    entered = models.PositiveIntegerField(null=True)
    method = models.CharField(max_length=300, blank=True)
    plan = models.CharField(max_length=2000, blank=True)
    responsible = models.CharField(max_length=160, blank=True)
    review_on = models.DateField(null=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("title", "id")

    def __str__(self) -> str:
        return self.title


class Shows(models.TextChoices):
    """What shows a challenge."""

    FILE = "file", _("a file")
    RECOMMENDATION = "recommendation", _("a recommendation of an inspection")
    BRIEFING = "briefing", _("a line of a briefing")
    MEETING = "meeting", _("a meeting of a body")
    ELSEWHERE = "elsewhere", _("something published")


class ChallengeEvidence(models.Model):
    """One thing that shows a challenge. `about` is the number, the address or the day by which it is found."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=14, choices=Shows.choices)
    says = models.CharField(max_length=400)
    about = models.CharField(max_length=300, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    subject_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class ChallengeReview(models.Model):
    """What was found at a review: where the challenge stands, what was done. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="reviews")
    state = models.CharField(max_length=8, choices=State.choices)
    says = models.CharField(max_length=1000)
    review_on = models.DateField(null=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class Proposal(models.Model):
    """Something that people of another room found hard, until whoever keeps the register takes it up or leaves it.

    It names nobody. `says_who` is where it was found, `url` that page; `challenge` what it became.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=200)
    problem = models.CharField(max_length=2000)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    says_who = models.CharField(max_length=200)
    url = models.CharField(max_length=300, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    challenge = models.ForeignKey(Challenge, on_delete=models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_by_name = models.CharField(max_length=120, blank=True)
    left_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.title


class ChallengeCriteria(models.Model):
    """The weights by which challenges rank, with the reason for them; the newest count. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    severity = models.PositiveSmallIntegerField()
    people = models.PositiveSmallIntegerField()
    feasibility = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=400)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.severity}-{self.people}-{self.feasibility}"

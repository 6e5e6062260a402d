"""What is done with her: sessions, referrals by her choice, and people whose release she wants to be told of."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.casework.survivors.models.record import RECORD_SEAL, SurvivorRecord
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText

WATCH_SEAL = "casework.survivor.watched"


class Kind(models.TextChoices):
    """What a session was."""

    INDIVIDUAL = "individual", _("a talk, the two of us")
    STRESS = "stress", _("stress management")
    LIFE_SKILLS = "life_skills", _("life skills")
    LEGAL = "legal", _("legal counselling")
    SAFETY = "safety", _("the safety plan")
    ACCOMPANY = "accompany", _("went with her")


class How(models.TextChoices):
    """How they met."""

    IN_PERSON = "in_person", _("in person")
    PHONE = "phone", _("by phone")
    VIDEO = "video", _("by video")


class SurvivorSession(models.Model):
    """One session with her; the note is for whoever goes on with her, and says no more than that needs."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    record = models.ForeignKey(SurvivorRecord, on_delete=models.PROTECT, related_name="sessions")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    how = models.CharField(max_length=10, choices=How.choices, default=How.IN_PERSON)
    held_on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    note = SealedText(seal=RECORD_SEAL, null=True)
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("-held_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class Chosen(models.TextChoices):
    """Where a referral by her choice stands."""

    SENT = "sent", _("sent")
    DONE = "done", _("done")
    REFUSED = "refused", _("they refused")
    WITHDRAWN = "withdrawn", _("she took it back")


class SurvivorReferral(models.Model):
    """She chose to be helped by somebody else too: who, what they are told, and that she said so.

    The consent stands here and not among the consents of the record of `people`, where it would tell of this one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    record = models.ForeignKey(SurvivorRecord, on_delete=models.PROTECT, related_name="referrals")
    receiver = SealedText(seal=RECORD_SEAL)
    told = SealedText(seal=RECORD_SEAL)
    her_word = SealedText(seal=RECORD_SEAL)
    state = models.CharField(max_length=10, choices=Chosen.choices, default=Chosen.SENT)
    agreed_on = models.DateField()
    settled_on = models.DateField(null=True)
    answer = SealedText(seal=RECORD_SEAL, null=True)
    written_by_name = models.CharField(max_length=120)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-agreed_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class Watched(models.Model):
    """Somebody of whose release she wants to hear: name, father's name, a number where she knows one; all sealed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    record = models.ForeignKey(SurvivorRecord, on_delete=models.PROTECT, related_name="watched")
    name = SealedText(seal=WATCH_SEAL)
    father = SealedText(seal=WATCH_SEAL, null=True)
    number = SealedText(seal=WATCH_SEAL, null=True)
    asked_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ("-asked_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class Heard(models.Model):
    """A release that may be that of somebody watched. No id of that person: only the day, and how sure it is."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    record = models.ForeignKey(SurvivorRecord, on_delete=models.PROTECT, related_name="heard")
    watched = models.ForeignKey(Watched, on_delete=models.PROTECT, related_name="heard")
    left_on = models.DateField()
    by_number = models.BooleanField()
    heard_at = models.DateTimeField()
    told_on = models.DateField(null=True)

    class Meta:
        ordering = ("told_on", "-heard_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)

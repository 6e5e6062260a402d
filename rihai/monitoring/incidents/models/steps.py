"""Consent for each purpose apart, and the steps taken: each with its own answer about reprisal before it goes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.monitoring.incidents.models.incident import SEAL, Incident
from rihai.monitoring.incidents.models.parts import IncidentVictim
from rihai.monitoring.recommendations.models import Recommendation


class Purpose(models.TextChoices):
    """For what consent is asked; each apart, each refusable. Nothing is taken as said."""

    RECORD = "record", _("that it is written down")
    NAME = "name", _("that it is kept under the name")
    CODE = "code", _("that it is kept under a code")
    SHARE = "share", _("that it is shared with somebody")
    COUNT = "count", _("that it is counted, without a name")
    PHOTO = "photo", _("photographs")
    EXAM = "exam", _("a medical examination")
    CONTACT = "contact", _("to be spoken with again")


class Way(models.TextChoices):
    """How consent was said."""

    SPOKEN = "spoken", _("spoken, alone with us")
    INTERPRETED = "interpreted", _("spoken, through an interpreter")
    WRITTEN = "written", _("in writing")
    GUARDIAN = "guardian", _("the child’s own word, with the guardian’s")


class IncidentConsent(models.Model):
    """A yes or a no for one purpose; taken back at any time, also by phone, and then nothing more rests on it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="consents")
    victim = models.ForeignKey(IncidentVictim, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    receiver = SealedText(seal=SEAL, null=True)
    is_given = models.BooleanField()
    way = models.CharField(max_length=12, choices=Way.choices)
    words = SealedText(seal=SEAL, null=True)
    given_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("purpose", "-written_at", "id")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def holds(self) -> bool:
        """Whether it is a yes that was not taken back."""
        return self.is_given and self.withdrawn_on is None


class StepKind(models.TextChoices):
    """What a step is."""

    AUTHORITY = "authority", _("tell an authority")
    COMPLAINT = "complaint", _("hand in a complaint")
    LETTER = "letter", _("write a letter")
    LEGAL = "legal", _("refer to a lawyer or legal aid")
    MEDICAL = "medical", _("refer to a doctor")
    FAMILY = "family", _("tell the family")
    SAFETY = "safety", _("ask for safety inside: a move, a watch")
    RECOMMEND = "recommend", _("recommend it to an authority")


class Ground(models.TextChoices):
    """On what a step rests."""

    CONSENT = "consent", _("their consent")
    LIFE = "life", _("danger to life")
    CHILD = "child", _("a child in danger")
    DUTY = "duty", _("a duty by law")


class Risk(models.TextChoices):
    """What may come to whoever spoke, if this step is taken."""

    NONE_SEEN = "none_seen", _("asked; none is seen")
    SOME = "some", _("some")
    HIGH = "high", _("high")
    UNKNOWN = "unknown", _("could not be asked")


class Outcome(models.TextChoices):
    """Where a step stands."""

    PLANNED = "planned", _("planned")
    SENT = "sent", _("sent")
    DONE = "done", _("done")
    REFUSED = "refused", _("refused")
    NO_ANSWER = "no_answer", _("no answer")
    STOPPED = "stopped", _("stopped: consent was taken back")
    LEFT = "left", _("not taken")


class Intervention(Due):
    """A step for somebody, with who sees to it and by when.

    It cannot go before the question of reprisal is answered for it, nor, where it rests on no consent, before a second
    named person agreed. `recommendation` is what it became, where it was recommended.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="interventions")
    kind = SealedText(seal=SEAL)
    receiver = SealedText(seal=SEAL)
    told = SealedText(seal=SEAL)
    ground = models.CharField(max_length=8, choices=Ground.choices)
    consent = models.ForeignKey(IncidentConsent, on_delete=models.PROTECT, null=True, related_name="steps")
    second = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    risk = models.CharField(max_length=10, choices=Risk.choices, blank=True)
    risk_says = SealedText(seal=SEAL, null=True)
    risk_done = SealedText(seal=SEAL, null=True)
    risk_at = models.DateTimeField(null=True)
    risk_by_name = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.PLANNED)
    sent_at = models.DateTimeField(null=True)
    answer = SealedText(seal=SEAL, null=True)
    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, null=True, related_name="+")
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(state__in=["planned", "stopped", "left"]) | ~Q(risk=""), name="monitoring_risk_before_step"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def kind_word(self) -> str:
        """What it is, in words."""
        return str(StepKind(self.kind or "").label)

    @property
    def waits_for_second(self) -> bool:
        """Whether it rests on no consent and nobody else has agreed yet."""
        return self.ground != Ground.CONSENT and self.agreed_at is None

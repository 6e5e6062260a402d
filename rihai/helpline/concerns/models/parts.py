"""Who holds a concern, who must not, whom it is about, its clocks and steps, and what is said to who raised it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.helpline.concerns.models.concern import SEAL, SUBJECT_SEAL, Concern
from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import BlindIndex, SealedText
from rihai.monitoring.incidents.models import Risk


class _Part(models.Model):
    """A part of a concern."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)


class ConcernHolder(_Part):
    """Somebody who reads a concern and acts on it; nobody else knows that there is one."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="holders")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        ordering = ("since", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["concern", "account"], condition=Q(until=None), name="helpline_concern_held_once"
            )
        ]


class Bar(models.TextChoices):
    """Why somebody must not read a concern."""

    NAMED = "named", _("it is about them")
    LINE = "line", _("they stand above whom it is about")
    MEANT = "meant", _("their name may be meant")


class ConcernBarred(_Part):
    """An account that is kept away from a concern."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="barred")
    account = SealedText(seal=SUBJECT_SEAL)
    account_index = BlindIndex(of="account", seal=SUBJECT_SEAL, normaliser="folded")
    because = SealedText(seal=SEAL)

    class Meta:
        ordering = ("id",)


class Whose(models.TextChoices):
    """What a concern is about: an account of ours, or a volunteer, who may have none."""

    ACCOUNT = "account", _("somebody who works here")
    VOLUNTEER = "volunteer", _("a mentor or volunteer")


class ConcernAbout(_Part):
    """Whom a concern is about, once somebody who reads it has said so; `is_suspended`: kept from people meanwhile."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="about")
    kind = SealedText(seal=SEAL)
    name = SealedText(seal=SEAL)
    subject = SealedText(seal=SUBJECT_SEAL)
    subject_index = BlindIndex(of="subject", seal=SUBJECT_SEAL, normaliser="folded")
    is_suspended = models.BooleanField(default=False)
    done = SealedText(seal=SEAL, null=True)

    class Meta:
        ordering = ("id",)


class ConcernClock(_Part):
    """What has to be done until when; `rung` is how far up it was told that it ran out."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="clocks")
    what = SealedText(seal=SEAL)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    stopped_at = models.DateTimeField(null=True)
    says = SealedText(seal=SEAL, null=True)
    rung = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("due_at", "id")


class StepKind(models.TextChoices):
    """What a step is."""

    SPEAK = "speak", _("speak with who raised it")
    SUPPORT = "support", _("support for whoever was harmed")
    SUSPEND = "suspend", _("keep them from people until it is decided")
    HEAR = "hear", _("hear whom it is about")
    WITNESS = "witness", _("hear others")
    POLICE = "police", _("tell the police or another authority")
    WARN = "warn", _("a warning, or training")
    END = "end", _("end their work with us")


class StepState(models.TextChoices):
    """Where a step stands."""

    PLANNED = "planned", _("planned")
    DONE = "done", _("done")
    LEFT = "left", _("not taken")


class ConcernStep(Due):
    """A step, with who sees to it and by when; none is taken before the question of reprisal is answered for it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="steps")
    kind = SealedText(seal=SEAL)
    says = SealedText(seal=SEAL)
    risk = models.CharField(max_length=10, choices=Risk.choices, blank=True)
    risk_says = SealedText(seal=SEAL, null=True)
    risk_done = SealedText(seal=SEAL, null=True)
    state = models.CharField(max_length=8, choices=StepState.choices, default=StepState.PLANNED)
    result = SealedText(seal=SEAL, null=True)
    by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(state="done") | ~Q(risk=""), name="helpline_risk_before_step")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def kind_word(self) -> str:
        """What it is, in words."""
        return str(StepKind(self.kind or "").label)


class ConcernWord(_Part):
    """What was said to who raised it, or by them, later."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="words")
    is_ours = models.BooleanField()
    text = SealedText(seal=SEAL)
    by_name = SealedText(seal=SEAL, null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

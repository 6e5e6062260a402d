"""A concern about one of us, who may read it, who must not, its clocks and steps, and what is said to who raised it.

All words, and all that names anybody, stand under the seal; whom it is about and who is kept away are found by a blind
index. In the open stand a code that says nothing, where it stands, moments, and who holds it: what the wall needs.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.helpline.codes import Coded
from rihai.kit.codes import new_code
from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import BlindIndex, SealedText
from rihai.monitoring.incidents.models import Risk

SEAL, SUBJECT_SEAL = "helpline.concern.text", "helpline.concern.subject"
"""The fixed labels under which it is sealed; never to be changed."""


class State(models.TextChoices):
    """Where a concern stands."""

    NEW = "new", _("nobody has read it yet")
    READ = "read", _("read")
    DECIDED = "decided", _("decided")
    CLOSED = "closed", _("closed")


LIVE = (State.NEW, State.READ, State.DECIDED)


class Way(models.TextChoices):
    """How it came."""

    FORM = "form", _("the public form")
    OURS = "ours", _("one of us")
    INSIDE = "inside", _("somebody in custody, through one of us")
    TOLD = "told", _("somebody else, through one of us")


class Aim(models.TextChoices):
    """About whom, as far as who raises it knows."""

    WORKER = "worker", _("somebody who works here")
    MENTOR = "mentor", _("a mentor or volunteer")
    LEAD = "lead", _("whoever looks after concerns here")
    HEAD = "head", _("the head of the office")
    UNKNOWN = "unknown", _("I do not know")


class Kind(models.TextChoices):
    """What it is about."""

    MONEY = "money", _("Money or favours were asked")
    BODY = "body", _("Touching, or sexual words or acts")
    HURT = "hurt", _("Beating, threats, shouting")
    TOLD_ON = "told_on", _("Something told in trust was told on")
    CLOSE = "close", _("Too close: gifts, visits, private calls")
    UNFAIR = "unfair", _("Unfair treatment")
    OTHER = "other", _("Something else")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was told: about whom, what, where and when; who tells it and how they may be reached."""

    way: str
    who: str
    aim: str = Aim.UNKNOWN
    kind: str = Kind.OTHER
    what: str = ""
    where: str = ""
    danger: bool = False
    wants: str = ""
    fears: str = ""
    name: str = ""
    reach: str = ""

    def written(self) -> str:
        """As one text, to be sealed."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Said:
        """Back from that text."""
        return cls(**json.loads(text))

    @property
    def words(self) -> dict[str, str]:
        """The codes in words."""
        return {
            "way": str(Way(self.way).label), "aim": str(Aim(self.aim).label), "kind": str(Kind(self.kind).label),
        }  # fmt: skip


class Concern(Coded):
    """A concern. `code` and PIN are for who raised it; `called` is its name on the pages of who reads it.

    `learned_at` is when anybody of us knew. `key` is made by the page: sent twice it is kept once. `raised_by` is the
    account of ours that wrote it down, under the seal, so that no table and no log tells who spoke.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=64, unique=True)
    called = models.CharField(max_length=8, unique=True, default=new_code)
    state = models.CharField(max_length=8, choices=State.choices, default=State.NEW)
    text = SealedText(seal=SEAL)
    raised_by = SealedText(seal=SEAL, null=True)
    outcome = SealedText(seal=SEAL, null=True)
    why = SealedText(seal=SEAL, null=True)
    learned_at = models.DateTimeField()
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-learned_at", "-id")

    def __str__(self) -> str:
        return self.called

    @property
    def said(self) -> Said:
        """What was told."""
        return Said.read(self.text or "")

    @property
    def is_live(self) -> bool:
        """Whether it is still worked on."""
        return self.state != State.CLOSED

    @property
    def outcome_word(self) -> str:
        """What was decided, in words."""
        return str(Outcome(self.outcome).label) if self.outcome else ""


class Outcome(models.TextChoices):
    """What was decided."""

    FOUNDED = "founded", _("it is so")
    PARTLY = "partly", _("it is so in part")
    UNFOUNDED = "unfounded", _("it is not so")
    OPEN = "open", _("it cannot be said")


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

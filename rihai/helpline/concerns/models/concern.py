"""A concern about one of us: what was told, where it stands, what was decided.

All words, and all that names anybody, stand under the seal; whom it is about and who is kept away are found by a blind
index. In the open stand a code that says nothing, where it stands, moments, and who holds it: what the wall needs.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.helpline.codes import Coded
from rihai.kit.codes import new_code
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText

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
    account of ours that wrote it down, under the seal, so that no table and no log tells who spoke. `keep_until` is the
    day on which one that is closed is looked at again; erased, it says of itself no more than what is counted.
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
    keep_until = models.DateField(null=True)
    keep_because = SealedText(seal=SEAL, null=True)
    erase_asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    erased_at = models.DateTimeField(null=True)
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

    def is_due(self, on: date) -> bool:
        """Whether it is closed and was kept its time by a day."""
        return self.erased_at is None and self.keep_until is not None and self.keep_until <= on

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

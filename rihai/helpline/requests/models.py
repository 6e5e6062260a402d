"""A request for help, what hangs on its clocks, and a draft that nobody has sent yet.

What was told, and by whom, stands under the seal. In the open are the level, the topic, the prison where it is known,
the way it came and moments: what is counted and what clocks need. Which person of the record is meant stands in another
table (`matching`), so that who sees a request sees no person by it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.helpline.codes import Coded
from rihai.helpline.requests.triage import Level, Sign, Time, Told, Topic, What
from rihai.kit.files.models import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.places.models import Place

SEAL = "helpline.request.text"
"""The fixed label under which what was told is sealed; never to be changed."""


class Way(models.TextChoices):
    """How it came."""

    FORM = "form", _("the form")
    CALL = "call", _("a call")
    MISSED = "missed", _("a missed call, rung back")
    LETTER = "letter", _("a letter")
    VISIT = "visit", _("came in person")


class State(models.TextChoices):
    """Where it stands."""

    NEW = "new", _("nobody has read it yet")
    OPEN = "open", _("under way")
    CLOSED = "closed", _("closed")


class Ending(models.TextChoices):
    """With what it is closed; the person who asked never reads this."""

    DONE = "done", _("done, and answered")
    HANDED = "handed", _("others go on with it")
    INFORMED = "informed", _("a question, answered")
    UNREACHED = "unreached", _("could not be reached")
    MISTAKE = "mistake", _("a mistake, or misuse")


class MayTell(models.TextChoices):
    """Whether the person asked about may learn who asked."""

    NAME = "name", _("Yes, tell them who asks")
    KIN = "kin", _("Say that somebody of the family asks, without my name")
    NO = "no", _("No, say nothing to them")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was told: about whom, what is the matter, who asks, how to reach them."""

    name: str = ""
    father: str = ""
    prison: str = ""
    what: str = ""
    signs: tuple[str, ...] = ()
    medicine: str = ""
    wants: str = ""
    caller: str = ""
    relation: str = ""
    phone: str = ""
    times: tuple[str, ...] = ()
    no_call: bool = False
    word: str = ""
    may_tell: str = MayTell.KIN
    knows: str = ""
    safe: str = ""
    note: str = ""

    def written(self) -> str:
        """As one text, to be sealed."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Said:
        """Back from that text; nothing from none."""
        if not text:
            return cls()
        names = {one.name for one in fields(cls)}
        known = {name: value for name, value in json.loads(text).items() if name in names}
        known["signs"], known["times"] = tuple(known["signs"]), tuple(known["times"])
        return cls(**known)

    @property
    def sign_words(self) -> list[str]:
        """What has happened, in words."""
        return [str(Sign(one).label) for one in self.signs if one in Sign.values]

    @property
    def time_words(self) -> list[str]:
        """When it is safe to ring, in words."""
        return [str(Time(one).label) for one in self.times if one in Time.values]

    @property
    def may_tell_word(self) -> str:
        """What may be said to the person, in words."""
        return str(MayTell(self.may_tell).label) if self.may_tell in MayTell.values else ""


class HelpRequest(Coded):
    """One request. `began_at` is when anybody of us knew of it; `owner` who sees to it, nobody at first."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    way = models.CharField(max_length=8, choices=Way.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.NEW)
    level = models.CharField(max_length=8, choices=Level.choices)
    topic = models.CharField(max_length=10, choices=Topic.choices, blank=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=8, blank=True)
    text = SealedText(seal=SEAL, null=True)
    began_at = models.DateTimeField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    matched_at = models.DateTimeField(null=True)
    second_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    erased_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-began_at", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "began_at"], name="helpline_request_state"),
        ]

    def __str__(self) -> str:
        return self.code_shown

    @property
    def said(self) -> Said:
        """What was told."""
        return Said.read(self.text or "")

    @property
    def is_live(self) -> bool:
        """Whether something is still done."""
        return self.state != State.CLOSED

    @property
    def answers_on(self) -> datetime:
        """From when the code answers whatever was found, or not found, or refused: the same for all."""
        return self.began_at + timedelta(days=settings.LINE_DAYS)

    @property
    def answers_day(self) -> object:
        """The day of that moment."""
        return localdate(self.answers_on)


class Clock(models.Model):
    """What has to be done until when. `rung` is how far up it was told that it ran out: nobody, the lead, above."""

    class How(models.TextChoices):
        """Why it stands. That somebody did not answer stops none."""

        DONE = "done", _("done")
        NO_NEED = "no_need", _("no need any more")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="clocks")
    what = models.CharField(max_length=8, choices=What.choices)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    stopped_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=8, choices=How.choices, blank=True)
    by_name = models.CharField(max_length=120, blank=True)
    rung = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("due_at", "id")

    def __str__(self) -> str:
        return self.what

    @property
    def is_late(self) -> bool:
        """Whether it was stopped after its time."""
        return self.stopped_at is not None and self.stopped_at > self.due_at


class Step(models.Model):
    """Who was told, or rung in vain, and when; with whom it was spoken and what was said, under the seal."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="steps")
    told = models.CharField(max_length=12, choices=Told.choices)
    reached = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    with_whom = SealedText(seal=SEAL, null=True)
    words = SealedText(seal=SEAL, null=True)

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.told


class Paper(models.Model):
    """A letter or paper of a request, as it came."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="papers")
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("added_at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Draft(models.Model):
    """What somebody has written and not sent; found by the digest of a token that stands in the form alone.

    Once sent it names its request for an hour, with code and PIN under the seal: who sends twice because the line is
    slow finds the same two again.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    text = SealedText(seal="helpline.draft.text", null=True)
    topic = models.CharField(max_length=10, blank=True)
    touched_at = models.DateTimeField(db_index=True)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, null=True, related_name="+")
    secrets = SealedText(seal="helpline.draft.secrets", null=True)

    def __str__(self) -> str:
        return self.digest[:8]

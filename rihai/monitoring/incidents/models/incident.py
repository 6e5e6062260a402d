"""An incident, its team and its clocks.

What is said of it stands under the seal for every incident. Of one that is not sealed, place, class, gravity and days
stand beside it in the open, so that it can be found and counted; of a sealed one these columns are empty, and its team
alone reads it (`queries`, `walls`).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.codes import new_code
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.monitoring.incidents.classes import Severity, What, sub_title
from rihai.monitoring.instrument.items import Words
from rihai.monitoring.instrument.items import said as in_words
from rihai.places.models import Place

SEAL = "monitoring.incident.text"
"""The fixed label under which what is said of incidents is sealed; never to be changed."""


class State(models.TextChoices):
    """Where an incident stands."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    DUPLICATE = "duplicate", _("written down twice")
    ERASED = "erased", _("erased")


class Basis(models.TextChoices):
    """On what it rests; never mixed with whether it is true."""

    SEEN = "seen", _("seen by who writes it")
    VICTIM = "victim", _("told by whom it happened to")
    WITNESS = "witness", _("told by a witness or the family")
    RECORD = "record", _("an official record")
    MEDIA = "media", _("media")


class Standing(models.TextChoices):
    """What is held of it."""

    ALLEGED = "alleged", _("alleged")
    CREDIBLE = "credible", _("credible")
    CORROBORATED = "corroborated", _("corroborated")
    ESTABLISHED = "established", _("established by an authority")
    REFUTED = "refuted", _("refuted")
    UNKNOWN = "unknown", _("not known")


class Precision(models.TextChoices):
    """How exactly the days are known."""

    DAY = "day", _("to the day")
    ABOUT = "about", _("about")
    MONTH = "month", _("the month")
    UNKNOWN = "unknown", _("not known")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of an incident: of which sub-class, how grave, where, when, on what it rests, what happened.

    `answers` are (name, version of the class, question as it was asked by language, answer).
    """

    sub: str
    severity: str
    place_id: int | None
    spot: str = ""
    first_on: str = ""
    last_on: str = ""
    precision: str = Precision.DAY
    hour: str = ""
    basis: str = Basis.VICTIM
    standing: str = Standing.ALLEGED
    national: str = ""
    happened: str = ""
    raises: tuple[str, ...] = ()
    answers: tuple[tuple[str, int, Words, str], ...] = ()

    @property
    def title(self) -> str:
        """Class and sub-class, in the reader's language; of an erased sealed one nothing is known."""
        return sub_title(self.sub) if self.sub else str(State.ERASED.label).capitalize()

    @property
    def told(self) -> list[tuple[str, str]]:
        """Each question in the reader's language, as it was asked, with its answer."""
        return [(in_words(asked), answer) for _name, _version, asked, answer in self.answers]

    @property
    def severity_word(self) -> str:
        """How grave, in words; nothing of an erased sealed one."""
        return str(Severity(self.severity).label) if self.severity else ""

    @property
    def basis_word(self) -> str:
        """On what it rests, in words."""
        return str(Basis(self.basis).label)

    @property
    def standing_word(self) -> str:
        """What is held of it, in words."""
        return str(Standing(self.standing).label)

    @property
    def precision_word(self) -> str:
        """How exactly the days are known, in words."""
        return str(Precision(self.precision).label)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day."""
        first, last = (date.fromisoformat(one) if one else None for one in (self.first_on, self.last_on))
        return first, last

    def written(self) -> str:
        """As one text, to be sealed."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Said:
        """Back from that text."""
        known = json.loads(text)
        known["answers"] = tuple((one[0], one[1], one[2], one[3]) for one in known["answers"])
        return cls(**{**known, "raises": tuple(known["raises"])})


class Incident(models.Model):
    """An event that needs a record. `code` says nothing of it; `learned_at` is when anybody of us knew of it.

    `keep_until` is the day on which one that ended is looked at again: whether it is still needed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=8, unique=True, default=new_code)
    is_sealed = models.BooleanField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    text = SealedText(seal=SEAL)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    sub = models.CharField(max_length=6, blank=True)
    severity = models.CharField(max_length=2, blank=True)
    first_on = models.DateField(null=True)
    learned_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    duplicate_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="duplicates")
    closing = SealedText(seal=SEAL, null=True)
    closed_at = models.DateTimeField(null=True)
    keep_until = models.DateField(null=True)
    keep_because = SealedText(seal=SEAL, null=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-learned_at", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "state"], name="monitoring_incident_where"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def said(self) -> Said:
        """What is said of it."""
        return Said.read(self.text or "")

    @property
    def is_live(self) -> bool:
        """Whether it can still be worked on."""
        return self.state in {State.DRAFT, State.REVIEW, State.OPEN}

    @property
    def is_erased(self) -> bool:
        """Whether nothing stays of it but what is counted, and the chain of its evidence."""
        return self.state == State.ERASED

    def say(self, said: Said) -> None:
        """Take on what is said; in the open only of what is not sealed."""
        self.text = said.written()
        if self.is_sealed:
            self.place_id, self.sub, self.severity, self.first_on = None, "", "", None
        else:
            self.place_id, self.sub, self.severity, self.first_on = (
                said.place_id, said.sub, said.severity, said.days[0],
            )  # fmt: skip


class IncidentMember(models.Model):
    """Somebody who works on an incident. Who leads lets others in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="team")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    leads = models.BooleanField(default=False)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-leads", "since", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["incident", "account"], condition=models.Q(until=None), name="monitoring_in_team_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Stopped(models.TextChoices):
    """Why a clock stands. That an authority gave no answer stops none."""

    DONE = "done", _("done")
    REFUSED = "refused", _("they do not want it: consent refused")
    NO_NEED = "no_need", _("no need any more")


class Clock(models.Model):
    """What has to be done until when. `rung` is how far up it was told that it ran out: nobody, the lead, above."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="clocks")
    what = SealedText(seal=SEAL)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    stopped_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=8, choices=Stopped.choices, blank=True)
    says = SealedText(seal=SEAL, null=True)
    by_name = models.CharField(max_length=120, blank=True)
    rung = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("due_at", "id")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def word(self) -> str:
        """What has to be done, in words."""
        return str(What(self.what or "").label)

    @property
    def is_late(self) -> bool:
        """Whether it was stopped after its time."""
        return self.stopped_at is not None and self.stopped_at > self.due_at

"""What is kept of the response loop: one answer for each line of the lists, its steps, and what is to be told.

An answer belongs to a person, a case and a provision, not to a finding: it stays when the pack of law or the record
changes. It has the class of the finding it answers, so that whoever may not know of the finding learns nothing of the
answer. Notes, and the words of a court, are legal matter and stand in rows of their own.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person

NAME = 120


class State(models.TextChoices):
    """Where the work on a line stands."""

    OPEN = "open", _("Nobody has it")
    TAKEN = "taken", _("Taken")
    REFERRED = "referred", _("Referred")
    FILED = "filed", _("Filed")
    REFUSED = "refused", _("Refused")
    PARKED = "parked", _("Parked")
    GRANTED = "granted", _("Granted")
    RELEASED = "released", _("Released")
    CLOSED = "closed", _("Closed")


ENDED = (State.RELEASED, State.CLOSED)
AT_WORK = (State.TAKEN, State.REFERRED, State.FILED, State.GRANTED)
"""States in which a lawyer or a caseworker is at it."""


class Receiver(models.TextChoices):
    """To whom a person is referred."""

    COURT = "court", _("a court")
    PROSECUTOR = "prosecutor", _("the prosecutor")
    PROBATION = "probation", _("probation and parole")
    PRISON = "prison", _("the prison department")
    LEGAL_AID = "legal_aid", _("legal aid")
    COMMITTEE = "committee", _("a review committee")
    EMBASSY = "embassy", _("an embassy or consulate")
    OTHER = "other", _("another body")


class Court(models.TextChoices):
    """Which level of court; it decides what can be asked for next, and by when."""

    MAGISTRATE = "magistrate", _("a magistrate")
    SESSIONS = "sessions", _("a Court of Session")
    SPECIAL = "special", _("a special court")
    HIGH = "high", _("a High Court")
    SUPREME = "supreme", _("the Supreme Court")


class Response(Due):
    """The answer to one line: who has it, what was done, what comes next.

    `owner_id` is who has it, `due_on` the day by which somebody must look again. `twin` is 0 but where two persons
    turned out to be one and both had an answer to the same line: then the later one is kept beside the first.
    `came_from`: the persons it was carried over from by merging, the last one last. `stood`: how the finding stood at
    the last act, to say what has changed since. `offered_to` is set while a hand-over waits for its answer.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="responses")
    case_id = models.CharField(max_length=200, blank=True)
    provision = models.CharField(max_length=80)
    twin = models.PositiveSmallIntegerField(default=0)
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    and_legal = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    owner_name = models.CharField(max_length=NAME, blank=True)
    taken_at = models.DateTimeField(null=True)
    offered_to = models.UUIDField(null=True, db_index=True)
    offered_name = models.CharField(max_length=NAME, blank=True)
    receiver = models.CharField(max_length=12, choices=Receiver.choices, blank=True)
    receiver_name = models.CharField(max_length=160, blank=True)
    court = models.CharField(max_length=160, blank=True)
    number = models.CharField(max_length=80, blank=True)
    filed_on = models.DateField(null=True)
    reason = models.CharField(max_length=40, blank=True)
    refused_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    doubtful = models.CharField(max_length=80, blank=True)
    remedy = models.CharField(max_length=40, blank=True)
    remedy_last_on = models.DateField(null=True)
    needs_ground = models.BooleanField(default=False)
    granted_on = models.DateField(null=True)
    released_on = models.DateField(null=True)
    stood: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    came_from: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    touched_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "case_id", "provision", "twin"], name="legal_response_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["owner_id", "state", "due_on"], name="legal_response_mine"),
            models.Index(fields=["state", "until_on"], name="legal_response_back"),
            models.Index(fields=["state", "touched_at"], name="legal_response_idle"),
        ]

    def __str__(self) -> str:
        return f"{self.provision} {self.state}"

    @property
    def ended(self) -> bool:
        """Whether nothing more is to be done on it."""
        return self.state in ENDED


class Step(models.Model):
    """One thing done on a line: what, when, by whom, with what was said of it. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="steps")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    and_legal = models.BooleanField(default=False)
    act = models.CharField(max_length=16)
    state = models.CharField(max_length=10, choices=State.choices)
    on = models.DateField()
    at = models.DateTimeField()
    by_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=NAME, blank=True)
    told: models.JSONField[dict[str, str], dict[str, str]] = models.JSONField(default=dict)
    reason = models.CharField(max_length=40, blank=True)
    has_note = models.BooleanField(default=False)

    class Meta:
        ordering = ("at", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["act", "on"], name="legal_step_act"),
            models.Index(fields=["person", "at"], name="legal_step_person"),
        ]

    def __str__(self) -> str:
        return self.act


class StepNote(models.Model):
    """What somebody wrote about a step: legal matter, sealed. The words of a court stand here; they never leave."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    step = models.OneToOneField(Step, on_delete=models.CASCADE, related_name="note")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = SealedText(seal="legal.step.note")

    def __str__(self) -> str:
        return str(self.pk)


class Telling(Due):
    """Somebody tells the person face to face what was decided, and asks how she is; open until it is done."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="tellings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    and_legal = models.BooleanField(default=False)
    done_by = models.UUIDField(null=True)
    done_by_name = models.CharField(max_length=NAME, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["due_on"], condition=Q(done_on=None), name="legal_telling_waiting")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ClockAct(models.Model):
    """That what a clock of *still inside although* asks for was done: the cause, the clock in days, when, by whom."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    and_legal = models.BooleanField(default=False)
    case_id = models.CharField(max_length=200, blank=True)
    provision = models.CharField(max_length=80)
    since_on = models.DateField(null=True)
    cause = models.CharField(max_length=24)
    clock = models.PositiveSmallIntegerField()
    done_on = models.DateField()
    done_at = models.DateTimeField()
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=NAME)
    came_from: models.JSONField[list[str], list[str]] = models.JSONField(default=list)

    class Meta:
        ordering = ("done_at", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "provision", "case_id"], name="legal_clock_row")
        ]

    def __str__(self) -> str:
        return f"{self.cause} {self.clock}"

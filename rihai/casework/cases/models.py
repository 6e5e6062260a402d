"""A case: our working relationship with a person or her family under one programme; and how it came and where it went.

`data_class` is that of the programme: who does not see it sees neither the case nor what hangs on it. `first_person_id`
is the person as whom a row was written, so that what a merge of persons moved can be put back.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person
from rihai.places.models import Place


class CaseState(models.TextChoices):
    """Where a case stands."""

    WAITING = "waiting", _("waits for approval")
    OPEN = "open", _("under way")
    REFUSED = "refused", _("not approved")
    CLOSED = "closed", _("closed")


AT_WORK = (CaseState.OPEN, CaseState.WAITING)


class Setting(models.TextChoices):
    """Where the person is when the work begins; somebody who was never held is helped too."""

    PRISON = "prison", _("in prison")
    POLICE = "police", _("in police custody")
    SHELTER = "shelter", _("in a shelter home")
    PROBATION = "probation", _("on probation or parole")
    COMMUNITY = "community", _("in the community, never held or released")


class Way(models.TextChoices):
    """How somebody came to us."""

    SELF = "self", _("asked in person")
    FAMILY = "family", _("the family asked")
    OFFICER = "officer", _("sent by an officer")
    FINDING = "finding", _("a finding of screening")
    HELPLINE = "helpline", _("the helpline")
    PARTNER = "partner", _("another organisation")
    REGISTER = "register", _("an earlier register")


class Outcome(models.TextChoices):
    """With what a case ends."""

    DONE = "done", _("what was planned is done")
    PARTLY = "partly", _("part of it is done")
    REFERRED = "referred", _("handed to another organisation")
    MOVED = "moved", _("moved away, or out of our places")
    NOT_WANTED = "not_wanted", _("not wanted any more")
    NO_CONSENT = "no_consent", _("consent was taken back")
    LOST = "lost", _("could not be found any more")
    DIED = "died", _("died")
    UNKNOWN = "unknown", _("not written down")


class CaseYear(models.Model):
    """The last number given in a year."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


class Case(models.Model):
    """A person under one programme (a slug of the catalogue), from intake to closing.

    `place` is where the work is done; `eligibility` what each rule of the programme answered when the case was opened;
    `rests_on_consent`: everything the programme asks leave for was allowed, so that it ends when that is taken back.
    `register_row_id` names the row of a register that brought it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=16, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    first_person_id = models.UUIDField(null=True)
    programme = models.SlugField(max_length=40, db_index=False)
    data_class = models.CharField(max_length=8, default=DataClass.PERSONAL)
    state = models.CharField(max_length=10, choices=CaseState.choices, default=CaseState.OPEN)
    worker = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    setting = models.CharField(max_length=10, choices=Setting.choices, default=Setting.PRISON)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    stage = models.SlugField(max_length=40, blank=True, db_index=False)
    asked = SealedText(seal="casework.case.asked", null=True)
    weight = models.PositiveSmallIntegerField(default=1)
    last_contact_on = models.DateField(null=True)
    review_on = models.DateField(null=True)
    eligibility = models.JSONField(default=list)
    goes_on = models.CharField(max_length=300, blank=True)
    rests_on_consent = models.BooleanField(default=False)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    closing_reason = SealedText(seal="casework.case.closing", null=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    register_row_id = models.UUIDField(null=True, db_index=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-opened_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "programme"], name="casework_case_person"),
            models.Index(fields=["worker", "state", "review_on"], name="casework_case_worker"),
            models.Index(fields=["state", "last_contact_on"], name="casework_case_contact"),
            models.Index(fields=["review_on", "id"], name="casework_case_review"),
            models.Index(fields=["closed_on"], name="casework_case_closed", condition=Q(closed_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_open(self) -> bool:
        """Whether work goes on in it."""
        return self.state == CaseState.OPEN


class Intake(models.Model):
    """Somebody came to us, or was sent: what was asked, and what came of it."""

    class Answer(models.TextChoices):
        """What came of it."""

        WAITING = "waiting", _("not answered yet")
        CASE = "case", _("became a case")
        REFUSED = "refused", _("not taken")
        REFERRED = "referred", _("sent on to somebody else")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    first_person_id = models.UUIDField(null=True)
    data_class = models.CharField(max_length=8, default=DataClass.PERSONAL)
    way = models.CharField(max_length=10, choices=Way.choices)
    on = models.DateField()
    asked = SealedText(seal="casework.intake.asked", null=True)
    programme = models.SlugField(max_length=40, blank=True, db_index=False)
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.WAITING)
    reason = models.CharField(max_length=300, blank=True)
    sent_to = models.CharField(max_length=160, blank=True)
    case = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, related_name="intakes")
    taken_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["answer", "-on", "-id"], name="casework_intake_answer")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class EventKind(models.TextChoices):
    """What happened to a case."""

    OPENED = "opened", _("opened")
    APPROVED = "approved", _("approved")
    REFUSED = "refused", _("not approved")
    OFFERED = "offered", _("offered to a colleague")
    ACCEPTED = "accepted", _("taken over")
    DECLINED = "declined", _("not taken over")
    TAKEN_BACK = "taken_back", _("offer taken back")
    ASSIGNED = "assigned", _("given to a worker")
    LEFT = "left", _("the worker has left; nobody has it")
    STAGE = "stage", _("next stage")
    CHANGED = "changed", _("changed")
    CONTACT = "contact", _("contact")
    REVIEWED = "reviewed", _("reviewed")
    CLOSED = "closed", _("closed")
    REOPENED = "reopened", _("opened again")
    NO_CONSENT = "no_consent", _("consent taken back")


class CaseEvent(models.Model):
    """One thing that happened to a case: by whom, whom it names, and in whose words."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events", db_index=False)
    kind = models.CharField(max_length=12, choices=EventKind.choices)
    on = models.DateField()
    at = models.DateTimeField()
    by_name = models.CharField(max_length=120, blank=True)
    whom = models.CharField(max_length=160, blank=True)
    note = SealedText(seal="casework.event.note", null=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case", "-at", "-id"], name="casework_event_case")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class HandOver(models.Model):
    """A case is offered to a colleague, who accepts or says why not; the first of several who accepts has it.

    Whoever is asked reads this row alone, the note and the programme: the person is seen from the moment of accepting.
    """

    class State(models.TextChoices):
        """Where an offer stands."""

        OFFERED = "offered", _("waits for an answer")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")
        TAKEN_BACK = "taken_back", _("taken back")
        GONE = "gone", _("somebody else has taken it")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="offers")
    code = models.CharField(max_length=16)
    programme = models.SlugField(max_length=40, db_index=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    to = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    offered_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-offered_at", "-id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["to", "state"], name="casework_handover_to")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "to"], condition=Q(state="offered"), name="casework_handover_once")
        ]

    def __str__(self) -> str:
        return self.code

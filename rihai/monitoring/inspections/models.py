"""What is kept of inspections: mandates, visits, who went, what was settled of each item, what was drawn by lot."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.instruments.models import InstrumentVersion
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Kind(models.TextChoices):
    """Who looks: somebody from outside the prison, or the prison at itself."""

    INSPECTION = "inspection", _("inspection")
    SELF = "self", _("self-assessment")


class Round(models.TextChoices):
    """How much of the instrument is asked."""

    RAPID = "rapid", _("rapid")
    FULL = "full", _("full")
    FOLLOW_UP = "follow_up", _("follow-up")


class Access(models.TextChoices):
    """Whether the team was let in (rule 84 asks for free access)."""

    FREE = "free", _("free to go everywhere")
    LATE = "late", _("let in late")
    PART = "part", _("kept from a place, a record or a person")
    REFUSED = "refused", _("not let in")


class State(models.TextChoices):
    """How far an inspection is."""

    PLANNED = "planned", _("planned")
    VISITED = "visited", _("visited, answers come in")
    SETTLED = "settled", _("answers settled")
    SENT = "sent", _("draft with the authority")
    FINAL = "final", _("final")
    GIVEN_UP = "given_up", _("given up")


class Mandate(models.Model):
    """Under what right a team inspects: a law, an order, a memorandum."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=160)
    body = models.CharField(max_length=160)
    basis = models.CharField(max_length=400)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("title", "id")

    def __str__(self) -> str:
        return self.title


class Inspection(models.Model):
    """One visit to one place. `again` names the items of a follow-up round; `measures` are settled with the answers.

    `previous` is the inspection whose recommendations are verified on this visit.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveIntegerField(unique=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.INSPECTION)
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, null=True, related_name="+")
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    form_id = models.CharField(max_length=64)
    form_version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, null=True, related_name="+")
    round = models.CharField(max_length=10, choices=Round.choices)
    again = models.JSONField(default=list)
    purpose = models.CharField(max_length=300, blank=True)
    planned_on = models.DateField()
    is_announced = models.BooleanField(null=True)
    arrived_at = models.DateTimeField(null=True)
    entered_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    access = models.CharField(max_length=10, choices=Access.choices, blank=True)
    access_says = models.CharField(max_length=600, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    measures = models.JSONField(default=dict)
    settled_at = models.DateTimeField(null=True)
    settled_by_name = models.CharField(max_length=120, blank=True)
    sent_at = models.DateTimeField(null=True)
    answer_by = models.DateField(null=True)
    final_at = models.DateTimeField(null=True)
    final_by_name = models.CharField(max_length=120, blank=True)
    made_by = models.UUIDField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-planned_on", "-number")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "kind", "planned_on"], name="monitoring_inspection_place"),
            models.Index(fields=["state", "planned_on"], name="monitoring_inspection_state"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def is_self(self) -> bool:
        """Whether the prison assesses itself."""
        return self.kind == Kind.SELF

    @property
    def is_open(self) -> bool:
        """Whether answers may still be given."""
        return self.state in {State.PLANNED, State.VISITED}

    @property
    def is_settled(self) -> bool:
        """Whether its answers are settled, so that it has results."""
        return self.state in SETTLED

    @property
    def waited(self) -> int | None:
        """Minutes from the arrival at the gate to the entry; None where not both are known."""
        if self.arrived_at is None or self.entered_at is None:
            return None
        return int((self.entered_at - self.arrived_at).total_seconds() // 60)


SETTLED = (State.SETTLED, State.SENT, State.FINAL)


class Part(models.TextChoices):
    """What somebody does in the team."""

    LEAD = "lead", _("leads")
    INSPECTOR = "inspector", _("inspects")
    HEALTH = "health", _("health expert")
    INTERPRETER = "interpreter", _("interprets")


class TeamMember(models.Model):
    """Somebody who goes along. Who `rates` fills in the form on their own; `answer_id` is what they gave."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="team")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    part = models.CharField(max_length=12, choices=Part.choices)
    is_woman = models.BooleanField(default=False)
    rates = models.BooleanField(default=False)
    answer_id = models.UUIDField(null=True)
    given_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["inspection", "account"], condition=models.Q(account__isnull=False), name="monitoring_team_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Settled(models.Model):
    """The answer to one item that stands: agreed by all who judged it, or decided by somebody, with why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="settled")
    item = models.CharField(max_length=64)
    code = models.CharField(max_length=20)
    sources = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    was_agreed = models.BooleanField()
    decided_by_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField()
    decided_why = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("item",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["inspection", "item"], name="monitoring_settled_once")
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.code}"


class Draw(models.Model):
    """Numbers drawn by lot from a numbered list, so that nobody chose them; the seed lets anybody draw them again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="draws")
    what = models.CharField(max_length=160)
    list_size = models.PositiveIntegerField()
    seed = models.CharField(max_length=32)
    numbers: Any = models.JSONField()
    drawn_by_name = models.CharField(max_length=120)
    drawn_at = models.DateTimeField()

    class Meta:
        ordering = ("-drawn_at", "-id")

    def __str__(self) -> str:
        return self.what

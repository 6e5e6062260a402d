"""The release plan: its points, who meets her at the gate, who may be told the day, and the hand-over meeting."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Consent, CustodyEpisode, Person, Relationship
from rihai.places.models import Place


class PlanState(models.TextChoices):
    """Where a plan stands."""

    OPEN = "open", _("being made")
    AFTER = "after", _("after release")
    RETURNED = "returned", _("back in custody")
    ENDED = "ended", _("ended")


class Because(models.TextChoices):
    """Why a plan began."""

    LAW = "law", _("the law may soon open the gate")
    HAND = "hand", _("somebody of the office began it")
    RELEASED = "released", _("released before anybody had made a plan")


class GateBy(models.TextChoices):
    """Who is to meet her at the gate."""

    NOBODY = "nobody", _("nobody: wants to leave alone")
    FAMILY = "family", _("the family")
    MENTOR = "mentor", _("the mentor")
    OURS = "ours", _("somebody of our office")
    SHELTER = "shelter", _("a shelter home")
    OTHER = "other", _("somebody else")


class Met(models.TextChoices):
    """Whether she was met."""

    YES = "yes", _("met")
    NO = "no", _("not met")
    UNWANTED = "unwanted", _("wanted to leave alone")


class Contact(models.TextChoices):
    """Whether she wants us to ask after her when she is out."""

    UNASKED = "", _("nobody has asked")
    YES = "yes", _("yes, in the ways named")
    NO = "no", _("no")


class ReleasePlan(models.Model):
    """The plan of one person for one time in custody, and then the two years after it.

    `earliest_on`: the first day on which the gate may open as far as screening knows; `planned_on`: the day that is
    reckoned with. `owner_id`: whose plan it is (None: nobody’s yet); `handed_up_on`: it came to them, a supervisor,
    because nobody else had it, and waits to be handed on. `safe_way` is how and when she can be reached;
    `call_number` and `come_to` are ours, as printed for her. `left_on` is the day she left.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    episode = models.OneToOneField(CustodyEpisode, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.OPEN)
    because = models.CharField(max_length=10, choices=Because.choices)
    begun_on = models.DateField()
    begun_by_name = models.CharField(max_length=120, blank=True)
    earliest_on = models.DateField(null=True)
    planned_on = models.DateField(null=True)
    owner_id = models.UUIDField(null=True, db_index=True)
    owner_name = models.CharField(max_length=120, blank=True)
    handed_up_on = models.DateField(null=True)
    gate_by = models.CharField(max_length=10, choices=GateBy.choices, blank=True)
    gate_name = models.CharField(max_length=120, blank=True)
    met = models.CharField(max_length=10, choices=Met.choices, blank=True)
    met_note = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=4, choices=Contact.choices, blank=True)
    safe_way = SealedText(seal="casework.plan.safe_way", null=True)
    call_number = models.CharField(max_length=40, blank=True)
    come_to = models.CharField(max_length=160, blank=True)
    left_on = models.DateField(null=True)
    returned_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=160, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-begun_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "earliest_on", "id"], name="casework_plan_state"),
            models.Index(fields=["person", "state"], name="casework_plan_person"),
            models.Index(fields=["left_on"], name="casework_plan_left"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_live(self) -> bool:
        """Whether somebody works by it: before the gate, or in the two years after."""
        return self.state in {PlanState.OPEN, PlanState.AFTER}


class PointState(models.TextChoices):
    """How one of the sixteen points stands; a point nobody has touched has no row."""

    WORKING = "working", _("in hand")
    DONE = "done", _("done")
    IMPOSSIBLE = "impossible", _("not possible")
    UNNEEDED = "unneeded", _("not needed")
    UNWANTED = "unwanted", _("not wanted by the person")


class PlanPoint(Due):
    """One of the points of the list as it stands: in outline for what is of health, whose words are `CareWord`s."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(ReleasePlan, on_delete=models.CASCADE, related_name="points")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    code = models.SlugField(max_length=20)
    state = models.CharField(max_length=10, choices=PointState.choices)
    evidence = models.CharField(max_length=400, blank=True)
    owner_name = models.CharField(max_length=120, blank=True)
    changed_by_name = models.CharField(max_length=120)
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("code",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan", "code"], name="casework_point_once")
        ]

    def __str__(self) -> str:
        return self.code


class CareWord(models.Model):
    """What is said of her health beside a point or a follow-up; read by those of health alone, whoever wrote it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    data_class = models.CharField(max_length=10, choices=DataClass.choices, default=DataClass.HEALTH)
    about = models.UUIDField(db_index=True)
    text = SealedText(seal="casework.careword.text")
    said_by_name = models.CharField(max_length=120)
    said_at = models.DateTimeField()

    class Meta:
        ordering = ("said_at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class MayBeTold(models.Model):
    """Somebody whom she lets know the day. Without such a row that holds, nobody is told; `told_on`: they were."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(ReleasePlan, on_delete=models.CASCADE, related_name="tellings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    who = models.CharField(max_length=120)
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="+")
    consent = models.ForeignKey(Consent, on_delete=models.SET_NULL, null=True, related_name="+")
    said_how = models.CharField(max_length=160)
    said_on = models.DateField()
    told_on = models.DateField(null=True)
    told_by_name = models.CharField(max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("said_on", "id")

    def __str__(self) -> str:
        return str(self.pk)


class HandoverMeeting(models.Model):
    """Those who go on with her sat together: `attendance` says of each role whether it came, and why not."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(ReleasePlan, on_delete=models.CASCADE, related_name="meetings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    held_on = models.DateField()
    where = models.CharField(max_length=120, blank=True)
    attendance = models.JSONField(default=dict)
    decisions = models.TextField(max_length=2000)
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("-held_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)

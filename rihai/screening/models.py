"""What is kept of a screening: findings, what they lack, who is at risk, and when each person was last asked about.

Every row about a person holds one class of data: the least with which the same answer is found. Whoever has that class
could have worked the answer out from what they may read anyhow. All of it is a projection of the record and of the
packs of law: a person's rows are written anew together, and nothing is ever edited.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.people.models import Person
from rihai.places.models import Place
from rihai.screening.sums.models import GapCount, LostSum
from rihai.screening.trying.models import KeptPack, LawChange, LawTrial, LivePack

__all__ = [
    "AtRisk", "Finding", "Gap", "GapCount", "KeptPack", "Kind", "LawChange", "LawTrial", "LivePack", "LostSum",
    "Outcome", "Run", "Screened", "Stale", "Veiled",
]  # fmt: skip


class Kind(models.TextChoices):
    """What a provision does when it is met."""

    RELEASE = "release", _("opens the gate")
    HELP = "help", _("helps on the way")
    ALERT = "alert", _("somebody must act")
    BAR = "bar", _("closes a way")


class Outcome(models.TextChoices):
    """The outcomes that are kept; the rest say nothing about the person."""

    MET = "met", _("Met")
    ARGUABLE = "arguable", _("Arguable")
    NOT_YET = "not_yet", _("Coming")
    CANNOT_TELL = "cannot_tell", _("Cannot tell")


class Screened(models.Model):
    """A person as last screened: when, for which day, under which packs; and what the findings together come to.

    `leaves`: met or arguable when every case that holds the person is reached. `met_from` and `open_from` are the days
    since which every such case has a "shall" provision of release met, or at least arguable: from them days lost are
    reckoned. `turns_on` is the next day on which an answer changes with the calendar alone. `counted`: the person
    stands in the sums of the place (`sums.models`), where no guarded person stands.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    screened_at = models.DateTimeField()
    screened_on = models.DateField()
    packs = models.CharField(max_length=32)
    leaves = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    met_from = models.DateField(null=True)
    open_from = models.DateField(null=True)
    turns_on = models.DateField(null=True, db_index=True)
    counted = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "open_from"], name="screening_screened_place"),
            models.Index(fields=["screened_at"], name="screening_screened_oldest"),
        ]

    def __str__(self) -> str:
        return str(self.person_id)


class Finding(models.Model):
    """The outcome of one provision for one person and case that says something about them.

    `and_legal`: of a row of class health, that it rests on legal facts too, so that both classes are needed. `rank`
    is the place of the provision in lists (*shall* before *may*, then the order of the packs); `sort_on` the day by
    which rows of one provision are ordered. `case_id` is empty where the provision asks of the person alone.
    `reached_on` is the day on which we first found it met or arguable. `behind` says what of the person's lost days it
    is behind: m those with every condition met, o those still arguable, i why the person is still inside. A finding
    keeps its key from one screening to the next, so that rooms above may point at it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="findings")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    and_legal = models.BooleanField(default=False)
    case_id = models.CharField(max_length=200, blank=True)
    court = models.CharField(max_length=160, blank=True)
    pack = models.CharField(max_length=40)
    version = models.CharField(max_length=40)
    provision = models.CharField(max_length=80)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    still_inside = models.BooleanField(default=False)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    rank = models.PositiveSmallIntegerField()
    since_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    sort_on = models.DateField()
    reached_on = models.DateField(null=True)
    missing = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    behind = models.CharField(max_length=3, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "outcome", "rank", "sort_on", "id"], name="screening_finding_list"),
            models.Index(fields=["place", "kind", "outcome", "rank", "sort_on", "id"], name="screening_finding_place"),
            models.Index(fields=["still_inside", "outcome", "sort_on"], name="screening_finding_inside"),
            models.Index(fields=["kind", "-reached_on", "id"], name="screening_finding_reached"),
            models.Index(
                fields=["kind", "rank", "due_on", "id"], name="screening_finding_coming",
                condition=models.Q(due_on__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.provision} {self.outcome}"

    @property
    def sign(self) -> str:
        """How the design system draws it: a met alert is a warning, since green means that the law's door is open."""
        return "warning" if self.kind == "alert" and self.outcome == "met" else self.outcome


class Veiled(models.Model):
    """That a finding of a class other than personal is there, without a word of it: so that it can be withheld by name.

    Whoever sees the person learns that somebody with the class should look, and nothing else.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    veil = models.CharField(max_length=10, choices=DataClass.choices)
    and_legal = models.BooleanField(default=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    still_inside = models.BooleanField(default=False)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    due_on = models.DateField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "kind", "outcome"], name="screening_veiled_place")
        ]

    def __str__(self) -> str:
        return f"{self.veil} {self.outcome}"


class Gap(models.Model):
    """A fact that is missing to tell whether a provision of release reaches a person, once for each case."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    and_legal = models.BooleanField(default=False)
    case_id = models.CharField(max_length=200, blank=True)
    fact = models.CharField(max_length=80)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["place", "fact"], name="screening_gap_place")]

    def __str__(self) -> str:
        return self.fact


class AtRisk(models.Model):
    """A group in need of care to which a person belongs, or may belong (`rihai.profile.flags`)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    and_legal = models.BooleanField(default=False)
    code = models.CharField(max_length=30)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    since_on = models.DateField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["code", "place", "id"], name="screening_risk_list")
        ]

    def __str__(self) -> str:
        return self.code


class Stale(models.Model):
    """A person whose record changed since they were screened; the mark goes when they are screened again."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    since_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person_id)


class Run(models.Model):
    """One screening of many people as a job: when, under which packs, how many; it names nobody."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    job_id = models.UUIDField(unique=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    because = models.CharField(max_length=60)
    packs = models.JSONField(default=list)
    people = models.PositiveIntegerField(default=0)
    findings = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-started_at", "-id")

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d} {self.people}"

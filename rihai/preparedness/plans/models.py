"""What is kept of contingency plans: one for each prison and hazard, its versions, and what stands in each of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.ids import new_id
from rihai.places.models import Place
from rihai.preparedness.editions import Edition
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.posts.models import PostOf


def in_language(english: str, urdu: str) -> str:
    """The words in the language of the page; the other's where there are none."""
    return (urdu or english) if (get_language() or "en").startswith("ur") else (english or urdu)


class ContingencyPlan(models.Model):
    """The plan of a prison for a hazard. What it says is in its versions; `owner` keeps it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    hazard = models.CharField(max_length=10, choices=Hazard.choices)
    review_months = models.PositiveSmallIntegerField(default=12)
    owner = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("place__name", "hazard", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["place", "hazard"], name="preparedness_one_plan_a_hazard")
        ]

    def __str__(self) -> str:
        return self.hazard


class PlanVersion(Edition):
    """What a plan says in a version, in both languages; frozen once it is in force.

    `triggers`: what sets it off, and who says so. `evacuation`: ways out and in which order. `vulnerable`: what is done
    for those who need help; who they are is read fresh from the record. `sources`: what its template rests on.
    """

    plan = models.ForeignKey(ContingencyPlan, on_delete=models.CASCADE, related_name="versions")
    triggers = models.TextField(blank=True)
    triggers_ur = models.TextField(blank=True)
    evacuation = models.TextField(blank=True)
    evacuation_ur = models.TextField(blank=True)
    vulnerable = models.TextField(blank=True)
    vulnerable_ur = models.TextField(blank=True)
    sources = models.TextField(blank=True)

    class Meta:
        ordering = ("-number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan", "number"], name="preparedness_plan_version_once"),
            models.UniqueConstraint(
                fields=["plan"], condition=models.Q(state="in_force"), name="preparedness_one_plan_in_force"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def triggers_shown(self) -> str:
        """What sets it off, in the language of the page."""
        return in_language(self.triggers, self.triggers_ur)

    @property
    def evacuation_shown(self) -> str:
        """The ways out, in the language of the page."""
        return in_language(self.evacuation, self.evacuation_ur)

    @property
    def vulnerable_shown(self) -> str:
        """What is done for those who need help, in the language of the page."""
        return in_language(self.vulnerable, self.vulnerable_ur)


class PlanRole(models.Model):
    """What a post does in a plan, and which post does it when its holder is away. Who holds them is read fresh."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="roles")
    order = models.PositiveSmallIntegerField(default=0)
    post = models.CharField(max_length=20, choices=PostOf.choices)
    deputy = models.CharField(max_length=20, choices=PostOf.choices, blank=True)
    duty = models.CharField(max_length=400)
    duty_ur = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return str(self.get_post_display())

    @property
    def shown(self) -> str:
        """What the post does, in the language of the page."""
        return in_language(self.duty, self.duty_ur)


class PlanStep(models.Model):
    """A step of the checklist: what is done, by which post, within how many minutes of the alarm (None: no time)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField(default=0)
    says = models.CharField(max_length=400)
    says_ur = models.CharField(max_length=400, blank=True)
    post = models.CharField(max_length=20, choices=PostOf.choices, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.says[:60]

    @property
    def shown(self) -> str:
        """What is done, in the language of the page."""
        return in_language(self.says, self.says_ur)


class EntrySort(models.TextChoices):
    """What an entry of a plan is."""

    AGENCY = "agency", _("agency to call")
    ASSEMBLY = "assembly", _("assembly point")
    RESOURCE = "resource", _("resource")


class PlanEntry(models.Model):
    """An agency with its number and what for; a place to assemble with for whom; a resource with where it is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="entries")
    sort = models.CharField(max_length=10, choices=EntrySort.choices)
    order = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=200)
    name_ur = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    says = models.CharField(max_length=400, blank=True)
    says_ur = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("sort", "order", "id")

    def __str__(self) -> str:
        return self.name[:60]

    @property
    def shown(self) -> str:
        """Its name in the language of the page."""
        return in_language(self.name, self.name_ur)

    @property
    def more(self) -> str:
        """What for, for whom, or where, in the language of the page."""
        return in_language(self.says, self.says_ur)

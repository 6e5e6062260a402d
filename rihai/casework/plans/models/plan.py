"""A plan: what she needs, what she wants in her own words, who does what by when, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.models import Case
from rihai.casework.plans.models.assessed import Assessment, Level
from rihai.casework.plans.models.base import Changing, Kept
from rihai.casework.plans.models.first_days import FirstDays
from rihai.casework.plans.tables import domain_word, step_word
from rihai.kit.due import Due
from rihai.kit.sealed import SealedText
from rihai.people.models import Consent


class Closed(models.TextChoices):
    """Why a plan is closed."""

    DONE = "done", _("what was wanted is reached")
    NOT_WANTED = "not_wanted", _("they do not want it any more")
    MOVED = "moved", _("others go on with it")
    LOST = "lost", _("they could not be found any more")
    JOINED = "joined", _("it is one with another plan of theirs")
    CASE = "case", _("the case was closed")
    DIED = "died", _("they died")


class NeedState(models.TextChoices):
    """How a need stands."""

    OPEN = "open", _("open")
    MET = "met", _("met")
    LESS = "less", _("less than it was")
    NOT_NOW = "not_now", _("they do not want help with it now")


class GoalState(models.TextChoices):
    """How far a goal is."""

    OPEN = "open", _("on the way")
    REACHED = "reached", _("reached")
    PARTLY = "partly", _("partly reached")
    LET_GO = "let_go", _("let go")


class OwnedBy(models.TextChoices):
    """Who takes a step."""

    WORKER = "worker", _("a worker of ours")
    HERSELF = "herself", _("the person herself or himself")
    FAMILY = "family", _("the family")
    PARTNER = "partner", _("a partner organisation")


class Outcome(models.TextChoices):
    """What came of a step."""

    DONE = "done", _("done")
    PARTLY = "partly", _("done in part")
    NOT_POSSIBLE = "not_possible", _("it was not possible")
    NOT_WANTED = "not_wanted", _("they did not want it any more")
    STOPPED = "stopped", _("stopped: leave was taken back")


class Plan(Changing, Due):
    """One plan of a person. `owner_id` keeps it, `due_on` is the next review, `done_on` the day it was closed.

    `handed_up_on`: it came to its keeper because whoever kept it left, and waits to be given on or kept.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    begun_on = models.DateField()
    owner_name = models.CharField(max_length=120)
    handed_up_on = models.DateField(null=True)
    closed_how = models.CharField(max_length=12, choices=Closed.choices, blank=True)
    closed_note = SealedText(seal="casework.plan.closed_note", null=True)

    class Meta:
        ordering = ("-begun_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "done_on"], name="casework_plan_whose"),
            models.Index(fields=["owner_id", "done_on", "due_on"], name="casework_plan_keeper"),
        ]


class Need(Changing):
    """A need by domain. A row has the class of its domain; `strength` is what she has already, `words` her own."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="needs")
    assessment = models.ForeignKey(Assessment, on_delete=models.SET_NULL, null=True, related_name="+")
    domain = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    priority = models.PositiveSmallIntegerField(null=True)
    strength = SealedText(seal="casework.need.strength", null=True)
    words = SealedText(seal="casework.need.words", null=True)
    state = models.CharField(max_length=8, choices=NeedState.choices, default=NeedState.OPEN)
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ("made_at", "id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["person", "state"], name="casework_need_whose")]

    @property
    def domain_says(self) -> str:
        """The name of its domain."""
        return domain_word(self.domain)


class Goal(Changing):
    """The change she wants, in her own words."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    need = models.ForeignKey(Need, on_delete=models.SET_NULL, null=True, related_name="goals")
    domain = models.CharField(max_length=20, blank=True)
    words = SealedText(seal="casework.goal.words")
    wanted_by = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=GoalState.choices, default=GoalState.OPEN)
    ended_on = models.DateField(null=True)
    ended_note = SealedText(seal="casework.goal.ended_note", null=True)

    class Meta:
        ordering = ("made_at", "id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "ended_on"], name="casework_goal_ended")]

    @property
    def domain_says(self) -> str:
        """The name of its domain."""
        return domain_word(self.domain) if self.domain else ""


class Step(Changing, Due):
    """One thing somebody does by a day, for a goal of a plan or out of the first days.

    `owner_id` is the account that does it, or that asks whether somebody else has: herself, the family, a partner
    (`owner_name`). What is passed to a partner rests on `consent`; without one nothing is passed.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, null=True, related_name="steps")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, related_name="steps")
    first_days = models.ForeignKey(FirstDays, on_delete=models.CASCADE, null=True, related_name="steps")
    kind = models.CharField(max_length=12)
    what = SealedText(seal="casework.step.what", null=True)
    owned_by = models.CharField(max_length=8, choices=OwnedBy.choices, default=OwnedBy.WORKER)
    owner_name = models.CharField(max_length=160, blank=True)
    consent = models.ForeignKey(Consent, on_delete=models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    outcome_note = SealedText(seal="casework.step.outcome_note", null=True)

    class Meta:
        ordering = ("due_on", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["owner_id", "done_on", "due_on"], name="casework_step_due"),
            models.Index(fields=["person", "done_on"], name="casework_step_whose"),
            models.Index(fields=["done_on", "due_on"], name="casework_step_open"),
        ]

    @property
    def kind_says(self) -> str:
        """The name of its kind."""
        return step_word(self.kind)

    @property
    def shown(self) -> str:
        """What is to be done: its words, or those of its kind."""
        return self.what or self.kind_says


class PlanReview(Kept):
    """Both looked at the plan on a day: how it goes in her words, and when they look again."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reviews")
    on = models.DateField()
    words = SealedText(seal="casework.review.words", null=True)
    note = SealedText(seal="casework.review.note", null=True)
    next_on = models.DateField(null=True)

    class Meta:
        ordering = ("-on", "-id")

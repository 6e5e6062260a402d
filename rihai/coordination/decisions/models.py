"""What is kept of decisions: what was decided, and each action with its owner, its day, answers and evidence."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.coordination.agenda.models import AgendaItem, OfPerson
from rihai.coordination.bodies.models import Body, Post
from rihai.coordination.meetings.models import Meeting
from rihai.kit.due import Due
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id


class Decision(OfPerson):
    """What a meeting decided, on a line of its agenda or beside it; about that line's person, where it has one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField()
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, related_name="decisions")
    says = models.CharField(max_length=1000)
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meeting", "number"], name="coordination_decision_number")
        ]

    def __str__(self) -> str:
        return str(self.number)


class ActionState(models.TextChoices):
    """How an action stands."""

    OPEN = "open", _("open")
    DONE = "done", _("done")
    DROPPED = "dropped", _("asked no more")


class Action(Due, OfPerson):
    """Something somebody has to do by a day: a post of the body, or an account of ours (`owner_id`).

    `evidence` says what shows that it is done, `file` is it. `reminded`: how often its owner was reminded: 1 before its
    day, 2 after it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="actions")
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="actions")
    says = models.CharField(max_length=1000)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=8, choices=ActionState.choices, default=ActionState.OPEN)
    evidence = models.CharField(max_length=1000, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    closed_by_name = models.CharField(max_length=120, blank=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["body", "state", "due_on"], name="coordination_action_due"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def whose(self) -> str:
        """The post, or the colleague, who has to do it."""
        return self.post.shown if self.post else self.owner_name


class Via(models.TextChoices):
    """How an answer came."""

    OFFICE = "office", _("written down here")
    ACCOUNT = "account", _("by account")
    LINK = "link", _("by link")


class AnswerKind(models.TextChoices):
    """What somebody says of an action of theirs."""

    DONE = "done", _("done")
    AT_WORK = "at_work", _("at work on it")
    CANNOT = "cannot", _("it cannot be done")


class ActionAnswer(OfPerson):
    """What an owner says of an action, and perhaps a file that shows it; each stays. That it is done is settled by the
    secretary, not by this."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=8, choices=AnswerKind.choices)
    says = models.CharField(max_length=1000, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=160)
    via = models.CharField(max_length=8, choices=Via.choices)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)

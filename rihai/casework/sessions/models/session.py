"""A session, who came to it, and what is remarked of somebody in it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.casework.services.catalogue import title_of
from rihai.casework.services.models import Enrolment, Made, OfPerson
from rihai.casework.sessions.models.group import Group
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.places.models import Place


class SessionState(models.TextChoices):
    """Whether it was held."""

    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("not held")


class Came(models.TextChoices):
    """What became of somebody's coming; empty: nobody has said."""

    PRESENT = "present", _("present")
    ABSENT = "absent", _("absent")
    PREVENTED = "prevented", _("prevented: court, illness, not brought")


class Session(Made):
    """One meeting of a group or of one person: planned for a day and an hour, then held or not.

    It names nobody: those expected are its attendances. Without a group it is one person's.
    """

    class Means(models.TextChoices):
        """How they meet."""

        PERSON = "person", _("in person")
        PHONE = "phone", _("by phone")
        VIDEO = "video", _("by video")

    class Leader(models.TextChoices):
        """Who leads it."""

        WORKER = "worker", _("a worker of ours")
        TRAINER = "trainer", _("a trainer")
        VOLUNTEER = "volunteer", _("a volunteer")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.SlugField(max_length=40)
    data_class = models.CharField(max_length=8, choices=DataClass.choices)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, related_name="sessions")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    starts_at = models.TimeField(null=True)
    minutes = models.PositiveSmallIntegerField(default=60)
    means = models.CharField(max_length=6, choices=Means.choices, default=Means.PERSON)
    leader = models.CharField(max_length=10, choices=Leader.choices, default=Leader.WORKER)
    leader_name = models.CharField(max_length=120)
    topic = models.CharField(max_length=200, blank=True)
    materials = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=SessionState.choices, default=SessionState.PLANNED)
    cancelled_because = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    expected = came = 0
    """How many are expected and came, as far as whoever asks sees them; set by the queries of a page."""

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "on"], name="casework_session_place"),
            models.Index(fields=["state", "on"], name="casework_session_state"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def title(self) -> str:
        """The name of the service."""
        return title_of(self.service)


class Attendance(OfPerson):
    """Somebody expected at a session, and whether they came.

    `key` is made by the page that marked, `said_at` is that page's moment of the tap: the same mark sent twice changes
    nothing, and an older one that arrives late does not undo a newer.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendances")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, null=True, related_name="+")
    came = models.CharField(max_length=10, choices=Came.choices, blank=True)
    key = models.UUIDField(null=True)
    said_at = models.DateTimeField(null=True)
    marked_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["session", "first_person"], name="casework_attendance_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Remark(OfPerson, Made):
    """What is remarked of somebody in a session: one class a row, sealed on disk."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="remarks")
    text = SealedText(seal="casework.remark.text")

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)

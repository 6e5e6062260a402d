"""What is kept of sessions: the session and its days, those who learn, their seats, who came, and lists that arrive."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.places.models import Place
from rihai.training.courses.models import Audience, CourseVersion, Language, Rank, Trainer


class Sex(models.TextChoices):
    """As it was said; never guessed."""

    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    OTHER = "other", _("another")


class Trainee(models.Model):
    """Somebody who learns: no person in custody. `place` is where they are posted; `contact` is sealed on disk.

    `same_as` is the entry this one was joined with: nothing of it moves there, what asks counts both as one, and to
    part them again is to empty it. `let_go_on` is the day on which the name and all that points at them was taken out.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    full_name = models.CharField(max_length=120)
    audience = models.CharField(max_length=9, choices=Audience.choices, default=Audience.OFFICER)
    organisation = models.CharField(max_length=160, blank=True)
    rank = models.ForeignKey(Rank, on_delete=models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    number = models.CharField(max_length=40, blank=True)
    sex = models.CharField(max_length=5, choices=Sex.choices, blank=True)
    contact = SealedText(seal="training.trainee.contact")
    joined_on = models.DateField(null=True)
    left_on = models.DateField(null=True)
    same_as = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="entries")
    let_go_on = models.DateField(null=True)
    made_by = models.UUIDField(null=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("full_name", "id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["place", "rank"], name="training_trainee_at")]

    def __str__(self) -> str:
        return str(self.pk)


class SessionKind(models.TextChoices):
    """What kind of gathering it is."""

    COURSE = "course", _("course")
    WORKSHOP = "workshop", _("workshop between departments")
    WEBINAR = "webinar", _("webinar")


class SessionState(models.TextChoices):
    """How far a session is."""

    PLANNED = "planned", _("planned")
    HELD = "held", _("being held")
    FINISHED = "finished", _("finished")
    CANCELLED = "cancelled", _("not held")


class Session(models.Model):
    """A course held at a place from one day to another, or a workshop or webinar, which needs no course.

    It names nobody but its trainers. Who learns there is told to its trainers, to who planned it (`kept_by`) and to who
    looks after its course.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=8, choices=SessionKind.choices, default=SessionKind.COURSE)
    curriculum = models.ForeignKey(CourseVersion, on_delete=models.PROTECT, null=True, related_name="sessions")
    title = models.CharField(max_length=200, blank=True)
    departments = models.CharField(max_length=300, blank=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    until = models.DateField()
    starts_at = models.TimeField(null=True)
    language = models.CharField(max_length=3, choices=Language.choices, default=Language.URDU)
    seats = models.PositiveSmallIntegerField()
    trainers = models.ManyToManyField(Trainer, related_name="sessions")
    state = models.CharField(max_length=9, choices=SessionState.choices, default=SessionState.PLANNED)
    cancelled_because = models.CharField(max_length=200, blank=True)
    kept_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    finished_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    held = waiting = 0
    """How many hold a seat and how many wait; set by the queries of a page."""

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "on"], name="training_session_place"),
            models.Index(fields=["state", "on"], name="training_session_state"),
        ]

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """Its own title, or that of its course."""
        return self.title or (self.curriculum.course.shown if self.curriculum else "")


class SessionDay(models.Model):
    """A day of a session, on which attendance is taken; minutes weigh it against the other days."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="days")
    on = models.DateField()
    minutes = models.PositiveSmallIntegerField(default=360)

    class Meta:
        ordering = ("on", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["session", "on"], name="training_day_once")
        ]

    def __str__(self) -> str:
        return str(self.on)


class Seat(models.TextChoices):
    """Whether somebody holds a seat."""

    HELD = "held", _("holds a seat")
    WAITING = "waiting", _("waits for a seat")
    GIVEN_UP = "given_up", _("gave the seat up")


class Enrolment(models.Model):
    """Somebody in a session. `mark` is a percent typed in by hand.

    `has_passed` is what the tests under codes say, once they are closed: it goes before `mark` and stays.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="enrolments")
    trainee = models.ForeignKey(Trainee, on_delete=models.PROTECT, related_name="enrolments")
    seat = models.CharField(max_length=8, choices=Seat.choices, default=Seat.HELD)
    mark = models.PositiveSmallIntegerField(null=True)
    has_passed = models.BooleanField(null=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("made_at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["session", "trainee"], name="training_enrolment_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Came(models.TextChoices):
    """What is marked on a day."""

    PRESENT = "present", _("present")
    ABSENT = "absent", _("absent")
    PREVENTED = "prevented", _("prevented by duty or illness")


class Attendance(models.Model):
    """One mark: somebody on a day. The same mark sent twice changes nothing; an older one undoes no newer."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attendances")
    day = models.ForeignKey(SessionDay, on_delete=models.CASCADE, related_name="attendances")
    came = models.CharField(max_length=9, choices=Came.choices)
    key = models.UUIDField()
    said_at = models.DateTimeField()
    marked_by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["enrolment", "day"], name="training_attendance_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Correction(models.Model):
    """A mark that was changed after its session was finished: what stood, what stands now, why, by whom."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="+")
    day = models.ForeignKey(SessionDay, on_delete=models.CASCADE, related_name="corrections")
    was = models.CharField(max_length=9, choices=Came.choices, blank=True)
    now = models.CharField(max_length=9, choices=Came.choices)
    because = models.CharField(max_length=200)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class ArrivingRow(models.Model):
    """A line of a list that was sent for a session, until somebody says who it is; then it is gone.

    `alike` is somebody we know who may be meant; nothing is joined until a person says so.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="arriving")
    number = models.PositiveIntegerField()
    full_name = models.CharField(max_length=120)
    audience = models.CharField(max_length=9, choices=Audience.choices, default=Audience.OFFICER)
    organisation = models.CharField(max_length=160, blank=True)
    rank = models.ForeignKey(Rank, on_delete=models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    service_number = models.CharField(max_length=40, blank=True)
    sex = models.CharField(max_length=5, choices=Sex.choices, blank=True)
    contact = SealedText(seal="training.arriving.contact")
    problem = models.CharField(max_length=300, blank=True)
    alike = models.ForeignKey(Trainee, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("number", "id")

    def __str__(self) -> str:
        return str(self.number)

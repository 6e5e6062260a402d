"""What is kept of courses: topics and ranks, courses with their versions and modules, what is mandatory, trainers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.places.models import Place


def in_language(english: str, urdu: str) -> str:
    """The one in the reader's language, or the one there is."""
    return (urdu or english) if (get_language() or "en").startswith("ur") else (english or urdu)


def in_hours(minutes: int | None) -> str:
    """A time in hours and minutes, in words; nothing where it is not laid down."""
    if not minutes:
        return ""
    hours, left = divmod(minutes, 60)
    words = [ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}] if hours else []
    return " ".join([*words, *([ngettext("%(n)d minute", "%(n)d minutes", left) % {"n": left}] if left else [])])


class Audience(models.TextChoices):
    """Who learns."""

    OFFICER = "officer", _("prison officer or staff")
    LAWYER = "lawyer", _("lawyer or paralegal")
    VOLUNTEER = "volunteer", _("volunteer or mentor")
    CIVIL = "civil", _("civil society member")
    OTHER = "other", _("another department")


class Language(models.TextChoices):
    """The language in which a session is held."""

    ENGLISH = "en", _("English")
    URDU = "ur", _("Urdu")
    SINDHI = "sd", _("Sindhi")
    PUNJABI = "pa", _("Punjabi")
    PASHTO = "ps", _("Pashto")
    BALOCHI = "bal", _("Balochi")
    SARAIKI = "skr", _("Saraiki")


class Named(models.Model):
    """Something with a code and a title in both languages; an office mends it and adds its own."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=200)
    title_ur = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """The title in the reader's language."""
        return in_language(self.title, self.title_ur)


class Topic(Named):
    """Something to be learnt, from which modules are made: hours, objective, and where it was taken from."""

    minutes = models.PositiveSmallIntegerField(default=0)
    objective = models.CharField(max_length=600, blank=True)
    objective_ur = models.CharField(max_length=600, blank=True)
    source = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=100)
    is_open = models.BooleanField(default=True)

    class Meta:
        ordering = ("order", "title", "id")

    @property
    def learnt(self) -> str:
        """What is learnt, in the reader's language."""
        return in_language(self.objective, self.objective_ur)

    @property
    def time(self) -> str:
        """How long it takes, in words."""
        return in_hours(self.minutes)


class Rank(Named):
    """A rank or standing of those who learn; what is mandatory is laid down by it."""

    audience = models.CharField(max_length=9, choices=Audience.choices, default=Audience.OFFICER)
    order = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering = ("order", "title", "id")


class CourseKind(models.TextChoices):
    """What a course is about."""

    RIGHTS = "rights", _("rights and law")
    PRISON = "prison", _("prison work")
    SOCIAL_WORK = "social_work", _("methods of social work")
    COMMUNITY = "community", _("volunteers and civil society")


class Course(Named):
    """A course, in whatever version. `kept_by` looks after it, and is told who learnt what in its sessions."""

    kind = models.CharField(max_length=11, choices=CourseKind.choices, default=CourseKind.PRISON)
    objective = models.CharField(max_length=600, blank=True)
    objective_ur = models.CharField(max_length=600, blank=True)
    source = models.CharField(max_length=300, blank=True)
    kept_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    is_open = models.BooleanField(default=True)

    class Meta:
        ordering = ("title", "id")

    @property
    def learnt(self) -> str:
        """What is learnt, in the reader's language."""
        return in_language(self.objective, self.objective_ur)


class VersionState(models.TextChoices):
    """How far a curriculum is."""

    DRAFT = "draft", _("draft")
    IN_USE = "in_use", _("in use")
    RETIRED = "retired", _("no longer taught")


class CourseVersion(models.Model):
    """One version of a course's curriculum: its modules and materials. Changed as long as it is a draft.

    `languages` are codes of `Language`; a certificate asks for `least_share` percent of the time and, where a test is
    laid down, `pass_mark` percent.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=7, choices=VersionState.choices, default=VersionState.DRAFT)
    languages = models.JSONField(default=list)
    methods = models.CharField(max_length=300, blank=True)
    least_share = models.PositiveSmallIntegerField(default=80)
    pass_mark = models.PositiveSmallIntegerField(null=True)
    changes = models.CharField(max_length=600, blank=True)
    made_by_name = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField(null=True)
    in_use_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    parts = 0
    time = ""
    """How many modules, and how long in words; set by the query of a list."""

    class Meta:
        ordering = ("course", "-number")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["course", "number"], name="training_version_once"),
            models.UniqueConstraint(
                fields=["course"], condition=models.Q(state="in_use"), name="training_one_version_in_use"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Module(models.Model):
    """A part of a curriculum: what is learnt, how long, by which method, how it is tested."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    curriculum = models.ForeignKey(CourseVersion, on_delete=models.CASCADE, related_name="modules")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, null=True, related_name="+")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    title_ur = models.CharField(max_length=200, blank=True)
    objective = models.CharField(max_length=600, blank=True)
    objective_ur = models.CharField(max_length=600, blank=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    method = models.CharField(max_length=200, blank=True)
    assessment = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """The title in the reader's language."""
        return in_language(self.title, self.title_ur)

    @property
    def learnt(self) -> str:
        """What is learnt, in the reader's language."""
        return in_language(self.objective, self.objective_ur)

    @property
    def time(self) -> str:
        """How long it takes, in words."""
        return in_hours(self.minutes)


class Material(models.Model):
    """A file that a curriculum is taught with."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    curriculum = models.ForeignKey(CourseVersion, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=3, choices=Language.choices)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("title", "id")

    def __str__(self) -> str:
        return self.title


class Mandatory(models.Model):
    """A course that a rank must have: by which order, within how many days of joining, again after how many months.

    `months` empty: once is enough. `place` empty: everywhere the office works.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="mandatory")
    rank = models.ForeignKey(Rank, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    months = models.PositiveSmallIntegerField(null=True)
    grace_days = models.PositiveSmallIntegerField(default=0)
    order_says = models.CharField(max_length=300)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("course__title", "rank__order", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Trainer(models.Model):
    """Somebody who teaches, named as colleagues are; `reached` is how the office reaches them, never a home."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    full_name = models.CharField(max_length=120)
    organisation = models.CharField(max_length=160, blank=True)
    account = models.OneToOneField(Account, on_delete=models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    languages = models.JSONField(default=list)
    reached = models.CharField(max_length=160, blank=True)
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("full_name", "id")

    def __str__(self) -> str:
        return self.full_name


class Qualification(models.Model):
    """What allows a trainer to teach: a course they may teach, or something else, by whom, from when to when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trainer = models.ForeignKey(Trainer, on_delete=models.CASCADE, related_name="qualifications")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, null=True, related_name="+")
    says = models.CharField(max_length=200)
    given_by = models.CharField(max_length=160, blank=True)
    on = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering = ("-on", "-id")

    def __str__(self) -> str:
        return self.says

"""What is kept of a death in custody: the file, whose it is, what was said of the cause, and the steps with clocks.

The file names nobody, so that who inspects a prison works on it; who died stands apart, in the class personal. That
custody ended is kept by `people` alone.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.files.models import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person
from rihai.places.models import Place


class Cause(models.TextChoices):
    """The classes of cause: each death is in exactly one, and one that nobody knows stays visible (class D1)."""

    UNKNOWN = "unknown", _("not known, or pending")
    NATURAL = "natural", _("natural")
    SUICIDE = "suicide", _("suicide")
    PRISONER = "prisoner", _("violence by another prisoner")
    STAFF = "staff", _("violence or force by staff")
    ACCIDENT = "accident", _("accident")
    OVERDOSE = "overdose", _("overdose or poisoning")
    EXECUTION = "execution", _("execution")


class Where(models.TextChoices):
    """Where somebody died. In hospital, on the way, and within a day of a release for illness counts as in custody."""

    CELL = "cell", _("in a cell or barrack")
    PRISON = "prison", _("elsewhere in the prison")
    PRISON_HOSPITAL = "prison_hospital", _("in the prison’s hospital")
    HOSPITAL = "hospital", _("in a hospital outside")
    ESCORT = "escort", _("on the way, under escort")
    COURT = "court", _("at court")
    RELEASED = "released", _("within 24 hours of a release for illness")
    UNKNOWN = "unknown", _("not known")


class Death(models.Model):
    """The file of one death. `learned_at` starts the clocks: when anybody of ours learned of it.

    `cause` is that of the newest word on it; `owner` is who works on the file, nobody at first.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveIntegerField(unique=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    died_at = models.DateTimeField(null=True)
    where = models.CharField(max_length=16, choices=Where.choices, default=Where.UNKNOWN)
    found = models.CharField(max_length=1000, blank=True)
    last_seen_at = models.DateTimeField(null=True)
    last_seen = models.CharField(max_length=600, blank=True)
    circumstances = models.CharField(max_length=3000, blank=True)
    cause = models.CharField(max_length=10, choices=Cause.choices, default=Cause.UNKNOWN)
    is_settled = models.BooleanField(default=False)
    review_on = models.DateField(null=True)
    owner = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    learned_at = models.DateTimeField()
    opened_by_name = models.CharField(max_length=120)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-on", "-number")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "on"], name="monitoring_death_place"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Deceased(models.Model):
    """Who died: a person of the record, or a name where they are not in it. `made_for`: as whom it was written."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    death = models.OneToOneField(Death, on_delete=models.CASCADE, related_name="deceased")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    made_for = models.UUIDField(null=True)
    name = SealedText(seal="monitoring.deceased.name", blank=True)

    def __str__(self) -> str:
        return str(self.pk)


class CauseWord(models.Model):
    """What somebody said of the cause, provisional or settled, with what it rests on. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    death = models.ForeignKey(Death, on_delete=models.CASCADE, related_name="causes")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    is_settled = models.BooleanField(default=False)
    said_by = models.CharField(max_length=160)
    source = models.CharField(max_length=300)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.cause


class StepKind(models.TextChoices):
    """What has to follow a death. The rule or law each rests on stands in `clocks.py`."""

    KIN = "kin", _("next of kin told")
    OWN_KIN = "own_kin", _("our own contact with the family")
    EVIDENCE = "evidence", _("evidence preserved")
    REPORTED = "reported", _("prison reported to an independent authority")
    NOTE = "note", _("our own note to an outside authority")
    MAGISTRATE = "magistrate", _("inquiry by a magistrate")
    POST_MORTEM = "post_mortem", _("post-mortem")
    INVESTIGATION = "investigation", _("investigation by an authority from outside")
    BODY = "body", _("body given to the family")
    OUTCOME = "outcome", _("outcome of the inquiry")


class StepState(models.TextChoices):
    """How a step stands."""

    WAITING = "waiting", _("waits")
    DONE = "done", _("done")
    REFUSED = "refused", _("refused")
    NONE_FOUND = "none_found", _("nobody found")
    NOT_ASKED = "not_asked", _("not asked for here")


class DeathStep(models.Model):
    """One step, with the moment by which it is due, and what came of it: by whom, to whom, when, the paper's number."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    death = models.ForeignKey(Death, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=14, choices=StepKind.choices)
    due_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=StepState.choices, default=StepState.WAITING)
    done_at = models.DateTimeField(null=True)
    by_whom = models.CharField(max_length=160, blank=True)
    to_whom = models.CharField(max_length=160, blank=True)
    reference = models.CharField(max_length=120, blank=True)
    says = models.CharField(max_length=1000, blank=True)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["death", "kind"], name="monitoring_deathstep_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "due_at"], name="monitoring_deathstep_due")
        ]

    def __str__(self) -> str:
        return self.kind


class DeathPaper(models.Model):
    """A paper of the file: a post-mortem report, an order, a letter."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    death = models.ForeignKey(Death, on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(max_length=160)
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.title


class Comparison(models.Model):
    """A published rate to set beside ours, typed in with where it stands and whom it is of; never taken away."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=200)
    per_thousand = models.DecimalField(max_digits=7, decimal_places=3)
    source = models.CharField(max_length=300)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return self.title

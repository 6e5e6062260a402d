"""What is kept of trying law: each version whole, which is in force, and what a trial found of people."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.people.models import Person
from rihai.places.models import Place


class KeptPack(models.Model):
    """A version of a pack, kept whole as it was compared: what comes into force is what was tried, to the letter."""

    digest = models.CharField(primary_key=True, max_length=32)
    pack = models.CharField(max_length=40)
    version = models.CharField(max_length=40)
    files = models.JSONField()
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.pack} {self.version}"


class LivePack(models.Model):
    """A pack that is in force in another version than the one of the settings; no row: that one is in force."""

    pack = models.CharField(primary_key=True, max_length=40)
    kept = models.ForeignKey(KeptPack, on_delete=models.PROTECT, related_name="+")
    since_at = models.DateTimeField()
    by_name = models.CharField(max_length=120)
    reason = models.CharField(max_length=500)

    def __str__(self) -> str:
        return self.pack


class LawTrial(models.Model):
    """One comparison over everybody held: which version beside which, who asked, how far it is. It names nobody.

    `words` are the texts by which changes are told: of each provision its title, its section and its conditions.
    `failing` are the worked cases of the version that do not come out as they say.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    folder = models.CharField(max_length=80)
    kept = models.ForeignKey(KeptPack, on_delete=models.PROTECT, related_name="+")
    against = models.CharField(max_length=40)
    against_digest = models.CharField(max_length=32)
    asked_by = models.UUIDField()
    asked_by_name = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    on = models.DateField()
    job_id = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    people = models.PositiveIntegerField(default=0)
    words = models.JSONField(default=dict)
    failing = models.JSONField(default=list)

    class Meta:
        ordering = ("-asked_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class ChangeKind(models.TextChoices):
    """What changes for somebody."""

    REACHED = "reached", _("Newly reached")
    NO_LONGER = "no_longer", _("No longer reached")
    DAY = "day", _("Another day")
    OTHERWISE = "otherwise", _("Another answer")


class LawChange(models.Model):
    """One answer that comes out otherwise for one person; of the least class with which both answers are found."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trial = models.ForeignKey(LawTrial, on_delete=models.CASCADE, related_name="changes", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    and_legal = models.BooleanField(default=False)
    case_id = models.CharField(max_length=200, blank=True)
    provision = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=ChangeKind.choices)
    old = models.CharField(max_length=12, blank=True)
    old_on = models.DateField(null=True)
    new = models.CharField(max_length=12, blank=True)
    new_on = models.DateField(null=True)
    because = models.JSONField(default=list)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["trial", "provision", "kind", "id"], name="screening_lawchange_list")
        ]

    def __str__(self) -> str:
        return f"{self.provision} {self.kind}"

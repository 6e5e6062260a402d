"""What the law had said of somebody on the day they left, kept when screening no longer asks about them.

Screening keeps answers about those who are held. On the day somebody leaves, in the transaction of that act, the days
they lost and what had reached them are written down here, and no later screening changes it.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.people.models import CustodyEpisode, MovementKind, Person
from rihai.places.models import Place


class DaysKept(models.Model):
    """The days one person lost in one time in custody, up to the day they left; each day stands in one of the two."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    episode = models.OneToOneField(CustodyEpisode, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    left_on = models.DateField()
    left_by = models.CharField(max_length=12, choices=MovementKind.choices)
    met_from = models.DateField(null=True)
    met_days = models.PositiveIntegerField(default=0)
    open_from = models.DateField(null=True)
    open_days = models.PositiveIntegerField(default=0)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["left_on", "place"], name="legal_dayskept_day")]

    def __str__(self) -> str:
        return str(self.pk)


class ReachKept(models.Model):
    """That a provision of release, or one of *still inside although*, had reached a person who left: since when in law,
    and since when we knew.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    episode = models.ForeignKey(CustodyEpisode, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    data_class = models.CharField(max_length=10, choices=DataClass.choices)
    and_legal = models.BooleanField(default=False)
    case_id = models.CharField(max_length=200, blank=True)
    court = models.CharField(max_length=160, blank=True)
    pack = models.CharField(max_length=40)
    provision = models.CharField(max_length=80)
    is_shall = models.BooleanField(default=False)
    still_inside = models.BooleanField(default=False)
    outcome = models.CharField(max_length=12)
    since_on = models.DateField(null=True)
    reached_on = models.DateField(null=True)
    left_on = models.DateField()
    left_by = models.CharField(max_length=12, choices=MovementKind.choices)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["left_on", "place"], name="legal_reachkept_day"),
            models.Index(fields=["person", "provision", "case_id"], name="legal_reachkept_row"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def days(self) -> int:
        """Days from the day of the law to the day of leaving."""
        return max(0, (self.left_on - self.since_on).days) if self.since_on else 0


class Ground(models.TextChoices):
    """Since when somebody was held past what the law or an order said."""

    SHALL = "shall", _("since the law said shall")
    ORDER = "order", _("since the order of release reached the prison")
    OTHER = "other", _("since another day")


class UnlawfulDetention(models.Model):
    """Somebody of the office says: held from a day to a day without ground. `to_on` empty: still held.

    Rihai reckons days and names nobody's custody unlawful by itself; a person does, by name, and may take it back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    episode = models.ForeignKey(CustodyEpisode, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    data_class = models.CharField(max_length=10, choices=DataClass.choices, default=DataClass.PERSONAL)
    and_legal = models.BooleanField(default=False)
    case_id = models.CharField(max_length=200, blank=True)
    provision = models.CharField(max_length=80, blank=True)
    ground = models.CharField(max_length=8, choices=Ground.choices)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    why = models.CharField(max_length=400)
    named_by = models.UUIDField()
    named_by_name = models.CharField(max_length=120)
    named_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by_name = models.CharField(max_length=120, blank=True)
    undone_why = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("-from_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)

    def days_on(self, day: date) -> int:
        """Days from the first to the last, or to a day while it lasts."""
        return max(0, ((self.to_on or day) - self.from_on).days)

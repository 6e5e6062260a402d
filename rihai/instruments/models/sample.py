"""Random samples of the persons of a prison: how each was drawn, and who."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.instruments.models.answers import Written
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Allocation(models.TextChoices):
    """How the places of a sample are given to the groups that are drawn apart."""

    PROPORTIONAL = "proportional", _("as large as each group is")
    EQUAL = "equal", _("as many of each group")


class Sample(models.Model):
    """A sample: how it was drawn, so that anybody with the same list draws the same again.

    `frame` is how many could have been drawn on `counted_on`, and `digest` the mark of that list; `wanted` how many
    were to be asked, `reserves` how many more stand ready in the order of the draw; `seed` is what it began with.
    `strata` names the groups that were drawn apart, if any; `parts` are these groups in order: each its code, its part
    of the frame and how many of it were wanted. `allocation` is how the places were given to them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    form_id = models.SlugField(max_length=64)
    counted_on = models.DateField()
    frame = models.PositiveIntegerField()
    wanted = models.PositiveIntegerField()
    reserves = models.PositiveIntegerField()
    seed = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    strata = models.CharField(max_length=20, blank=True)
    allocation = models.CharField(max_length=12, choices=Allocation.choices, blank=True)
    parts = models.JSONField(default=list)
    drawn_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    drawn_by_name = models.CharField(max_length=120)
    drawn_at = models.DateTimeField()

    class Meta:
        ordering = ("-drawn_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class Outcome(models.TextChoices):
    """Why somebody who was drawn was not asked; empty: not yet, or there is an answer."""

    REFUSED = "refused", _("would rather not")
    GONE = "gone", _("no longer here")
    NOT_MET = "not_met", _("could not be met")


class Drawn(Written):
    """Somebody who was drawn, at which place of the draw; reserves come after those wanted of the same `part`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="drawn")
    order = models.PositiveIntegerField()
    part = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("order",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sample", "order"], name="instruments_drawn_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

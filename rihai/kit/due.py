"""What falls due: a matter with an owner and a day, in whatever room it is kept.

The rooms share nothing else of their follow-ups, recommendations and decisions (ADR 0014); *My work* gathers them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor


class Due(models.Model):
    """A matter with an owner (an account's id; None: nobody yet), the day by which, and the day on which it was done.

    The owner is an id without foreign key, because rooms below `accounts` keep such matters too.
    """

    owner_id = models.UUIDField(_("owner"), null=True, blank=True, db_index=True)
    due_on = models.DateField(_("due on"), null=True, blank=True, db_index=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    class Meta:
        abstract = True

    def is_overdue(self, on: date) -> bool:
        """Whether its day has passed on `on` and it is not done; on the day itself it is not overdue."""
        return self.done_on is None and self.due_on is not None and self.due_on < on

    def days_left(self, on: date) -> int | None:
        """Days from `on` until it is due, negative when overdue; None when done or without a day."""
        return None if self.done_on or self.due_on is None else (self.due_on - on).days


Matter = TypeVar("Matter", bound=Due)


def waiting(rows: QuerySet[Matter]) -> QuerySet[Matter]:
    """What is not done yet."""
    return rows.filter(done_on__isnull=True)


def owned_by(rows: QuerySet[Matter], actor: Actor) -> QuerySet[Matter]:
    """What this actor has to see to."""
    return rows.filter(owner_id=actor.pk)


def overdue(rows: QuerySet[Matter], on: date) -> QuerySet[Matter]:
    """Not done, and its day has passed on `on`."""
    return waiting(rows).filter(due_on__lt=on)


def due_within(rows: QuerySet[Matter], on: date, days: int) -> QuerySet[Matter]:
    """Not done, and its day is `on` or one of the `days` after it; what is overdue is not among them."""
    return waiting(rows).filter(due_on__gte=on, due_on__lte=on + timedelta(days=days))

"""A case: our working relationship with a person or her family under one programme."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.people.models import Person


class CaseState(models.TextChoices):
    """Where a case stands."""

    WAITING = "waiting", _("waits for approval")
    OPEN = "open", _("open")
    REFUSED = "refused", _("refused")
    CLOSED = "closed", _("closed")


class Case(models.Model):
    """A person under one programme (a slug of the catalogue), from intake to closing.

    `data_class` is that of the programme: who does not see it sees neither the case nor what hangs on it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=16, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    programme = models.SlugField(max_length=40)
    data_class = models.CharField(max_length=8, default=DataClass.PERSONAL)
    state = models.CharField(max_length=10, choices=CaseState.choices, default=CaseState.OPEN)
    worker = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-opened_on", "-id")

    def __str__(self) -> str:
        return self.code

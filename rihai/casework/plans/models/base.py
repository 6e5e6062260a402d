"""What every row of this part says: of whom it is, of which class, by whom and when."""

from __future__ import annotations

from django.db import models

from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.people.models import Person


class Kept(models.Model):
    """A row about a person. `made_for` is the person it was written for, kept when two persons are joined."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    data_class = models.CharField(max_length=8, choices=DataClass.choices, default=DataClass.PERSONAL)
    made_by = models.UUIDField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)


class Changing(Kept):
    """A row that two people may change: `version` counts how often it was."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

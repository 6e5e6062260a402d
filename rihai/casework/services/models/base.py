"""What rows about a person have in common: whose they are, whose they were when written, and of which class."""

from __future__ import annotations

from django.db import models

from rihai.kit.classes import DataClass
from rihai.people.models import Person


class OfPerson(models.Model):
    """A row about a person. `first_person` gives two persons who were two after all their own rows back."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    first_person = models.UUIDField(editable=False)
    data_class = models.CharField(max_length=8, choices=DataClass.choices, default=DataClass.PERSONAL)

    class Meta:
        abstract = True


class Made(models.Model):
    """By whom a row was written, and when."""

    made_by = models.UUIDField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        abstract = True

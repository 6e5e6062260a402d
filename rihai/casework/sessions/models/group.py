"""A group that meets for one service, and who is in it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.casework.services.catalogue import title_of
from rihai.casework.services.models import Enrolment, Made, OfPerson
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Group(Made):
    """A group at a place; its class is that of its service, and its name names nobody."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.SlugField(max_length=40)
    data_class = models.CharField(max_length=8, choices=DataClass.choices)
    name = models.CharField(max_length=120)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    n = 0
    """How many are in it, as far as whoever asks sees them; set by the query of the list."""

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """The name of the service."""
        return title_of(self.service)


class Member(OfPerson, Made):
    """Somebody in a group, by their enrolment in its service."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["group", "first_person"], condition=models.Q(ended_on=None), name="casework_member_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

"""Persons, and what is known of their health and of sealed matter: one class of data in each table."""

from __future__ import annotations

from django.db import models

from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id


class Person(models.Model):
    """Somebody invented."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=100)
    number = models.CharField(max_length=20, db_index=True)

    data_class = DataClass.PERSONAL
    person_column = "id"

    def __str__(self) -> str:
        return self.name


class HealthNote(models.Model):
    """Of the class health."""

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="health_notes")
    text = models.CharField(max_length=100)

    data_class = DataClass.HEALTH
    person_column = "person_id"

    def __str__(self) -> str:
        return self.text


class SealedNote(models.Model):
    """Of the class sealed."""

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sealed_notes")
    text = models.CharField(max_length=100)

    data_class = DataClass.SEALED
    person_column = "person_id"

    def __str__(self) -> str:
        return self.text

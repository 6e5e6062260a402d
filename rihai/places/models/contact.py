"""Whom to speak to at a place, in their office: never a person in custody."""

from __future__ import annotations

from django.db import models

from rihai.places.models.place import Place


class PlaceContact(models.Model):
    """An official contact: a post and, where known, who holds it."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="contacts")
    post = models.CharField(max_length=120)
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(max_length=120, blank=True)
    note = models.CharField(max_length=240, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("post", "name", "id")

    def __str__(self) -> str:
        return f"{self.post} {self.name}".strip()

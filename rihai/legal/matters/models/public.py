"""What may be said in public of a case brought for many."""

from __future__ import annotations

from django.db import models

from rihai.kit.ids import new_id
from rihai.legal.matters.models.matter import Matter


class PublicFacts(models.Model):
    """The public facts of strategic litigation, written for whoever works here; it names none of the clients."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.OneToOneField(Matter, on_delete=models.CASCADE, related_name="public_facts")
    title = models.CharField(max_length=200)
    says = models.TextField(max_length=2000)
    court_name = models.CharField(max_length=160, blank=True)
    number = models.CharField(max_length=60, blank=True)
    stage = models.CharField(max_length=160, blank=True)
    next_on = models.DateField(null=True, blank=True)
    filed_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-filed_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)

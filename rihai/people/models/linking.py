"""What people decided of two persons that may be one, and every merging with all that is needed to undo it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.people.models.person import Person


class LinkDecision(models.Model):
    """A verdict on two persons, the lower id first; the newest holds, "never the same" for ever unless taken back."""

    class Verdict(models.TextChoices):
        """What was decided."""

        SAME = "same", _("the same person")
        DIFFERENT = "different", _("never the same")
        UNSURE = "unsure", _("not sure yet")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    decided_by = models.UUIDField()
    decided_by_name = models.CharField(max_length=120)
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ("decided_at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Merge(models.Model):
    """`gone` turned out to be `kept`. `moved` names every row that was moved, by table, so that it can be put back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kept = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    gone = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    moved = models.JSONField()
    merged_by = models.UUIDField()
    merged_by_name = models.CharField(max_length=120)
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("merged_at", "id")

    def __str__(self) -> str:
        return str(self.pk)

"""What is kept of figures that left: the release as printed, so that the next one is safe beside it."""

from __future__ import annotations

from django.db import models

from rihai.kit.ids import new_id


class PublishedFigures(models.Model):
    """One release of an export of figures; `release` is what disclosure's `as_json` wrote, no true count."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    export = models.CharField(max_length=100, db_index=True)
    release = models.JSONField()
    released_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.export} {self.released_at:%Y-%m-%d}"

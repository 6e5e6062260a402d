"""How soon somebody acted: of the incidents an actor oversees, the median and the longest time to the first response.

Source: standards, clocks of incidents (share within the clock, median, worst). What is sealed is counted nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from statistics import median

from django.db.models import Q

from rihai.kit.actor import Actor
from rihai.monitoring.incidents.models import Clock
from rihai.monitoring.incidents.queries import OVERSEE, plain_for


@dataclass(frozen=True, slots=True)
class Response:
    """Of `events` how many were answered, after how many hours; of `clocks` that are over how many were kept."""

    events: int
    answered: int
    median_hours: float | None
    worst_hours: float | None
    clocks: int
    kept: int

    @property
    def share(self) -> int | None:
        """Clocks kept in 100."""
        return round(100 * self.kept / self.clocks) if self.clocks else None


def response(actor: Actor, first: datetime, at: datetime) -> Response | None:
    """Of events learned of from a moment on; None for who oversees no incidents. Two queries."""
    if not actor.may(OVERSEE):
        return None
    rows = plain_for(actor).filter(duplicate_of=None, learned_at__gte=first).order_by()
    told = list(rows.values_list("pk", "learned_at", "answered_at"))
    hours = [(answered - learned).total_seconds() / 3600 for _pk, learned, answered in told if answered is not None]
    over = Clock.objects.filter(incident__in=rows.values("pk")).filter(Q(stopped_at__isnull=False) | Q(due_at__lt=at))
    kept = [one is not None and one <= due for one, due in over.values_list("stopped_at", "due_at")]
    middle, worst = (float(median(hours)), max(hours)) if hours else (None, None)
    return Response(len(told), len(hours), middle, worst, len(kept), sum(kept))

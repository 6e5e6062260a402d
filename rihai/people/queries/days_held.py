"""How many days people were held at each place between two days: the denominator of rates, summed by the database.

It counts days and names nobody: asked as the house, of whole places, for figures alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import DurationField, ExpressionWrapper, F, Q, Sum, Value
from django.db.models.functions import Coalesce, Greatest, Least

from rihai.people.models import Placement


def days_held(place_ids: Iterable[int], first: date, end: date) -> dict[int, int]:
    """By place: days of custody from `first` to before `end`; a stay whose first day is not known is left out."""
    begins = Greatest(F("started_on"), Value(first))
    ends = Least(Coalesce(F("ended_on"), Value(end)), Value(end))
    rows = (
        Placement.objects.filter(place__in=list(place_ids), started_on__lt=end)
        .filter(Q(ended_on=None) | Q(ended_on__gt=first))
        .order_by()
        .values("place")
        .annotate(held=Sum(ExpressionWrapper(ends - begins, output_field=DurationField())))
    )
    return {one["place"]: max((one["held"] or timedelta()).days, 0) for one in rows}

"""Rows with a running number: who writes in the same instant as another gets the number after, and no error page."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rihai.monitoring.errors import NotNow

TRIES = 5


def save_numbered(one: Any) -> None:
    """Save a new row of a model that has a `number` under the next one; within `as_house`, which sees them all.

    Raises NotNow where others are quicker each time.
    """
    rows = type(one)._default_manager
    for _try in range(TRIES):
        one.number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
        try:
            with transaction.atomic():
                one.save(force_insert=True)
            return
        except IntegrityError:
            if not rows.filter(number=one.number).exists():
                raise  # something else is wrong with it
    raise NotNow(_("Many write at this moment. Nothing was kept; send it again."))

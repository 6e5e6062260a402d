"""Two who write the same in one instant: the database keeps the first, and the second is told so in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction

from rihai.preparedness.errors import NotSo


@contextmanager
def refused_twice(says: Any) -> Iterator[None]:
    """What the constraints of a table refuse within it is refused in these words, within the act of an operation.

    What an operation looks up beforehand is not enough: on PostgreSQL somebody else may write between look and act.
    Raises NotSo.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as second:
        raise NotSo(str(says)) from second

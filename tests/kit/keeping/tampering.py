"""What the application may not do on PostgreSQL, done as the owner of the tables: somebody who tampers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def owner() -> Iterator[None]:
    """Act as the owner of the tables; on SQLite there is nobody else."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE rihai_app")

"""PostgreSQL as the owner of the tables, whom no wall binds: for what must see every row; from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from rihai.errors import Refused


@contextmanager
def as_owner(*, is_needed: bool = True) -> Iterator[None]:
    """Within it the database is asked as DATABASE_OWNER_URL says; elsewhere than on PostgreSQL nothing changes.

    Raises Refused on PostgreSQL when the address is not given, unless the owner is not `is_needed`.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "postgresql" or (settings.OWNER_DATABASE is None and not is_needed):
        yield
        return
    if settings.OWNER_DATABASE is None:
        raise Refused("This must see every row: give the address of the tables' owner in DATABASE_OWNER_URL.")
    given = connection.settings_dict
    connection.close()
    connection.settings_dict = {**given, **settings.OWNER_DATABASE}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = given

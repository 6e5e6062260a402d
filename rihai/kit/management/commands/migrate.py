"""`rihai migrate`: Django's own, as the role that owns the tables when DATABASE_OWNER_URL names one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.commands.migrate import Command as Migrate
from django.db import DEFAULT_DB_ALIAS, connections


class Command(Migrate):
    """Makes and changes the tables; everything else is done as a role that owns nothing."""

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.OWNER_DATABASE is None:
            super().handle(*args, **options)
            return
        connection = connections[DEFAULT_DB_ALIAS]
        connection.close()
        given = connection.settings_dict
        connection.settings_dict = {**given, **settings.OWNER_DATABASE}
        try:
            super().handle(*args, **options)
        finally:
            connection.close()
            connection.settings_dict = given

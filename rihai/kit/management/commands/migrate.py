"""`rihai migrate`: Django's own, as the role that owns the tables when DATABASE_OWNER_URL names one."""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as Migrate

from rihai.kit.owning import as_owner


class Command(Migrate):
    """Makes and changes the tables; everything else is done as a role that owns nothing."""

    def handle(self, *args: Any, **options: Any) -> None:
        with as_owner(is_needed=False):
            super().handle(*args, **options)

"""What `rihai check --deploy` adds to Django's own checks, and what stops the start.

Each message says what is wrong and what to do.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

ROLE = """
SELECT r.rolsuper, r.rolbypassrls,
       EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema() AND pg_has_role(c.relowner, 'USAGE')),
       COALESCE(has_table_privilege(to_regclass('kit_event')::oid, 'UPDATE, DELETE, TRUNCATE'), false)
FROM pg_roles r WHERE r.rolname = current_user
"""


def role_problems() -> list[str]:
    """What is wrong with the role as which the application signs in to PostgreSQL; empty elsewhere.

    Raises django.db.DatabaseError when the server cannot be asked.
    """
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(ROLE)
        superuser, bypasses, owns, edits = cursor.fetchone()
    problems = (
        (superuser, "is a superuser, whom no wall binds"),
        (bypasses, "has BYPASSRLS, so that no wall binds it"),
        (owns, "owns tables, and a table's owner is bound by no wall"),
        (edits, "may change or delete lines of the audit trail"),
    )
    return [says for is_so, says in problems if is_so]


def ensure_walled() -> None:
    """Raises ImproperlyConfigured, naming what is wrong, when PostgreSQL's walls would not bind the application."""
    problems = role_problems()
    if problems:
        raise ImproperlyConfigured(
            f"The role in DATABASE_URL {'; it '.join(problems)}. Sign in as a role that owns nothing (rihai_app), give "
            "the owner's address in DATABASE_OWNER_URL and run rihai migrate: see docs/how-to/deploy.md."
        )


@register(deploy=True)
def check_role(**_: Any) -> Sequence[CheckMessage]:
    """The role in the database."""
    try:
        problems = role_problems()
    except DatabaseError:
        return [Error("The database cannot be asked.", hint="Is it running, and DATABASE_URL right?", id="rihai.E001")]
    hint = "Sign in as a role that owns nothing: docs/how-to/deploy.md."
    return [Error(f"The role in DATABASE_URL {problem}.", hint=hint, id="rihai.E002") for problem in problems]


@register(deploy=True)
def check_office(**_: Any) -> Sequence[CheckMessage]:
    """The settings of an office that others reach."""
    return list(_office())


def _office() -> Iterator[CheckMessage]:
    if settings.DEMO:
        yield Error("RIHAI_DEMO is on: every account of the demonstration is known.", id="rihai.E003")
    if not settings.SECURE:
        hint = "Give the address people type, as https://rihai.example.org, in RIHAI_SITE."
        yield Error(
            "RIHAI_SITE is not https://, so what people type can be read on the way.", hint=hint, id="rihai.E004"
        )
    if settings.EMAIL_BACKEND.endswith(("dummy.EmailBackend", "console.EmailBackend")):
        hint = "Give RIHAI_EMAIL_URL, or hand over the links that are shown."
        yield Warning("No e-mail is sent: invitations and lost passwords need a person.", hint=hint, id="rihai.W005")
    if connection.vendor == "sqlite" and settings.KEYRING.database_key is None:
        hint = "Encrypt the disk, or begin an office with rihai init --encrypted."
        yield Warning("The database lies on the disk in the open.", hint=hint, id="rihai.W006")
    for path in (settings.HOME, settings.KEYRING_PATH):
        if os.name == "posix" and path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Error(f"{path} can be read by others on this machine.", hint=f"chmod go= {path}", id="rihai.E007")

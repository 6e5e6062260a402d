"""Every table that holds a person stands behind a wall, and PostgreSQL knows the roles as Python does."""

from __future__ import annotations

import importlib
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, models

from rihai.accounts.models import Demand, Grant
from rihai.accounts.reference import roles_page
from rihai.accounts.roles import ROLES
from rihai.accounts.walls import RoleTable, role_digest
from rihai.kit.files import StoredFile
from rihai.kit.wall import POLICIES
from tests.accounts.reference import PAGE

postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="walls stand on PostgreSQL alone")
ALSO = {"kit_event", "accounts_notification", "accounts_apikey"}
"""Tables without a person's id in a column of its own that are walled all the same."""

CALLED_BARE = re.compile(r"(?<!SELECT )(?<!FROM )\brihai_\w+\((?!account_id, )")
"""A function that is not fetched once as a set, as `(SELECT f())` or `FROM f()`."""


def holds_persons(model: type[models.Model], seen: frozenset[type[models.Model]] = frozenset()) -> bool:
    """Whether rows are about a person: by `person_id`, or by a foreign key to rows that are."""
    if model._meta.label_lower.endswith("people.person") or any(
        one.attname == "person_id" for one in model._meta.concrete_fields
    ):
        return True
    # A row that only keeps a file is about a person when it says so itself: files are of many things.
    keys = [one for one in model._meta.concrete_fields if isinstance(one, models.ForeignKey)]
    targets = [one.related_model for one in keys if one.related_model is not StoredFile]
    return any(
        holds_persons(one, seen | {model}) for one in targets if isinstance(one, type) and one not in seen | {model}
    )


def tables_of_persons() -> set[str]:
    return {model._meta.db_table for model in apps.get_models() if holds_persons(model)}


def walled() -> dict[str, set[str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.tablename, p.policyname FROM pg_policies p JOIN pg_class c ON c.relname = p.tablename"
            " WHERE c.relrowsecurity"
        )
        found: dict[str, set[str]] = {}
        for table, policy in cursor.fetchall():
            found.setdefault(table, set()).add(policy)
    return found


@postgresql
@pytest.mark.django_db
def test_every_table_that_holds_a_person_is_walled_for_reading_and_writing() -> None:
    found = walled()

    assert {table for table in tables_of_persons() | ALSO if found.get(table, set()) < set(POLICIES)} == set()


@postgresql
@pytest.mark.django_db
def test_no_wall_calls_a_function_for_each_row() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies")
        for table, says in cursor.fetchall():
            assert CALLED_BARE.findall(says) == [], (table, says)


@postgresql
@pytest.mark.django_db
def test_postgresql_knows_the_roles_as_python_does() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT role, data_class, by_place, guarded FROM rihai_role_classes()")
        classes = set(cursor.fetchall())
        cursor.execute("SELECT role, capability FROM rihai_role_capabilities()")
        capabilities = set(cursor.fetchall())

    assert classes == {
        (role.key, str(one), one in role.by_place, role.guarded) for role in ROLES.values() for one in role.classes
    }
    assert capabilities == {(role.key, one) for role in ROLES.values() for one in role.capabilities}


def test_the_last_migration_wrote_the_table_of_roles_as_it_stands() -> None:
    names = sorted(path.stem for path in (settings.PACKAGE / "accounts" / "migrations").glob("0*.py"))
    migrations = [importlib.import_module(f"rihai.accounts.migrations.{name}").Migration for name in names]
    written = [one.digest for migration in migrations for one in migration.operations if isinstance(one, RoleTable)]

    assert written[-1] == role_digest(), "roles.py changed: write a migration with RoleTable(digest=…) of today"


@pytest.mark.django_db
def test_migrations_say_what_the_models_say() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_there_are_tables_to_look_at() -> None:
    assert {
        Grant._meta.db_table,
        Demand._meta.db_table,
        "kit_storedfile",
        "test_people_healthnote",
    } <= tables_of_persons()


def test_the_page_of_roles_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == roles_page(), "run: .venv/bin/python -m tests.accounts.reference"

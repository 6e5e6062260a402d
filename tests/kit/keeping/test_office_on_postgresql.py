"""An office on PostgreSQL: made as the owner, used as a role that owns nothing, saved by pg_dump and restored."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection

from tests.kit.keeping.office import PASSWORD, Office, code_on
from tests.postgres import programs

pytestmark = [pytest.mark.slow, pytest.mark.postgresql]


def settings_for(name: str) -> Mapping[str, str]:
    """The addresses of a database of that name, freshly made: the application's and the owner's."""
    address = urlsplit(os.environ["DATABASE_URL"])
    owner = urlunsplit(address._replace(path=f"/{name}"))
    with psycopg.connect(urlunsplit(address._replace(path="/postgres")), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    app = owner.replace("rihai_owner", "rihai_app")
    return {"DATABASE_URL": app, "DATABASE_OWNER_URL": owner, "PATH": f"{programs() / 'bin'}:{os.environ['PATH']}"}


def test_an_office_is_founded_backed_up_and_restored_into_another_database(tmp_path: Path) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("what is asked is PostgreSQL's")
    first, second = settings_for("office_one"), settings_for("office_two")
    office = Office(tmp_path / "one", tmp_path)
    made = office.found(tmp_path / "sheet.pdf", encrypted=False, more=first)
    assert made.returncode == 0, made.stderr

    saved = office.run("backup", str(tmp_path / "one.rihai"), more=first)
    assert saved.returncode == 0, saved.stderr
    elsewhere = Office(tmp_path / "two", tmp_path)
    again = elsewhere.run("restore", str(tmp_path / "one.rihai"), given=code_on(tmp_path / "sheet.pdf"), more=second)

    assert again.returncode == 0, again.stderr
    assert elsewhere.run("audit", "verify", more=second).stdout.startswith("The trail holds")
    full = elsewhere.run("restore", str(tmp_path / "one.rihai"), more=second)
    assert "holds something" in full.stderr
    third = Office(tmp_path / "three", tmp_path)
    occupied = third.run("restore", str(tmp_path / "one.rihai"), given=code_on(tmp_path / "sheet.pdf"), more=second)
    assert "not empty" in occupied.stderr
    assert not third.home.exists()
    assert PASSWORD.encode() not in (tmp_path / "one.rihai").read_bytes()


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Mapping[str, str]]:
    """An office for each worker that has a test of it, and the addresses of its database."""
    if connection.vendor != "postgresql":
        pytest.skip("what is asked is PostgreSQL's")
    folder, given = tmp_path_factory.mktemp("office"), settings_for(f"office_of_{os.getpid()}")
    office = Office(folder / "home", folder)
    made = office.found(folder / "sheet.pdf", encrypted=False, more=given)
    assert made.returncode == 0, made.stderr
    return office, given


def test_without_pg_dump_no_backup_is_written_and_a_sentence_says_what_to_install(
    founded: tuple[Office, Mapping[str, str]], tmp_path: Path
) -> None:
    office, given = founded

    done = office.run("backup", str(tmp_path / "b.rihai"), more={**given, "PATH": "/nowhere"})

    assert done.returncode == 1
    assert "pg_dump" in done.stderr
    assert not (tmp_path / "b.rihai").exists()


def test_serving_as_the_owner_is_refused(founded: tuple[Office, Mapping[str, str]]) -> None:
    office, given = founded

    done = office.run("serve", more={**given, "DATABASE_URL": given["DATABASE_OWNER_URL"]})

    assert done.returncode == 2
    assert "owns tables" in done.stderr


IN_STEPS = """
from django.apps import apps
from django.db.migrations.state import ProjectState
from rihai.kit.management.commands.migrate import Command
Command._lay_out = lambda *_, **__: None
# Django draws every table anew that is reached from a changed one, here nearly all at each of some thousand steps (50 s
# of processor, now 4). What a step writes comes of its own table: were it not so, the two offices would differ.
ProjectState._find_reload_model = lambda self, app_label, model_name, delay=False: {(app_label, model_name)}
"""
MIGRATE = "from django.core.management import call_command; call_command('migrate', verbosity=0)"


def schema_of(name: str, before: str = "") -> set[str]:
    """The statements that make a database migrated by a process of its own, the columns of each table in order."""
    address = settings_for(name)["DATABASE_OWNER_URL"]
    code = f"import django; django.setup()\n{before}\n{MIGRATE}"
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    dump = subprocess.run([programs() / "bin" / "pg_dump", "-s", address], capture_output=True, text=True, check=True)
    told = re.sub(r"^(--|\\).*\n", "", dump.stdout, flags=re.MULTILINE)
    statements = [one.strip() for one in told.split(";\n") if one.strip()]
    return {
        "\n".join(sorted(line.strip(" ,") for line in one.split("\n"))) if one.startswith("CREATE TABLE") else one
        for one in statements
    }


def test_a_new_office_has_the_tables_and_walls_that_the_migrations_make_one_by_one() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("what is asked is PostgreSQL's")
    at_once, in_steps = schema_of("office_at_once"), schema_of("office_in_steps", IN_STEPS)

    assert len(at_once) > 1000
    # Django's own table of its groups, which we do not use, had a longer key in a later migration.
    assert [one for one in at_once ^ in_steps if "CREATE TABLE public.auth_group_permissions" not in one] == []

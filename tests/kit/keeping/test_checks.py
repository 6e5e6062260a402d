"""Settings are safe by default and loud when wrong: `rihai check --deploy` is quiet for a proper server alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from rihai.config import env
from rihai.config.stores import store
from rihai.kit import keyring as keys
from rihai.kit.checks import ensure_walled, role_problems
from tests.house.files import ROOT
from tests.kit.keeping.tampering import owner

PROPER = {
    "RIHAI_SITE": "https://rihai.example.org",
    "RIHAI_EMAIL_URL": "smtp+tls://u:p@mail.example.org:587",
    "RIHAI_EMAIL_FROM": "rihai@example.org",
}


def checked(home: Path, given: Mapping[str, str], *, encrypted: bool = True) -> subprocess.CompletedProcess[str]:
    """`rihai check --deploy` on a machine with these settings; warnings count."""
    home.chmod(0o700)
    path = home / "keyring.json"
    if not path.exists():
        keys.write_private(path, keys.to_json(keys.new_keyring(encrypted=encrypted)))
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("RIHAI_", "DATABASE_", "DJANGO_"))
    }
    command = [sys.executable, "-m", "rihai", "check", "--deploy", "--fail-level", "WARNING"]
    environment = {**kept, "RIHAI_HOME": str(home), **given}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_a_proper_server_is_passed_without_a_word(tmp_path: Path) -> None:
    done = checked(tmp_path, PROPER)

    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"RIHAI_SITE": ""}, "https://"),
        ({"RIHAI_SITE": "http://rihai.example.org"}, "passwords need https"),
        ({"RIHAI_SITE": "rihai.example.org"}, "whole address"),
        ({"RIHAI_DEMO": "yes"}, "RIHAI_DEMO"),
        ({"RIHAI_DEBUG": "yes"}, "RIHAI_DEBUG"),
        ({"RIHAI_EMAIL_URL": ""}, "No e-mail is sent"),
        ({"RIHAI_LANGUAGE": "xx"}, "RIHAI_LANGUAGE"),
        ({"RIHAI_UPLOAD_MB": "many"}, "RIHAI_UPLOAD_MB"),
        ({"RIHAI_UPLAOD_MB": "40"}, "RIHAI_UPLAOD_MB"),
        ({"DATABASE_URL": "mysql://u:secret@h/d"}, "DATABASE_URL"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_is_wrong_is_named_and_no_secret_said(change: dict[str, str], says: str, tmp_path: Path) -> None:
    done = checked(tmp_path, {**PROPER, **change})

    assert done.returncode != 0
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stdout + done.stderr


def test_keys_or_a_home_that_others_can_read_stop_the_start_or_are_named(tmp_path: Path) -> None:
    assert checked(tmp_path, PROPER).returncode == 0

    (tmp_path / "keyring.json").chmod(0o644)
    assert "chmod 600" in checked(tmp_path, PROPER).stderr


def test_without_keys_nothing_starts_and_a_sentence_says_what_to_do(tmp_path: Path) -> None:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("RIHAI_", "DATABASE_", "DJANGO_"))
    }
    command = [sys.executable, "-m", "rihai", "audit", "verify"]
    done = subprocess.run(
        command, env={**kept, "RIHAI_HOME": str(tmp_path)}, capture_output=True, text=True, check=False
    )

    assert (done.returncode, "rihai init" in done.stderr) == (2, True)


def test_the_file_of_settings_in_the_home_is_read_and_the_environment_is_stronger(tmp_path: Path) -> None:
    (tmp_path / "rihai.env").write_text(
        "# ours\n\nRIHAI_OFFICE=Roshan, the office\nRIHAI_UPLOAD_MB=7\n", encoding="utf-8"
    )

    found = env.read({"RIHAI_HOME": str(tmp_path), "RIHAI_UPLOAD_MB": "9"})

    assert (found.text("RIHAI_OFFICE"), found.number("RIHAI_UPLOAD_MB")) == ("Roshan, the office", 9)


@pytest.mark.parametrize("line", ["RIHAI_OFFICE", "RIHAI_OFICE=x", "RIHAI_HOME=/elsewhere", "RIHAI_KEYRING_FD=0"])
def test_a_line_that_cannot_be_meant_stops_the_start_by_its_number(line: str, tmp_path: Path) -> None:
    (tmp_path / "rihai.env").write_text(f"\n{line}\n", encoding="utf-8")

    with pytest.raises(ImproperlyConfigured, match="line 2"):
        env.read({"RIHAI_HOME": str(tmp_path)})


def test_the_example_of_settings_is_what_the_settings_say() -> None:
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == env.example()


def test_every_setting_is_read_somewhere() -> None:
    texts = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "rihai").rglob("*.py") if path.name != "env.py"
    )
    known = {setting.name for setting in env.SETTINGS}

    assert {name for name in known if not re.search(rf'"{name}"', texts)} == set()


def test_a_store_by_address_is_refused_in_a_sentence_that_tells_no_secret(tmp_path: Path) -> None:
    for address in ("ftp://bucket", "s3://", "s3://k:secret@bucket?colour=red"):
        with pytest.raises(ImproperlyConfigured) as refused:
            store(address, tmp_path)
        assert "secret@" not in str(refused.value).replace("key:secret@", "")


def test_an_s3_compatible_store_is_asked_for_by_its_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rihai.config.stores.find_spec", lambda name: object())

    found = store("s3://k%2F1:s@bucket?endpoint=https://s3.example.org&region=x&prefix=rihai", tmp_path)

    assert found["BACKEND"] == "storages.backends.s3.S3Storage"
    assert found["OPTIONS"] == {
        "bucket_name": "bucket", "endpoint_url": "https://s3.example.org", "region_name": "x", "location": "rihai",
        "access_key": "k/1", "secret_key": "s", "default_acl": None, "file_overwrite": False, "querystring_auth": True,
    }  # fmt: skip


@pytest.mark.django_db
def test_the_role_of_the_application_owns_nothing_and_the_owner_is_refused() -> None:
    assert role_problems() == []
    ensure_walled()
    if connection.vendor != "postgresql":
        return

    with owner():
        with pytest.raises(ImproperlyConfigured, match="owns tables"):
            ensure_walled()
        found = [one.id for one in run_checks(include_deployment_checks=True)]
    assert "rihai.E002" in found


@pytest.mark.django_db
def test_on_postgresql_the_application_can_neither_change_nor_delete_a_line_of_the_trail() -> None:
    if connection.vendor != "postgresql":
        return
    for sql in (
        "UPDATE kit_event SET act = ''",
        "DELETE FROM kit_event",
        "TRUNCATE kit_event",
        "DELETE FROM kit_opening",
    ):
        with connection.cursor() as cursor:
            cursor.execute("SAVEPOINT before")
            with pytest.raises(Exception, match="permission denied"):
                cursor.execute(sql)
            cursor.execute("ROLLBACK TO SAVEPOINT before")


def test_an_error_in_the_log_is_its_kind_and_place_and_never_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    import logging

    from rihai.kit.logs import Plain

    def breaks(name: str) -> Any:
        try:
            return os.environ[name]
        except KeyError as error:
            raise ValueError(f"{name} is unknown") from error

    try:
        breaks("Rukhsana")
    except ValueError:
        record = logging.LogRecord("rihai", logging.ERROR, "x.py", 1, "it broke", (), sys.exc_info())
    text = Plain().format(record)

    assert "Rukhsana" not in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_checks.py" in text

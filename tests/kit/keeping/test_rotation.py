"""A change of keys seals every row anew, can be stopped in the middle, and keeps old keys until nothing needs them."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from rihai.kit import keyring as keys
from rihai.kit.audit.models import Event
from rihai.kit.management.commands import rotate_keys
from rihai.kit.passphrase import new_recovery_code, unwrap, wrap
from rihai.kit.sealed import rotation
from rihai.kit.sealed.cipher import keyring
from tests.kit.keeping.models import Numbered

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_keys(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotate_keys, "as_owner", nullcontext)  # the test stands in one connection's transaction
    settings.KEYRING_PATH = tmp_path / "keyring.json"
    settings.KEYRING = replace(keyring())
    keys.write_private(settings.KEYRING_PATH, keys.to_json(settings.KEYRING))


def people(count: int) -> None:
    Numbered.objects.bulk_create(Numbered(number=f"9{one:012}", said=None if one % 2 else "x") for one in range(count))


def test_every_row_is_sealed_by_the_new_key_and_the_old_one_is_gone_from_the_keyring(settings: Any) -> None:
    people(5)

    call_command("rotate_keys")

    assert rotation.keys_in_use() == {"k2"}
    written = keys.load_keyring(settings.KEYRING_PATH)
    assert [name for name, _ in written.field_keys] == ["k2"]
    settings.KEYRING = written
    assert sorted(one.number or "" for one in Numbered.objects.all()) == [f"9{one:012}" for one in range(5)]
    assert Numbered.objects.filter(number_index="9000000000003").count() == 1
    assert Event.objects.get(act="kit.keys.rotated").detail["rows"] == 5


def test_stopped_in_the_middle_all_rows_can_be_read_and_the_next_call_goes_on(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    people(6)
    monkeypatch.setattr(rotation, "BATCH", 2)
    saved = rotation._save
    calls = []

    def stops(*given: Any) -> int:
        calls.append(given)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return saved(*given)

    monkeypatch.setattr(rotation, "_save", stops)
    with pytest.raises(KeyboardInterrupt):
        call_command("rotate_keys")

    assert rotation.keys_in_use() == {"k1", "k2"}
    settings.KEYRING = keys.load_keyring(settings.KEYRING_PATH)
    assert len({one.number for one in Numbered.objects.all()}) == 6

    monkeypatch.setattr(rotation, "_save", saved)
    call_command("rotate_keys", "--finish")

    assert rotation.keys_in_use() == {"k2"}
    assert [name for name, _ in keys.load_keyring(settings.KEYRING_PATH).field_keys] == ["k2"]


def test_the_copy_for_the_recovery_code_is_written_again_too(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    code = new_recovery_code()
    path = keys.recovery_path(settings.KEYRING_PATH)
    keys.write_private(path, wrap(keys.to_json(settings.KEYRING), recovery_code=code))
    monkeypatch.setenv("RIHAI_PASSPHRASE_FD", "9")
    monkeypatch.setattr(keys, "asked", lambda: code)

    call_command("rotate_keys")

    assert unwrap(path.read_text(), code) == settings.KEYRING_PATH.read_text()


def test_encrypted_text_cannot_be_found_in_the_raw_database() -> None:
    Numbered.objects.create(number="9123456789012", said="a needle named Rukhsana")

    with connection.cursor() as cursor:
        cursor.execute("SELECT number, said, number_index FROM test_keeping_numbered")
        raw = b"".join(bytes(one) for row in cursor.fetchall() for one in row)

    for needle in (b"9123456789012", b"Rukhsana", b"needle"):
        assert needle not in raw


def test_equal_numbers_are_found_by_their_index_however_they_are_written() -> None:
    first, second = (Numbered.objects.create(number=number) for number in ("91234-5678901-2", "9123456789012"))
    Numbered.objects.create(number="9999999999999")

    found = set(Numbered.objects.filter(number_index="91234 5678901 2").values_list("pk", flat=True))

    assert found == {first.pk, second.pk}
    assert not Numbered.objects.filter(number_index="no digits").exists()
    with pytest.raises(Exception, match="lookup"):
        Numbered.objects.filter(number_index__startswith="9")
    second.number = "9000000000000"
    second.save()
    assert Numbered.objects.filter(number_index="9123456789012").count() == 1

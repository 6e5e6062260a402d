"""Sealed text opens in its own row and nowhere else, is never written in the open, and changes its key when told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.db.models import Value

from rihai.kit.files.models import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.sealed.cipher import CannotUnseal, Sealed, blind, keyring, seal, unseal
from rihai.kit.sealed.index import digits, folded
from tests.kit.keeping.actors import AT

pytestmark = pytest.mark.django_db
NAME = "statement of Zubaida.pdf"


def file(name: str = NAME, **more: Any) -> StoredFile:
    return StoredFile(
        data_class="personal", name=name, digest="d" * 64, media_type="application/pdf", size=1, stored_as="x",
        sealed_digest="s" * 64, kept_at=AT, **more,
    )  # fmt: skip


def raw(row: StoredFile) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM kit_storedfile")
        return bytes(cursor.fetchone()[0])


def test_what_is_saved_reads_the_same_and_is_not_in_the_database() -> None:
    row = file()
    row.save()

    assert StoredFile.objects.get(pk=row.pk).name == NAME
    assert b"Zubaida" not in raw(row)


def test_rows_made_in_bulk_are_sealed_too() -> None:
    StoredFile.objects.bulk_create([file()])

    assert StoredFile.objects.get().name == NAME
    assert isinstance(StoredFile.objects.values_list("name", flat=True).get(), Sealed)


def test_a_value_moved_to_another_row_does_not_open() -> None:
    first, second = file("one"), file("two")
    first.save()
    second.save()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE kit_storedfile SET name = (SELECT name FROM kit_storedfile WHERE stored_as = 'x' LIMIT 1)"
        )

    opened = []
    for row in StoredFile.objects.all():
        try:
            opened.append(row.name)
        except CannotUnseal:
            opened.append("refused")
    assert "refused" in opened


def test_a_value_opens_under_its_own_seal_and_row_alone_and_not_when_a_byte_was_changed() -> None:
    key = new_id()
    value = seal("x", "a.b.c", key)

    assert unseal(value, "a.b.c", key) == "x"
    for wrong in (value[:-1] + bytes([value[-1] ^ 1]), b"", value[:10]):
        with pytest.raises(CannotUnseal):
            unseal(wrong, "a.b.c", key)
    with pytest.raises(CannotUnseal):
        unseal(value, "a.b.d", key)


def test_a_row_nobody_read_keeps_its_bytes_when_saved() -> None:
    row = file()
    row.save()
    before = raw(row)

    again = StoredFile.objects.get()
    again.size = 2
    again.save()

    assert raw(row) == before


def test_a_copied_row_is_refused_rather_than_made_unreadable() -> None:
    file().save()
    copied = StoredFile.objects.get()
    copied.pk = new_id()

    with pytest.raises(CannotUnseal):
        copied.save(force_insert=True)


def test_update_and_bulk_update_are_refused() -> None:
    row = file()
    row.save()
    row.name = "open"

    with pytest.raises(TypeError, match="sealed"):
        StoredFile.objects.update(name="open")
    with pytest.raises(TypeError, match="sealed"):
        StoredFile.objects.bulk_update([row], ["name"])
    with pytest.raises(TypeError, match="sealed"):
        list(StoredFile.objects.annotate(one=Value("open", output_field=StoredFile._meta.get_field("name"))))


@pytest.mark.parametrize(
    "lookup", ["name", "name__contains", "name__in", "name__startswith", "name__gt", "name__lower"]
)
def test_nothing_can_be_asked_of_a_sealed_field_but_whether_it_is_there(lookup: str) -> None:
    with pytest.raises(FieldError):
        StoredFile.objects.filter(**{lookup: [NAME] if lookup.endswith("in") else NAME})

    assert not StoredFile.objects.filter(name__isnull=True).exists()


def test_a_new_key_writes_and_the_old_one_still_reads(settings: Any) -> None:
    row = file()
    row.save()
    settings.KEYRING = replace(keyring(), field_keys=(("k2", b"2" * 32), *keyring().field_keys))

    again = StoredFile.objects.get()
    assert again.name == NAME
    again.save()

    assert Sealed(raw(row)).key_name == "k2"
    assert StoredFile.objects.get().name == NAME


def test_a_value_of_a_key_that_is_gone_is_said_to_be_so(settings: Any) -> None:
    file().save()
    settings.KEYRING = replace(keyring(), field_keys=(("k9", b"9" * 32),))

    with pytest.raises(CannotUnseal, match="keyring"):
        _ = StoredFile.objects.get().name


def test_a_blind_index_is_the_same_for_the_same_number_and_another_under_another_seal() -> None:
    assert blind("9", "a.b.c") == blind("9", "a.b.c")
    assert len({blind("9", "a.b.c"), blind("8", "a.b.c"), blind("9", "a.b.d")}) == 3
    assert len(blind("9", "a.b.c")) == 16


@pytest.mark.parametrize(
    ("typed", "counts"),
    [("91234-5678901-2", "9123456789012"), ("۹۱۲۳۴", "91234"), ("٩١", "91"), ("none", ""), ("²", "")],
)
def test_of_a_number_the_digits_count_in_whatever_script(typed: str, counts: str) -> None:
    assert digits(typed) == counts


def test_of_a_text_neither_case_nor_width_nor_spaces_count() -> None:
    assert folded("  Ａbc  D ") == "abc d"

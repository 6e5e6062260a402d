"""A stored file is what its bytes say, lies sealed under a random name, and is read by who may; all is written down."""

from __future__ import annotations

import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as given
from django.core.exceptions import ValidationError
from django.core.files.storage import InMemoryStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.errors import NotFound
from rihai.kit.audit.models import Event
from rihai.kit.files import FileRefused, StoredFile, erase, keep, read
from rihai.kit.files.kinds import DOCX, kind_of
from rihai.kit.files.store import FileLost, contents, sweep
from rihai.kit.files.upload import FileField, Given, InMemory
from tests.kit.keeping.actors import AT, Worker

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nneedle-in-a-file\n%%EOF"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 40


@pytest.fixture(autouse=True)
def _memory(settings: Any) -> None:
    """Any storage of Django's will do: here one that is no folder at all."""
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}


def office(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in ("[Content_Types].xml", *names):
            package.writestr(name, "x")
    return out.getvalue()


def kept(actor: Worker, content: bytes = PDF, name: str = "statement.pdf", **more: Any) -> StoredFile:
    return keep(content, name=name, data_class="personal", actor=actor, at=AT, **more)


def test_what_is_kept_comes_back_and_the_storage_holds_neither_content_nor_name() -> None:
    actor = Worker()
    stored = kept(actor)

    assert read(stored, actor=actor, at=AT) == PDF
    lies = default_storage.open(stored.stored_as).read()
    assert b"needle" not in lies
    assert lies.startswith(b"age-encryption.org/v1")
    assert "statement" not in stored.stored_as
    assert isinstance(default_storage._wrapped, InMemoryStorage)  # type: ignore[attr-defined]


def test_keeping_and_reading_are_lines_in_the_trail_without_the_name() -> None:
    actor = Worker()
    stored = kept(actor)
    read(stored, actor=actor, at=AT)

    events = list(Event.objects.order_by("number"))
    assert [event.act for event in events] == ["kit.file.kept", "kit.file.read"]
    assert {event.subject for event in events} == {str(stored.pk)}
    assert all(event.detail["sealed_digest"] == stored.sealed_digest for event in events)
    assert "statement" not in "".join(event.written for event in events)


def test_another_finds_no_such_file_unless_the_room_that_owns_it_says_so() -> None:
    mine, theirs = kept(Worker()), kept(Worker(), owner="tests.readers")

    with pytest.raises(NotFound):
        read(mine, actor=Worker(), at=AT)
    with pytest.raises(NotFound):
        read(theirs, actor=Worker(), at=AT)
    assert read(theirs, actor=Worker(can=frozenset({"tests.read"})), at=AT) == PDF


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PDF, "photo.jpg"),
        (JPEG, "statement.pdf"),
        (b"MZ\x90\x00" + b"\x00" * 200, "statement.pdf"),
        (b"MZ\x90\x00" + b"\x00" * 200, "setup.exe"),
        (b"<html><script>x</script></html>", "page.html"),
        (b"  <!DOCTYPE html><p>", "page.txt"),
        (b"<svg xmlns='x'/>", "drawing.svg"),
        (b"\x7fELF" + b"\x00" * 100, "list.csv"),
        (b"\x00\x01\x02" * 50, "list.csv"),
        (office("a.txt"), "things.zip"),
        (office("word/document.xml", "word/vbaProject.bin"), "letter.docx"),
        (office("xl/workbook.xml"), "letter.docx"),
        (b"PK\x03\x04broken", "letter.docx"),
        (PDF, "statement"),
        (b"", "empty.pdf"),
    ],
)
def test_a_file_that_lies_or_is_of_a_kind_not_taken_in_is_refused_in_a_sentence(content: bytes, name: str) -> None:
    with pytest.raises(FileRefused) as refused:
        kept(Worker(), content, name)

    assert str(refused.value).endswith(".")
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (PDF, "A.PDF", "application/pdf"),
        (JPEG, "کاغذ.jpeg", "image/jpeg"),
        (office("word/document.xml"), "letter.docx", DOCX),
        ("نام,عمر\nرخسانہ,30\n".encode(), "list.csv", "text/plain"),
        ("نام".encode("cp1256", "replace"), "note.txt", "text/plain"),
        ("a\tb".encode("utf-16"), "note.tsv", "text/plain"),
    ],
)
def test_honest_files_are_known_by_their_bytes(content: bytes, name: str, media_type: str) -> None:
    assert kind_of(content, name).media_type == media_type


def test_a_file_beyond_the_cap_is_refused(settings: Any) -> None:
    settings.UPLOAD_BYTES = 50

    with pytest.raises(FileRefused, match="larger"):
        kept(Worker())


def test_bytes_changed_or_lost_in_the_storage_are_said_to_be_so() -> None:
    first, second = kept(Worker()), kept(Worker(), JPEG, "photo.jpg")
    swapped = default_storage.open(second.stored_as).read()
    default_storage.delete(first.stored_as)
    with pytest.raises(FileLost, match="missing"):
        contents(first)

    default_storage.save(first.stored_as, SimpleUploadedFile("x", swapped))
    with pytest.raises(FileLost, match="not the one"):
        contents(first)


@pytest.mark.django_db(transaction=True)
def test_an_erased_file_is_gone_from_storage_and_table_and_its_lines_stay() -> None:
    stored = kept(Worker())
    place, key = stored.stored_as, str(stored.pk)

    erase(stored, actor=None, at=AT, reason="consent withdrawn")

    assert not default_storage.exists(place)
    assert list(Event.objects.order_by("number").values_list("act", "subject", "reason")) == [
        ("kit.file.kept", key, ""),
        ("kit.file.erased", key, "consent withdrawn"),
    ]


def test_bytes_whose_act_never_ended_are_swept_after_a_day_and_kept_ones_never() -> None:
    stored = kept(Worker())
    default_storage.save("ab/left-behind.age", SimpleUploadedFile("x", b"x"))
    default_storage.save(f"{stored.stored_as[:2]}/beside.age", SimpleUploadedFile("x", b"x"))

    assert sweep(timezone.now()) == 0
    assert sweep(timezone.now() + timedelta(days=2)) == 2
    assert contents(stored) == PDF


def test_an_upload_is_held_in_memory_and_beyond_the_cap_thrown_away_and_said(settings: Any, tmp_path: Path) -> None:
    settings.UPLOAD_BYTES = 3_000_000
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "nowhere")  # a spool would fail here
    small, large = SimpleUploadedFile("a.txt", b"a" * 2_900_000), SimpleUploadedFile("b.txt", b"b" * 3_100_000)

    taken = RequestFactory().post("/", {"one": small})
    taken.upload_handlers = [InMemory(taken)]
    over = RequestFactory().post("/", {"one": large})
    over.upload_handlers = [InMemory(over)]

    first, second = taken.FILES.get("one"), over.FILES.get("one")
    assert isinstance(first, Given)
    assert isinstance(second, Given)
    assert first.read() == b"a" * 2_900_000
    assert second.read() == b""
    with pytest.raises(ValidationError, match="larger than the 3 MB"):
        FileField().clean(second)


def test_every_form_of_the_house_takes_uploads_in_memory() -> None:
    assert given.FILE_UPLOAD_HANDLERS == ["rihai.kit.files.upload.InMemory"]


def test_a_download_is_saved_and_never_shown(client: Client, django_user_model: Any) -> None:
    account = django_user_model.objects.create_user("n@rihai.example", "Nadia")
    with acting_as(account):
        stored = keep(PDF, name='یوسف "1".pdf', data_class="personal", actor=account, at=AT)
    client.force_login(account)

    answer = client.get(f"/kit/files/{stored.pk}/")

    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert (answer["X-Content-Type-Options"], answer["Content-Security-Policy"]) == (
        "nosniff",
        "sandbox; default-src 'none'",
    )
    assert "no-store" in answer["Cache-Control"]


def test_a_download_of_another_persons_file_is_404_and_leaves_a_line(client: Client, django_user_model: Any) -> None:
    stored = kept(Worker())
    account = django_user_model.objects.create_user("n@rihai.example", "Nadia")
    client.force_login(account)

    assert client.get(f"/kit/files/{stored.pk}/").status_code == 404

    line = Event.objects.order_by("number").last()
    assert line is not None
    assert (line.act, line.subject, line.actor_id) == ("kit.page.refused", str(stored.pk), account.pk)

"""The trail is one chain: what is changed, taken out, put in, moved or cut off is found, by the number of its line."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from rihai.errors import Unreadable
from rihai.kit.audit import append
from rihai.kit.audit.chain import canonical, digest_of, verify
from rihai.kit.audit.models import Event, Head
from tests.kit.keeping.actors import AT, Worker
from tests.kit.keeping.tampering import owner

pytestmark = pytest.mark.django_db


def write(lines: int) -> None:
    with transaction.atomic():
        for line in range(lines):
            append("tests.line.written", actor=Worker(), at=AT, subject=line, detail={"line": line})


@transaction.atomic
def _write_and_break() -> None:
    append("tests.line.written", actor=None, at=AT)
    raise ZeroDivisionError


def test_an_untouched_trail_holds_to_its_last_line() -> None:
    write(5)

    found = verify()

    assert (found.holds, found.number) == (True, 5)


def test_a_trail_without_lines_holds() -> None:
    assert verify().holds
    assert verify().number == 0


def test_the_numbers_have_no_gap_and_a_rolled_back_act_leaves_nothing() -> None:
    write(2)
    with pytest.raises(ZeroDivisionError):
        _write_and_break()
    write(1)

    assert list(Event.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3]
    assert verify().holds


@pytest.mark.parametrize("column", ["act", "actor_name", "subject", "reason", "written", "kind"])
def test_an_edited_line_is_found_by_its_number(column: str) -> None:
    write(5)
    with owner():
        Event.objects.filter(number=3).update(**{column: "{}"})

    assert "3" in verify().wrong


def test_a_deleted_line_is_found_by_its_number() -> None:
    write(5)
    with owner():
        Event.objects.filter(number=4).delete()

    assert verify().wrong == "Line 4 is missing."


def test_a_line_put_in_is_found_even_when_the_later_ones_are_numbered_anew() -> None:
    write(4)
    with owner():
        for number in (4, 3):
            Event.objects.filter(number=number).update(number=number + 1)
    forged = Event(number=3, moment=AT, act="tests.line.forged", written=canonical({}))
    forged.previous = Event.objects.get(number=2).digest
    forged.digest = digest_of(forged)
    forged.save(force_insert=True)

    assert "Line 4" in verify().wrong


def test_two_lines_that_changed_places_are_found() -> None:
    write(4)
    with owner():
        for before, after in ((2, 20), (3, 2), (20, 3)):
            Event.objects.filter(number=before).update(number=after)

    assert "Line 2" in verify().wrong


def test_a_cut_off_tail_is_found_by_the_head_and_where_that_was_changed_too_by_one_kept_elsewhere() -> None:
    write(5)
    kept = verify().head
    with owner():
        Event.objects.filter(number__gt=3).delete()
    assert "ends at line 3" in verify().wrong

    last = Event.objects.get(number=3)
    Head.objects.update(number=3, digest=last.digest)

    assert verify().holds
    assert "line 5 was there" in verify(kept).wrong


def test_a_trail_written_anew_is_found_by_a_head_kept_elsewhere() -> None:
    write(3)
    kept = verify().head
    with owner():
        Event.objects.all().delete()
        Head.objects.all().delete()
    write(4)

    assert verify().holds
    assert "Line 3 is not the one that was kept" in verify(kept).wrong


def test_a_kept_head_still_lies_on_a_trail_that_went_on() -> None:
    write(3)
    kept = verify().head
    write(3)

    assert verify(kept).holds


def test_what_is_no_head_is_refused_with_a_sentence() -> None:
    with pytest.raises(Unreadable, match="number:digest"):
        verify("yesterday")


@pytest.mark.parametrize("act", ["opened", "kit.opened", "Kit.file.Opened", "kit.file.opened.twice"])
def test_an_act_not_named_room_noun_past_tense_is_refused(act: str) -> None:
    with pytest.raises(ValueError, match="room"):
        append(act, actor=None, at=AT)


@pytest.mark.django_db(transaction=True)
def test_a_line_outside_a_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError):
        append("tests.line.written", actor=None, at=AT)


def test_text_that_a_database_cannot_store_is_kept_with_marks_in_its_place() -> None:
    with transaction.atomic():
        append("tests.line.written", actor=Worker(name="a\x00b"), at=AT, reason="x\x00\ud800y", detail={"k": "\x00"})

    assert Event.objects.get().reason == "x��y"
    assert verify().holds


@pytest.mark.django_db(transaction=True)
def test_two_writing_processes_make_one_chain_and_an_edited_line_in_it_is_found() -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.kit.keeping.worker_settings",
        "TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }
    command = [sys.executable, "-m", "tests.kit.keeping.writer", "60"]
    writers = [subprocess.Popen(command, env=environment) for _ in range(2)]
    assert [writer.wait(60) for writer in writers] == [0, 0]

    found = verify()
    assert (found.holds, found.number) == (True, 120)
    assert Event.objects.values("actor_id").distinct().count() == 120
    with owner():
        Event.objects.filter(number=77).update(subject="59")
    with pytest.raises(CommandError, match="Line 77 was changed"):
        call_command("audit", "verify")


def test_the_command_says_how_many_lines_there_are_and_prints_the_head_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(3)

    call_command("audit", "verify")
    call_command("audit", "head")

    said, head = capsys.readouterr().out.splitlines()
    assert "3 lines" in said
    assert head == verify().head
    call_command("audit", "verify", "--head", head)

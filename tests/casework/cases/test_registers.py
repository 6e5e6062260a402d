"""Last year's register from Excel: every row accounted for, whom it means, taken in whole, undone while new."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import openpyxl
import pytest
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant, Presence
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Case, CaseEvent
from rihai.casework.cases.operations import note_contact
from rihai.casework.cases.operations.errors import NoSuchCase, WrongCase
from rihai.casework.cases.registers import operations as act
from rihai.casework.cases.registers import queries as ask
from rihai.casework.cases.registers.headings import propose_field
from rihai.casework.cases.registers.models import Link, Register, RegisterRow, RegisterState
from rihai.casework.cases.registers.taking import take_in_register
from rihai.errors import Refused
from rihai.kit.jobs import Job, JobState
from rihai.kit.jobs.run import do
from rihai.legal.release.models import Slip
from rihai.people.models import Person, Statement
from tests.casework.cases.office import NOON, TODAY, Office

pytestmark = pytest.mark.django_db
HEADINGS = [
    "S.No", "Name of beneficiary", "شوہر / والد کا نام", "CNIC", "Program", "Date of registration", "بند ہونے کی تاریخ",
    "Outcome", "Services provided", "Case worker", "Jail",
]  # fmt: skip
ROWS: list[list[Any]] = [
    [1, "NARGIS", "Karim", "90403-0000000-8", "Women inside and after", "12-03-2025", "01/09/2025", "went home",
     "legal, skills", "", ""],
    [2, "Nargis Farzi", "Karim Farzi", "", "خواتین، جیل کے اندر اور بعد", date(2025, 4, 2), "", "", "life skills",
     "caseworker of Women’s Prison Gulzar", "Women’s Prison Gulzar"],
    [3, "Sakina Namoona", "d/o Bashir", "90403-0000099-8", "Reintegration", "5.6.25", "", "needs a room",
     "", "Nobody Here", "Atlantis"],
    [4, "", "Rafiq", "", "Women inside and after", "1/1/2025", "", "", "", "", ""],
    [5, "Bano Misali", "", "", "Flying lessons", "1/1/2025", "", "", "", "", ""],
    [6, "Hina Misali", "", "", "", "2025", "", "", "", "", ""],
    [7, "Rani Misali", "", "", "", "1/5/2025", "1/4/2025", "", "", "", ""],
    [8, "Sakina Namoona", "Bashir", "9040300000998", "reintegration", "05/06/2025", "", "", "", "", ""],
    [9, "Zoya Misali", "", "", "Survivor support", "1/5/2025", "", "", "", "", ""],
]  # fmt: skip


def _file(rows: list[list[Any]] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Register of the year 2025"])
    sheet.append(HEADINGS)
    for row in rows or ROWS:
        sheet.append(row)
    sheet.append([])
    sheet.append(["Total", None, None, None, None, None, None, None, None, None, None])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _given(office: Office, content: bytes | None = None) -> Register:
    with acting_as(office.worker, NOON):
        told: Any = {"actor": office.worker, "at": office.now}
        made = act.give_register(
            content=content or _file(), name="cases 2025.xlsx", place=office.world.gulzar, programme="women", **told
        )
        act.confirm_headings(register_id=made.pk, mapping={}, **told)
    return worked(made, office)


def worked(register: Register, office: Office) -> Register:
    """The register after a worker has done what was asked for."""
    with as_house(NOON):
        register.refresh_from_db()
    assert register.job_id is not None, "work was asked for"
    do(register.job_id, lambda: office.now)
    with as_house(NOON):
        register.refresh_from_db()
    return register


def _rows(register: Register) -> dict[int, RegisterRow]:
    with as_house(NOON):
        return {one.row: one for one in RegisterRow.objects.filter(register=register)}


def test_headings_in_both_languages_are_proposed() -> None:
    expected = [
        "", "full_name", "father_or_husband_name", "cnic", "programme", "opened_on", "closed_on", "reason", "services",
        "worker", "place",
    ]  # fmt: skip
    assert [propose_field(text)[0] for text in HEADINGS] == expected


def test_every_row_is_accounted_for_and_says_what_to_mend(office: Office) -> None:
    register = _given(office)
    rows = _rows(register)
    verdicts = {at: rows[at].verdict for at in rows}
    assert verdicts == {
        1: "no_person", 2: "no_person", 3: "accepted", 4: "accepted", 5: "warned", 6: "rejected", 7: "rejected",
        8: "rejected", 9: "rejected", 10: "duplicate", 11: "rejected", 12: "no_person", 13: "no_person",
    }  # fmt: skip
    assert [rows[at].problems for at in (5, 6, 7, 8, 9, 11)] == [
        ["worker_unknown", "place_unknown"], ["name_missing"], ["programme_unknown"], ["opened_missing"],
        ["days_in_order"], ["programme_closed"],
    ]  # fmt: skip
    with acting_as(office.worker, NOON):
        assert sum(n for _code, _word, n in ask.sums_of(register)) == len(rows)
    assert (rows[3].link, rows[3].person_id) == (Link.EXACT, office.nargis.pk), "by the exact number"
    assert rows[4].link == Link.DOUBTFUL
    assert rows[4].candidates == [str(office.nargis.pk)]
    assert rows[5].link == Link.NEW
    with acting_as(office.worker, NOON):
        name, content = ask.file_back(register, actor=office.worker, at=office.now, language="en")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert name == "cases 2025-to-mend.xlsx"
    assert "No name stands here." in str(sheet.cell(6, len(HEADINGS) + 1).value)
    assert sheet.cell(3, 2).value == "NARGIS"


def test_it_is_taken_in_whole_and_undone_while_nobody_has_gone_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = _given(office)
    told: Any = {"register_id": register.pk, "actor": office.worker, "at": office.now}
    before = _everything()
    with acting_as(office.worker, NOON):
        with pytest.raises(WrongCase, match="doubtful"):
            act.ask_to_take_in(**told)
        act.decide_rows(said={_rows(register)[4].pk: office.nargis.pk}, **told)
        with monkeypatch.context() as patched:
            patched.setattr("rihai.casework.cases.registers.taking.append", _power_cut)
            with pytest.raises(KeyboardInterrupt):
                take_in_register(**told)
        assert _everything() == before, "interrupted at its last step nothing has happened"
        act.ask_to_take_in(**told)
        with pytest.raises(WrongCase, match="being taken in"):
            act.decide_rows(said={}, **told)
    assert worked(register, office).state == RegisterState.TAKEN_IN
    with as_house(NOON):
        closed, running, new = Case.objects.order_by("opened_on")
        assert (closed.person_id, closed.closed_on, closed.closing_reason) == (
            office.nargis.pk, date(2025, 9, 1), "went home",
        )  # fmt: skip
        assert (running.person_id, running.worker_id) == (office.nargis.pk, office.worker.pk)
        assert new.person.full_name == "Sakina Namoona"
        assert (new.worker_id, new.asked, new.code) == (None, "needs a room", "C-2025-0003")
        assert CaseEvent.objects.get(case=closed).note == "legal, skills"
    with as_house(NOON):
        slip = Slip.objects.create(
            person=new.person,
            made_for=new.person_id,
            about="request",
            due_on=TODAY,
            made_at=office.now,
            made_by=office.worker.pk,
        )
    with acting_as(office.worker, NOON), pytest.raises(Refused, match="told something"):
        act.ask_to_undo(**told)
    with as_house(NOON):
        slip.delete()
    with acting_as(office.worker, NOON):
        act.ask_to_undo(**told)
    assert worked(register, office).state == RegisterState.UNDONE
    assert _everything() == before


def _power_cut(*_args: object, **_kwargs: object) -> None:
    raise KeyboardInterrupt


def _everything() -> dict[str, list[str]]:
    with as_house(NOON):
        found: dict[str, list[str]] = {
            model.__name__: sorted(str(row) for row in model._default_manager.values())
            for model in (Case, CaseEvent, Person, Presence, Statement)
        }
        found["Grant"] = sorted(str(row) for row in Grant.objects.filter(ended_at=None).values())
    return found


def test_once_somebody_has_gone_on_it_is_not_undone_and_it_is_nobody_elses(office: Office) -> None:
    register = _given(office, _file([ROWS[0], [*ROWS[1][:3], "90403-0000000-8", *ROWS[1][4:]]]))
    told: Any = {"register_id": register.pk, "at": office.now}
    with acting_as(office.colleague, NOON), pytest.raises(NoSuchCase):
        act.ask_to_take_in(actor=office.colleague, **told)
    with acting_as(office.worker, NOON):
        with pytest.raises(WrongCase, match="very file"):
            act.give_register(
                content=_content(register, office), name="again.xlsx", place=office.world.gulzar, programme="",
                actor=office.worker, at=office.now,
            )  # fmt: skip
        act.ask_to_take_in(actor=office.worker, **told)
    worked(register, office)
    with acting_as(office.worker, NOON):
        case = Case.objects.get(closed_on=None)
        at = office.now + timedelta(minutes=5)
        note_contact(case_id=case.pk, on=TODAY, note="Seen.", reviewed=False, actor=office.worker, at=at)
        with pytest.raises(WrongCase, match="gone on"):
            act.ask_to_undo(actor=office.worker, **told)
    with as_house(NOON):
        assert Register.objects.get().state == RegisterState.TAKEN_IN


def _content(register: Register, office: Office) -> bytes:
    from rihai.kit.files import read

    return read(register.stored, actor=office.worker, at=office.now)


def test_one_woman_in_three_rows_is_entered_once_and_who_may_be_another_is_said(office: Office) -> None:
    card, programme = "90403-0000033-6", "Reintegration"
    days = ("1/2/2025", "1/3/2025", "1/4/2025", "1/5/2025")
    rows = [
        [1, "Meher Misali", "Rafiq", card, "Women inside and after", days[0], "", "", "", "", ""],
        [2, "Mehr Misali", "Rafique", card, programme, days[1], "", "", "", "", ""],
        [3, "Meher Misali", "Rafiq", "", programme, days[2], "", "", "", "", ""],
        [4, "Meher Misali", "Rafiq", "90403-0000034-6", programme, days[3], "", "", "", "", ""],
    ]
    register = _given(office, _file(rows))
    found = _rows(register)
    assert [found[at].problems for at in (3, 4, 5, 6)] == [[], [], ["same_name"], ["same_name"]]
    with acting_as(office.worker, NOON):
        act.ask_to_take_in(register_id=register.pk, actor=office.worker, at=office.now)
    worked(register, office)
    with as_house(NOON):
        whose = list(Case.objects.order_by("opened_on").values_list("person", flat=True))
    assert whose[0] == whose[1], "one card is one person"
    assert len(set(whose)) == 3


def test_work_that_stops_says_why_and_leaves_the_register_where_it_was(
    office: Office, monkeypatch: pytest.MonkeyPatch, client: Any
) -> None:
    register = _given(office, _file([ROWS[0]]))
    url = reverse("casework:register", args=[register.pk])
    client.force_login(office.worker)
    client.post(reverse("casework:register-take-in", args=[register.pk]))
    page = client.get(url).content.decode()
    assert "You may leave this page; the work goes on." in page
    assert "Every row" not in page
    before = _everything()
    with monkeypatch.context() as patched:
        patched.setattr("rihai.casework.cases.registers.taking.append", _breaks)
        worked(register, office)
    assert _everything() == before
    page = client.get(url).content.decode()
    assert "The work stopped" in page
    assert "Nothing was taken in or undone by half." in page
    client.post(reverse("casework:register-take-in", args=[register.pk]))
    assert worked(register, office).state == RegisterState.TAKEN_IN
    assert Job.objects.get(pk=str(register.job_id)).state == JobState.DONE
    assert "1 case came from it." in client.get(url).content.decode()


def _breaks(*_args: object, **_kwargs: object) -> None:
    raise RuntimeError

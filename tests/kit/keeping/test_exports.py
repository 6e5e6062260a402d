"""What leaves the house leaves by permission, without formulas, its figures controlled, with a line in the trail."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any, get_args
from zipfile import ZipFile

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from rihai.errors import NotAllowed, NotFound, Refused
from rihai.kit.audit.models import Event
from rihai.kit.exports.job import KEPT, ask_for, sweep_exports
from rihai.kit.exports.make import Format, Made, export_named, make
from rihai.kit.exports.models import PublishedFigures
from rihai.kit.files.models import StoredFile
from rihai.kit.files.store import read
from rihai.kit.jobs.models import JobState
from rihai.kit.jobs.run import do
from rihai.kit.offers import RunsAs, offered
from rihai.paper.table import SUPPRESSED
from tests.kit.keeping import offers
from tests.kit.keeping.actors import AT, Worker
from tests.paper.seen import pdf_text

pytestmark = pytest.mark.django_db
TAKER = Worker(can=frozenset({"tests.take"}))


def made(
    kind: Format, name: str = "tests.rows", language: str = "en", filters: Mapping[str, str] | None = None
) -> Made:
    return make(export_named(name, TAKER), actor=TAKER, at=AT, filters=filters or {}, kind=kind, language=language)


def test_without_the_capability_there_is_no_export() -> None:
    with pytest.raises(NotAllowed):
        export_named("tests.rows", Worker())
    with pytest.raises(NotFound):
        export_named("tests.nothing", TAKER)
    assert not Event.objects.exists()


def test_the_trail_says_who_took_what_how_many_and_by_which_filter() -> None:
    made("csv", filters={"prison": "12"})

    line = Event.objects.get()
    assert (line.act, line.actor_id, line.subject) == ("kit.export.made", TAKER.pk, "tests.rows")
    assert line.detail == {
        "rows": 3, "format": "csv", "filters": {"prison": "12"}, "data_class": "personal", "figures": 0,
    }  # fmt: skip


def test_a_csv_holds_numbers_and_days_as_machines_read_them_and_no_formula() -> None:
    text = made("csv").content.decode("utf-8-sig")

    assert list(csv.reader(StringIO(text))) == [
        ["Name", "Number", "Day"],
        ["'=HYPERLINK(0)", "3", "2026-11-01"],
        ["رخسانہ بی بی", "0", ""],
        ["'+92 300", "-5", ""],
    ]


def test_a_workbook_holds_text_where_a_formula_was_typed() -> None:
    book = load_workbook(BytesIO(made("xlsx").content))

    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert "=HYPERLINK(0)" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells if str(cell.value).startswith("=")} <= {"s", "inlineStr"}
    assert b"<f>" not in ZipFile(BytesIO(made("xlsx").content)).read("xl/worksheets/sheet1.xml")


def test_an_urdu_workbook_reads_from_the_right_and_says_its_class_in_urdu() -> None:
    book = load_workbook(BytesIO(made("xlsx", language="ur").content))

    assert book.worksheets[0].sheet_view.rightToLeft
    assert not load_workbook(BytesIO(made("xlsx").content)).worksheets[0].sheet_view.rightToLeft


def test_a_pdf_is_made_of_the_same_rows() -> None:
    text = pdf_text(made("pdf").content)

    assert "+92 300" in text
    assert "personal" in text


@pytest.mark.parametrize("kind", get_args(Format))
def test_a_file_is_named_by_what_it_is_and_its_day_and_nothing_else(kind: Format) -> None:
    assert made(kind).name == f"tests-rows-2026-11-25.{kind}"


def test_figures_leave_through_disclosure_control_and_the_release_is_kept() -> None:
    text = made("csv", "tests.figures").content.decode("utf-8-sig")

    printed = {row[0]: row[1] for row in csv.reader(StringIO(text))}
    assert printed["women"] == SUPPRESSED.value
    assert SUPPRESSED.value in {printed["men"], printed["all"]}, "else the three women are what is missing"
    assert PublishedFigures.objects.get().export == "tests.figures"
    made("csv", "tests.figures")
    assert PublishedFigures.objects.count() == 1, "the same figures are the same release"


def test_figures_that_no_longer_agree_with_what_was_published_do_not_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    made("csv", "tests.figures")
    before = offers.figures(TAKER, {}, "en").figures

    def later(*given: Any) -> Any:
        sheet = offers.figures(TAKER, {}, "en")
        for key, count in list(before.counts.items()):
            sheet.figures.counts[key] = count._replace(number=count.number + (1 if key.series in {"men", "all"} else 0))
        return sheet

    export = export_named("tests.figures", TAKER)
    object.__setattr__(export, "sheet", later)
    try:
        with pytest.raises(Refused):
            made("csv", "tests.figures")
    finally:
        object.__setattr__(export, "sheet", offers.figures)
    assert Event.objects.filter(act="kit.export.made").count() == 1


@pytest.fixture
def taker(django_user_model: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Somebody signed in who may take the test's exports and write its letters."""
    monkeypatch.setattr(django_user_model, "may", lambda self, capability: capability.startswith("tests."))
    return django_user_model.objects.create_user("n@rihai.example", "Nadia")


def test_a_small_export_is_given_at_once_and_a_large_one_made_as_a_job(client: Client, taker: Any) -> None:
    client.force_login(taker)

    page = client.get("/kit/exports/tests.rows/?prison=12")
    small = client.post("/kit/exports/tests.rows/?prison=12", {"kind": "csv", "language": "en"})
    large = client.post("/kit/exports/tests.rows/?many=1", {"kind": "xlsx", "language": "ur"})

    assert page.status_code == 200
    assert small["Content-Disposition"] == 'attachment; filename="tests-rows-2026-11-25.csv"'.replace(
        "2026-11-25", f"{timezone.localdate()}"
    )
    assert (large.status_code, large["Location"][:10]) == (302, "/kit/jobs/")


def test_an_export_is_no_page_for_who_may_not_take_it_and_the_attempt_is_written_down(
    client: Client, django_user_model: Any
) -> None:
    account = django_user_model.objects.create_user("n@rihai.example", "Nadia")
    client.force_login(account)

    assert client.get("/kit/exports/tests.rows/").status_code in {403, 404}
    assert Event.objects.filter(act="kit.page.refused", actor_id=account.pk).count() == 1


def test_a_large_export_is_made_as_the_one_who_asked_kept_for_them_alone_and_erased_after_a_week(taker: Any) -> None:
    assert offered(RunsAs), "accounts says as whom a job runs"
    job = ask_for("tests.rows", actor=taker, at=timezone.now(), filters={}, kind="xlsx", language="en")

    do(job.pk, timezone.now)

    job.refresh_from_db()
    assert (job.state, job.problem) == (JobState.DONE, "")
    stored = StoredFile.objects.get(pk=job.result["file"])
    assert load_workbook(BytesIO(read(stored, actor=taker, at=AT))).worksheets[0].max_row > 3
    with pytest.raises(NotFound):
        read(stored, actor=Worker(), at=AT)
    assert sweep_exports(timezone.now()) == 0
    assert sweep_exports(timezone.now() + KEPT + timedelta(minutes=1)) == 1
    assert not StoredFile.objects.exists()


def test_an_export_whose_capability_was_taken_away_meanwhile_is_not_made(
    taker: Any, django_user_model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = ask_for("tests.rows", actor=taker, at=timezone.now(), filters={}, kind="xlsx", language="en")
    monkeypatch.setattr(django_user_model, "may", lambda self, capability: False)

    do(job.pk, timezone.now)

    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert not StoredFile.objects.exists()

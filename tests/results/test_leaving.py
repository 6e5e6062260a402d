"""What leaves: paper in both languages with charts, DHIS2 and HXL held to outside readers, small counts withheld."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import hxl
import pytest
from docx import Document
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from pypdf import PdfReader

from rihai.accounts.acting import acting_as
from rihai.errors import NotAllowed
from rihai.kit.exports.models import PublishedFigures
from rihai.results import operations
from rihai.results.errors import NotSo
from rihai.results.leaving import make_report
from rihai.results.leaving.control import to_leave
from rihai.results.models import LockedPeriod
from rihai.results.queries.locked import standing_figures
from tests.paper.seen import pdf_text
from tests.results.world import Desk, sessions

SCHEMA = json.loads((Path(__file__).parent / "dhis2_schema.json").read_text(encoding="utf-8"))


def made(desk: Desk, period: LockedPeriod, kind: str, language: str = "en", **more: Any) -> bytes:
    said: dict[str, Any] = {"office": False, **more}
    return desk.does(make_report, period_id=period.pk, kind=kind, language=language, **said).content


@pytest.fixture
def locked(desk: Desk) -> LockedPeriod:
    """The first quarter of the founding project, locked and signed; one district has few women in one service."""
    project = desk.project(dhis2_set="ETW_SET", dhis2_unit="PK")
    desk.count(project, sessions())
    desk.enter(desk.indicator(project, "campaign_reach", tags=["16.3"]), 100_000, "at_least")
    return desk.lock(project)


def test_reports_come_on_paper_in_both_languages_and_say_what_is_withheld(desk: Desk, locked: LockedPeriod) -> None:
    values = {one.locked.indicator.code: one.locked.value for one in standing_figures(locked, compared=False)}
    english = pdf_text(made(desk, locked, "pdf"))
    urdu = PdfReader(BytesIO(made(desk, locked, "pdf", "ur")))
    word = Document(BytesIO(made(desk, locked, "docx")))
    workbook = made(desk, locked, "xlsx")
    book = load_workbook(BytesIO(workbook))

    flat = " ".join(english.split())
    assert f"{values['women_reached']:,}" in flat
    assert "Enlightening the women" in flat
    assert "never added to people" in flat
    assert "100,000" in flat
    assert "not known" in flat, "an empty target says so"
    assert "withheld" in flat, "a district with few women is not printed"
    assert len(urdu.pages) >= 1
    assert len(word.inline_shapes) == 1, "the chart is drawn"
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {values["women_reached"], values["women_life_skills"]} <= cells
    assert "xl/charts/chart1.xml" in ZipFile(BytesIO(workbook)).namelist(), "and in the workbook too"
    office = pdf_text(made(desk, locked, "pdf", office=True))
    assert "For the office alone" in office
    assert "withheld, because" not in " ".join(office.split())


def test_dhis2_and_hxl_pass_outside_readers_and_hold_no_small_count(desk: Desk, locked: LockedPeriod) -> None:
    with acting_as(desk.manager, desk.at):
        true = to_leave(locked, standing_figures(locked, compared=False))
    data = json.loads(made(desk, locked, "json"))
    source = hxl.data(BytesIO(made(desk, locked, "csv")))
    rows = list(source)

    checker = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert list(checker.iter_errors(data)) == []
    values = {one["dataElement"]: one["value"] for one in data["dataValues"]}
    first = LockedPeriod.objects.get(pk=locked.pk)
    key = f"{first.first}..{first.end}"
    counts = {one.series: count for one, count in true.counts.items() if one.period == key and count.shown}
    assert (data["period"], data["dataSet"], data["orgUnit"]) == ("2025Q3", "ETW_SET", "PK")
    assert values["women_reached"] == str(counts["women_reached"].number)
    assert [one["comment"][:8] for one in data["dataValues"] if "comment" in one] == ["at_least"]
    tags = [column.display_tag for column in source.columns]
    assert tags[:3] == ["#indicator+code", "#indicator+name+v_en", "#adm2+name"]
    small = {name for name, count in counts.items() if count.is_small}
    assert small, "the world has small counts to withhold"
    printed = {
        (row.get("#indicator+code"), row.get("#adm2+name")): row.get("#indicator+value+num-cumulative") for row in rows
    }
    for name in small:
        code, _sign, district = name.partition(" / ")
        assert not printed[(code, district)], f"{name} is small, and left the house"
    assert any(printed.values())


def test_nothing_leaves_unsigned_or_for_who_may_take_nothing_out(desk: Desk) -> None:
    project = desk.project()
    desk.count(project, sessions())
    period = desk.does(operations.lock_period, project_id=project.pk, first="2025-07-01")
    with pytest.raises(NotSo, match="signed"):
        made(desk, period, "json")
    caseworker = desk.world.worker("caseworker", desk.world.gulzar)
    with pytest.raises(NotAllowed):
        made(desk, period, "pdf", by=caseworker)
    assert not PublishedFigures.objects.exists()


def test_the_next_quarter_is_safe_beside_the_one_before(desk: Desk, locked: LockedPeriod) -> None:
    made(desk, locked, "csv")
    later = desk.lock(locked.project, "2025-10-01")
    made(desk, later, "csv")
    made(desk, later, "json")

    releases = PublishedFigures.objects.filter(export="results.ETW").order_by("released_at")
    assert releases.count() == 2, "one for each quarter, however many forms it left in"

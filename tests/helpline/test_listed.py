"""Lists of exchanges in the shapes that exchanges write."""

from __future__ import annotations

import io
from datetime import date, datetime, time

import pytest
from django.utils.timezone import make_naive
from openpyxl import Workbook

from rihai.helpline.calls.listed import Line, read_list

ON = date(2026, 11, 27)
RANG = ("03001112112", datetime(2026, 11, 26, 21, 40))  # noqa: DTZ001 - as the exchange's clock showed it


def read(content: bytes, name: str = "calls.csv") -> list[Line]:
    return [line for line in read_list(content, name, on=ON) if line.why != "heading"]


@pytest.mark.parametrize(
    "written",
    [
        "03001112112,2026-11-26 21:40",  # read as a moment it is the 12th of November 300
        "time,date,number\n21:40,26/11/2026,03001112112",
        "number,date,duration,time\n03001112112,26-11-2026,00:35,21:40",
        "clid,src,calldate\nAmna,03001112112,2026-11-26 21:40:00",
        "number,when it rang,at\n03001112112,26/11/2026,9:40 PM",
        "۰۳۰۰۱۱۱۲۱۱۲,۲۰۲۶-۱۱-۲۶ ۲۱:۴۰",
    ],
)
def test_a_number_a_day_and_a_time_are_found_in_whatever_order(written: str) -> None:
    (line,) = read(written.encode())
    assert line.at is not None
    assert (line.number, make_naive(line.at)) == RANG


def test_a_workbook_keeps_day_and_time_in_two_columns() -> None:
    book, kept = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Number", "Date", "Time"])
    sheet.append([923001112112, RANG[1].date(), time(21, 40)])
    book.save(kept)
    (line,) = read(kept.getvalue(), "calls.xlsx")
    assert line.at is not None
    assert (line.number, make_naive(line.at)) == RANG


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Call Type,Caller,Status,Time\nInbound,03001112112,Answered,2026-11-26 21:40", "answered"),
        ("anonymous,100,SIP/5060-0000001a,1764190000.12,2026-11-26 21:40:00,NO ANSWER", "number"),
        ("03001112112,2026-11-26", "moment"),
    ],
)
def test_what_is_no_missed_call_is_never_taken_for_one(written: str, why: str) -> None:
    (line,) = read(written.encode())
    assert line.why == why

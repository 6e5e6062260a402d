"""Lists of invented people as prisons send them, and the ways of a census through its steps."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.census.synth import invent_census
from rihai.kit.jobs import Job
from rihai.kit.jobs.run import do
from rihai.people.intake.models import Census
from rihai.people.intake.operations import Upload, ask_to_take_in, ask_to_undo, upload
from rihai.places.models import Place

DAY = date(2026, 11, 20)

HEADINGS = (
    "Sr. No", "Prisoner No", "Name of Prisoner", "Father Name", "CNIC No.", "Sex", "Age", "Category", "FIR No",
    "FIR Date", "Police Station", "U/S", "Name of Court", "Date of Arrest", "Date of Admission", "Barrack", "Remarks",
)  # fmt: skip
"""The columns of the lists made here, by the headings prisons use."""


FATHERS = ("Karim", "Nazir", "Ghafoor", "Bashir", "Yousaf", "Rehmat", "Sadiq")


def line(name: str, number: int, **more: Any) -> dict[str, Any]:
    """A row of somebody under trial; `number` tells her from all others."""
    return {
        "Sr. No": number, "Prisoner No": f"P-{number}", "Name of Prisoner": name,
        "Father Name": f"{FATHERS[number % len(FATHERS)]} Farzi",
        "CNIC No.": f"90403{number:07d}8", "Sex": "F", "Age": 20 + number % 40, "Category": "UTP",
        "FIR No": f"{number}/26",
        "FIR Date": "01/02/2026", "Police Station": "Saddar", "U/S": "381-A PPC", "Name of Court": "ASJ-I",
        "Date of Arrest": "10/03/2026", "Date of Admission": "12/03/2026", "Barrack": "2", "Remarks": "", **more,
    }  # fmt: skip


def csv_of(rows: Sequence[Mapping[str, Any]], headings: Sequence[str] = HEADINGS, title: str = "") -> bytes:
    """The rows as a CSV file."""
    text = io.StringIO()
    table = csv.writer(text)
    if title:
        table.writerow([title])
    table.writerow(headings)
    for row in rows:
        table.writerow([row.get(one, "") for one in HEADINGS])
    return text.getvalue().encode()


NAMES = ("Nargis Misali", "Zubaida Namoona", "Amina Farzi", "Gul Naz Misali", "Bushra Farzi", "Kiran Namoona")


def six() -> bytes:
    """Six women of one prison."""
    return csv_of([line(name, at) for at, name in enumerate(NAMES, 1)])


def messy(rows: int, seed: int = 5) -> Upload:
    """An invented list as ugly as real ones."""
    made = invent_census(rows, seed, as_of=DAY)
    return Upload(made.name, made.content)


def give(
    actor: Account,
    place: Place,
    content: bytes | Upload,
    *,
    on: date = DAY,
    name: str = "list.csv",
    at: datetime | None = None,
) -> Census:
    """A census given in and read to where somebody has to look."""
    one = content if isinstance(content, Upload) else Upload(name, content)
    with acting_as(actor):
        census = upload(place=place, true_on=on, files=[one], actor=actor, at=at or timezone.now())
    return worked(census)


def worked(census: Census) -> Census:
    """The census after its job is done; a job that fails fails the test."""
    census = fresh(census)
    assert census.job_id is not None
    do(census.job_id, timezone.now)
    with as_house():
        job = Job.objects.get(pk=census.job_id)
    assert job.state == "done", job.problem
    return fresh(census)


def taken(census: Census, actor: Account) -> Census:
    """The census taken in."""
    with acting_as(actor):
        ask_to_take_in(census_id=census.pk, actor=actor, at=timezone.now())
    return worked(census)


def undone(census: Census, actor: Account) -> Census:
    """The census undone."""
    with acting_as(actor):
        ask_to_undo(census_id=census.pk, actor=actor, at=timezone.now())
    return worked(census)


def fresh(census: Census) -> Census:
    """The census as the database has it now."""
    with as_house():
        return Census.objects.select_related("place").get(pk=census.pk)

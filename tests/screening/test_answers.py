"""A sheet goes out with the missing cells alone, comes back filled in, and settles whom it was about."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Guarded
from rihai.accounts.operations.house import as_house
from rihai.kit.jobs import Job
from rihai.kit.jobs.run import do
from rihai.law.labels import label
from rihai.people.models import Person, SourceKind, Statement
from rihai.screening.models import Finding
from rihai.screening.operations.stale import JOB
from tests.people.world import World
from tests.screening.cast import half_a_year_and_a_day, keep, unknown_arrest

pytestmark = pytest.mark.django_db
NEEDED = "arrested on"


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


@pytest.fixture
def lawyer(world: World) -> Account:
    return world.worker("lawyer", world.gulzar)


@pytest.fixture
def rehana(world: World, lawyer: Account) -> Person:
    with acting_as(lawyer):
        return keep(unknown_arrest(timezone.localdate()), world.gulzar, lawyer)


def sheet(client: Client, world: World, language: str = "en") -> Any:
    """The workbook that asks the prison."""
    address = reverse("kit_export", args=["screening.ask"]) + f"?at={world.gulzar.pk}"
    response = client.post(address, {"kind": "xlsx", "language": language})
    return load_workbook(io.BytesIO(response.content))


def filled(book: Any, heading: str, value: Any) -> bytes:
    """The workbook with one column filled in."""
    place = book.active
    row, column = next(
        (cell.row, cell.column) for line in place.iter_rows() for cell in line if str(cell.value).casefold() == heading
    )
    for line in range(row + 1, place.max_row + 1):
        if len(str(place.cell(line, 1).value)) == 36 and place.cell(line, column).value in (None, ""):
            place.cell(line, column).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def give(client: Client, content: bytes, name: str = "answers.xlsx", status: int = 200) -> str:
    given = SimpleUploadedFile(name, content)
    response = client.post(reverse("screening:answers"), {"sheet": given, "true_on": timezone.localdate().isoformat()})
    assert response.status_code == status, response.content.decode()[:3000]
    return response.content.decode()


def outcome(person: Person) -> str:
    with as_house():
        return Finding.objects.get(person=person, provision="crpc_497_delay_general").outcome


def test_the_sheet_asks_the_missing_cells_alone_and_names_nobody_guarded(
    world: World, lawyer: Account, rehana: Person
) -> None:
    cells = [[cell.value for cell in line] for line in sheet(signed_in(lawyer), world).active.iter_rows()]
    text = str(cells)
    assert "Rehana Misali" in text
    assert str(rehana.pk) in text
    assert NEEDED in text.casefold()
    assert "delay" not in text, "what only a court can judge is asked of no prison"


@pytest.mark.parametrize("as_text", [True, False])
def test_an_answer_settles_whom_it_is_about_with_the_sheet_as_its_source(
    world: World, lawyer: Account, rehana: Person, as_text: bool
) -> None:
    client, day = signed_in(lawyer), half_a_year_and_a_day(timezone.localdate())
    text = give(client, filled(sheet(client, world), NEEDED, f"{day:%d/%m/%Y}" if as_text else day))
    assert "1 answer about 1 of our people was taken in" in text
    do(Job.objects.filter(kind=JOB).latest("asked_at").pk, timezone.now)
    assert outcome(rehana) == "arguable"
    with as_house():
        said = Statement.objects.get(person=rehana, kind=SourceKind.DOCUMENT)
    assert said.title == "answers.xlsx"
    assert said.facts["cases"][0]["arrested_on"] == day.isoformat()
    assert said.row


def test_what_cannot_be_read_is_named_with_its_row_and_the_rest_is_taken_in(
    world: World, lawyer: Account, rehana: Person
) -> None:
    client = signed_in(lawyer)
    text = give(client, filled(sheet(client, world), NEEDED, "the day before"))
    assert "the day before" in text
    assert "Not taken in" in text
    with as_house():
        assert not Statement.objects.filter(kind=SourceKind.DOCUMENT).exists()


def test_a_line_about_somebody_who_is_not_seen_is_not_taken_in(world: World, lawyer: Account, rehana: Person) -> None:
    day = timezone.localdate() - timedelta(days=300)
    content = filled(sheet(signed_in(lawyer), world), NEEDED, day)
    stranger = signed_in(world.worker("caseworker", world.naya_bagh))
    text = give(stranger, content)
    assert "Nobody you see has this reference" in text
    assert "Rehana" not in text
    assert outcome(rehana) == "cannot_tell"


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "a.xlsx"), (b"PK\x03\x04 nonsense", "a.xlsx"), (b"a,b\n1,2\n", "a.csv"), (b"%PDF-1.7", "a.xlsx")],
)
def test_what_is_not_our_sheet_is_refused_beside_its_field(lawyer: Account, content: bytes, name: str) -> None:
    text = give(signed_in(lawyer), content, name, status=422)
    assert "invalid-feedback" in text or "error" in text


def test_the_sheet_is_read_in_urdu_too(world: World, lawyer: Account, rehana: Person) -> None:
    client = signed_in(lawyer)
    text = give(client, filled(sheet(client, world, "ur"), "گرفتاری کا دن", "12/3/2026"))
    assert "1 answer about 1 of our people" in text


def test_an_answer_that_names_a_section_that_can_kill_guards_the_person(
    world: World, lawyer: Account, rehana: Person
) -> None:
    content = b'"Reference, leave as it is",Case,charges\n' + f"{rehana.pk},51/26 Saddar,295-C PPC\n".encode()
    heading = label("charges", "en").encode()
    give(signed_in(lawyer), content.replace(b",charges", b"," + heading), "answers.csv")
    with as_house():
        assert Guarded.objects.filter(person_id=rehana.pk, ended_at=None).exists()

"""The pages of a census: a file given in, looked over, taken in and undone by forms alone; what may not be seen."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.paper.sheets import open_sheets
from rihai.people.intake.models import Census, ChangeKind, SourceRow
from rihai.people.operations import give_consent
from rihai.people.queries.people import people_for
from tests.people.intake.lists import DAY, HEADINGS, NAMES, csv_of, give, line, messy, six, taken, worked
from tests.people.world import World

pytestmark = pytest.mark.django_db


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def file(content: bytes, name: str = "list.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def post(client: Client, world: World, *files: SimpleUploadedFile, **more: Any) -> Any:
    given = {"place": world.gulzar.pk, "true_on": "20/11/2026", "lists": list(files), **more}
    return client.post(reverse("people:census-new"), given)


def newest() -> Census:
    with as_house():
        return Census.objects.latest("made_at")


def test_a_census_goes_from_file_to_people_through_the_pages(world: World, clerk: Account) -> None:
    client = client_of(clerk)
    answer = post(client, world, file(six()))
    census = newest()
    page = reverse("people:census", args=[census.pk])
    assert answer.headers["Location"] == page
    assert b"Reading the rows" in client.get(page).content

    worked(census)
    shown = client.get(page).content.decode()
    assert "Take in 6 people" in shown
    assert "The sum is right" in shown

    client.post(reverse("people:census-take-in", args=[census.pk]))
    worked(census)
    assert "taken in" in client.get(page).content.decode().casefold()
    with acting_as(clerk):
        assert people_for(clerk).count() == 6

    client.get(reverse("people:census-undo", args=[census.pk]))
    client.post(reverse("people:census-undo", args=[census.pk]))
    worked(census)
    assert "Undone" in client.get(page).content.decode()
    with acting_as(clerk):
        assert people_for(clerk).count() == 0


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("list.csv", b"", "is empty"),
        ("list.xlsx", b"PK\x03\x04 not a workbook", "list.xlsx:"),
        ("list.pdf", b"%PDF-1.4\n1 0 obj", "list.pdf:"),
        ("list.xlsx", b"Name,Age\nA,3\n", "not what its name says"),
        ("list.xlsx", b"<html><body><table><tr><td>Name</td></tr></table></body></html>", "is a web page"),
        ("list.xlsm", b"PK\x03\x04", "read from files named .xlsx"),
        ("list.csv", b"Name,Age\nA\x00li,3\n", "save it as .xlsx"),
    ],
)
def test_what_is_no_list_is_refused_beside_its_field(
    world: World, clerk: Account, name: str, content: bytes, says: str
) -> None:
    answer = post(client_of(clerk), world, file(content, name))

    assert answer.status_code == 400
    assert says in answer.content.decode()
    with as_house():
        assert Census.objects.count() == 0


def test_a_day_to_come_and_no_file_at_all_are_said_beside_their_fields(world: World, clerk: Account) -> None:
    answer = post(client_of(clerk), world, true_on="20/11/2031")

    assert answer.status_code == 400
    assert "This day has not come yet" in answer.content.decode()
    assert "20/11/2031" in answer.content.decode(), "what was typed is kept"


def test_the_same_file_is_refused_kindly(world: World, clerk: Account) -> None:
    taken(give(clerk, world.gulzar, six()), clerk)

    answer = post(client_of(clerk), world, file(six(), "another name.csv"))

    assert answer.status_code == 409
    assert "This very file was taken in on" in answer.content.decode()
    assert str(clerk.name) in answer.content.decode()


def test_who_may_not_see_the_place_hears_only_that_the_file_is_known(world: World, clerk: Account) -> None:
    taken(give(clerk, world.gulzar, six()), clerk)
    other = world.worker("records_officer", world.naya_bagh)

    answer = post(client_of(other), world, file(six()), place=world.naya_bagh.pk)

    assert answer.status_code == 409
    assert "already" in answer.content.decode()
    assert "Gulzar" not in answer.content.decode()
    assert str(clerk.name) not in answer.content.decode()


def test_rows_are_their_authors_until_they_are_people(world: World, clerk: Account) -> None:
    chief, other = world.worker("supervisor", world.gulzar), world.worker("records_officer", world.naya_bagh)
    census = give(clerk, world.gulzar, six())
    rows, page = reverse("people:census-rows", args=[census.pk]), reverse("people:census", args=[census.pk])

    assert NAMES[0] in client_of(clerk).get(rows).content.decode()
    assert NAMES[0] not in client_of(chief).get(rows).content.decode()
    assert client_of(chief).get(page).status_code == 200, "that there is a census is known where it is worked at"
    assert client_of(chief).get(reverse("people:census-mended", args=[census.pk, 1])).status_code == 404
    assert client_of(chief).post(reverse("people:census-take-in", args=[census.pk])).status_code == 404
    assert client_of(other).get(page).status_code == 404
    assert client_of(other).get(rows).status_code == 404

    taken(census, clerk)
    assert NAMES[0] in client_of(chief).get(rows).content.decode()


def test_the_file_comes_back_with_what_to_mend(world: World, clerk: Account) -> None:
    rows = [line("Nargis Misali", 1), line("", 2), line("Amina Farzi", 3, Age="x")]
    census = give(clerk, world.gulzar, csv_of(rows))

    answer = client_of(clerk).get(reverse("people:census-mended", args=[census.pk, 1]))

    assert answer.status_code == 200
    assert "list-to-mend.xlsx" in answer.headers["Content-Disposition"]
    sheet = open_sheets(answer.content, "x.xlsx").sheets[0]
    texts = [row.cells[-1].text for row in sheet.rows]
    assert any("The name is missing" in text for text in texts)


def test_headings_are_asked_for_once_and_kept_for_the_next_list(world: World, clerk: Account) -> None:
    odd = [one.replace("Date of Arrest", "Date of Areest") for one in HEADINGS]
    first = give(clerk, world.gulzar, csv_of([line(NAMES[0], 1)], odd))
    assert first.state == "to_map"
    client, page = client_of(clerk), reverse("people:census-columns", args=[first.pk])
    shown = client.get(page).content.decode()
    assert "Date of Areest" in shown

    for field, arrested in (("next_hearing", False), ("arrest_date", True)):  # a wrong word, and then the right one
        shown = client.get(page, {"all": ""}).content.decode()
        [column, *_others] = re.findall(r'Date of Areest.*?name="(column-\d+)"', shown, re.DOTALL)
        assert client.post(f"{page}?all=", {**_fields(shown), column: field}).status_code == 302
        assert worked(first).state == "to_review"
        with acting_as(clerk):
            told = str(SourceRow.objects.get(census=first, makes_person=True).told)
        assert ('"arrested_on":' in told) is arrested

    second = give(clerk, world.gulzar, csv_of([line(NAMES[1], 2)], odd), on=DAY)
    assert second.state == "to_review"


def test_a_list_that_says_of_nobody_why_they_are_held_is_asked_once_for_all(world: World, clerk: Account) -> None:
    silent = [one.replace("Category", "Caste") for one in HEADINGS]
    census = give(clerk, world.gulzar, csv_of([line(name, at) for at, name in enumerate(NAMES, 1)], silent))
    assert (census.state, census.sum["rejected"]) == ("to_map", 6)
    client, page = client_of(clerk), reverse("people:census-columns", args=[census.pk])
    assert "Nobody could be read yet" in client.get(reverse("people:census", args=[census.pk])).content.decode()

    fields = _fields(client.get(page).content.decode())
    assert client.post(page, {**fields, "legal_status": "under_trial"}).status_code == 302
    census = worked(census)

    assert (census.state, census.sum["people"]) == ("to_review", 6)
    assert 'value="under_trial" selected' in client.get(page).content.decode()


def test_the_page_says_in_both_languages_why_a_list_that_is_built_on_is_not_undone(
    world: World, clerk: Account
) -> None:
    census, client = taken(give(clerk, world.gulzar, six()), clerk), client_of(clerk)
    with acting_as(clerk):
        give_consent(
            person_id=people_for(clerk)[0].pk, purpose="legal", recipient="legal aid", classes=["personal"],
            given_how="read to her", started_on=DAY, actor=clerk, at=timezone.now(),
        )  # fmt: skip
    for language in ("en", "ur"):
        client.post("/language/", {"language": language})
        page = client.post(reverse("people:census-undo", args=[census.pk]), follow=True).content.decode()
        with translation.override(language):
            says = _("Somebody has worked on people of this list since. Correct what is wrong person by person.")
        assert (says in page, f'lang="{language}"' in page) == (True, True)
    with acting_as(clerk):
        census.refresh_from_db()
    assert census.state == "taken_in"


def test_of_two_files_the_one_that_does_not_say_why_people_are_held_is_asked_about(
    world: World, clerk: Account
) -> None:
    silent = [one.replace("Category", "Caste") for one in HEADINGS]
    client = client_of(clerk)
    told_of = csv_of([line(name, at) for at, name in enumerate(NAMES[:4], 1)])
    untold = csv_of([line(name, at) for at, name in enumerate(NAMES[4:], 5)], silent)
    assert post(client, world, file(told_of, "women.csv"), file(untold, "barrack two.csv")).status_code == 302
    census = worked(newest())
    assert (census.state, census.sum["people"], census.sum["rejected"]) == ("to_map", 4, 2)
    page = reverse("people:census-columns", args=[census.pk])
    told = client.get(reverse("people:census", args=[census.pk])).content.decode()
    assert "does not say why people are held" in told
    assert "barrack two.csv" in told.partition("Say the status")[0].partition("Nobody of it")[2]

    fields = _fields(client.get(page).content.decode())
    assert client.post(page, {**fields, "legal_status": "civil"}).status_code == 302
    census = worked(census)

    assert (census.state, census.sum["people"]) == ("to_review", 6)
    taken(census, clerk)
    with acting_as(clerk):
        status = {one.full_name: one.legal_status for one in people_for(clerk)}
    assert [status[name] for name in NAMES] == ["under_trial"] * 4 + ["civil"] * 2, "what a row says itself stands"


def test_where_no_row_could_be_read_as_headings_it_is_said_what_to_write_into_the_file(
    world: World, clerk: Account
) -> None:
    unknown = [f"Khana {number}" for number, _one in enumerate(HEADINGS)]
    census = give(clerk, world.gulzar, csv_of([line(NAMES[0], 1)], unknown))

    page = client_of(clerk).get(reverse("people:census-columns", args=[census.pk])).content.decode()

    assert census.state == "to_map"
    assert "Write into the first row what each column holds" in page
    assert reverse("people:census-new") in page
    assert "Keep it and read the file anew" not in page


def test_nonsense_in_the_mapping_is_said(world: World, clerk: Account) -> None:
    odd = [one.replace("Date of Arrest", "Date of Areest") for one in HEADINGS]
    first = give(clerk, world.gulzar, csv_of([line(NAMES[0], 1)], odd))

    answer = client_of(clerk).post(reverse("people:census-columns", args=[first.pk]), {"column-0": "nonsense"})

    assert answer.status_code == 400


@pytest.mark.parametrize("rows", [20, 120])
def test_the_cost_of_the_pages_does_not_grow_with_the_rows(world: World, clerk: Account, rows: int) -> None:
    census = give(clerk, world.gulzar, messy(rows))
    client = client_of(clerk)
    kinds = ["new", *ChangeKind.values]
    pages = [reverse("people:census", args=[census.pk]), reverse("people:census-rows", args=[census.pk])]
    pages += [reverse("people:census-changes", args=[census.pk, kind]) for kind in kinds]
    for page in pages:
        client.get(page)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200
        assert len(asked) <= 34, (page, len(asked))


def _fields(page: str) -> dict[str, str]:
    """The fields of the form as they stand: the chosen option of each."""
    found = {}
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        found[name] = chosen.group(1) if chosen else ""
    return found

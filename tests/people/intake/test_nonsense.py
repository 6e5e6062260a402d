"""Nonsense of every kind sent to every address of censuses, those of a real census among them: never a 500."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rihai.accounts.models import Account
from rihai.people.intake.models import Census
from rihai.people.intake.staging import read_told, told_text
from tests.house.addresses import addresses
from tests.house.test_fuzz import NASTY, knock
from tests.people.intake.lists import HEADINGS, NAMES, csv_of, give, line
from tests.people.intake.test_pages import client_of
from tests.people.world import World

pytestmark = pytest.mark.django_db
QUIET = settings(
    max_examples=10, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
OURS = [one for one in addresses() if one.name.startswith("people:census")]


@pytest.fixture
def unsure(world: World, clerk: Account) -> Census:
    """A census with a heading to be said."""
    odd = [one.replace("Date of Arrest", "Date of Areest") for one in HEADINGS]
    return give(clerk, world.gulzar, csv_of([line(NAMES[0], 1), line("", 2)], odd))


@pytest.mark.parametrize("address", OURS, ids=lambda one: one.name)
def test_no_page_of_a_census_answers_500(unsure: Census, clerk: Account, address: Any) -> None:
    keys = {"uuid": [str(unsure.pk)], "slug": ["new", "missing"], "int": ["1", "999999999999"]}
    inside = client_of(clerk).cookies

    @QUIET
    @given(st.data())
    def property_(data: st.DataObject) -> None:
        with transaction.atomic():
            knock(address, inside, keys, data.draw)
            transaction.set_rollback(True)

    property_()


def upload(client: Client, place: int, content: bytes, name: str) -> int:
    given_ = {"place": place, "true_on": "20/11/2026", "lists": [SimpleUploadedFile(name, content)]}
    return client.post("/people/censuses/new/", given_).status_code


@pytest.mark.parametrize(
    "name", ["a.csv", "a.xlsx", "a.xls", "a.ods", "a.tsv", "a", ".csv", "a.csv.exe", "\u202egpj.csv"]
)
def test_no_file_answers_500(world: World, clerk: Account, name: str) -> None:
    client = client_of(clerk)
    for content in (
        b"\x00\x01\x02",
        b"PK\x05\x06" + bytes(18),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\xff\xfe\x00",
        b"," * 9000,
    ):
        assert upload(client, world.gulzar.pk, content, name) in {302, 400, 409}


@given(st.dictionaries(st.text(max_size=9), st.text(max_size=40), max_size=4))
def test_what_a_row_says_is_kept_whatever_its_letters(raw: dict[str, str]) -> None:
    told = read_told(told_text({"full_name": "x"}, raw, ()))

    assert len(told.raw) <= len(raw)
    assert not any("\0" in text for text in told.raw.values())


@pytest.mark.parametrize("text", NASTY)
def test_nasty_cells_become_people_or_are_left_out(world: World, clerk: Account, text: str) -> None:
    rows = [line(NAMES[0], 1), line("Sana Misali", 2, Barrack=text, Remarks=text, Age=text), line(text, 3)]
    if "\0" in text or "\x0b" in text:
        return  # a file with such signs is no text and is refused when it is given in
    census = give(clerk, world.gulzar, csv_of(rows))

    assert census.state in {"to_review", "to_map"}
    assert client_of(clerk).get(f"/people/censuses/{census.pk}/rows/").status_code == 200

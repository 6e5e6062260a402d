"""The API reads what the pages show and takes in what they take in, by the same rules; a program is told why not."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations import grant
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.people.intake.models import Census, CensusState
from rihai.people.models import Person
from rihai.people.queries.page import page_of
from rihai.screening.operations import screen_people
from tests.people.intake.lists import six, worked
from tests.people.world import World
from tests.screening.cast import bailed_man, keep, unknown_arrest, woman
from tests.web.api import asking, get, key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lawyer(world: World) -> Any:
    return world.worker("lawyer", world.gulzar)


def screened(world: World, account: Any, *records: Any) -> list[Person]:
    """People typed in at Gulzar and screened today."""
    today = timezone.localdate()
    with acting_as(account):
        made = [keep(record(today), world.gulzar, account) for record in records]
    with as_house():
        screen_people([one.pk for one in made], at=timezone.now())
    return made


def lines(act: str) -> list[Event]:
    with as_house():
        return list(Event.objects.filter(act=act).order_by("number"))


def test_the_list_of_people_is_the_one_of_the_page(world: World, lawyer: Any) -> None:
    with acting_as(lawyer):
        person = world.enter(lawyer)

    answer = get(asking(key_of(lawyer)), "people/")

    assert answer.status_code == 200
    (row,) = answer.json()["people"]
    assert (row["id"], row["name"], row["place"]["name"]) == (str(person.pk), "Nargis Farzi", world.gulzar.name)
    assert (row["sex"], row["legal_status"], answer.json()["next"]) == ("female", "under_trial", None)
    (line,) = lines("kit.list.read")
    assert line.actor_id == lawyer.pk
    assert line.detail["lists"] == [{"what": "people.list", "count": 1, "filters": {}}]
    assert line.detail["key"], "the trail says that a program asked"


def test_a_person_is_told_with_each_fact_and_its_source(world: World, lawyer: Any) -> None:
    with acting_as(lawyer):
        person = world.enter(lawyer)

    answer = get(asking(key_of(lawyer)), f"people/{person.pk}/")

    facts = {(one["case_id"], one["fact"]): one for one in answer.json()["facts"]}
    assert facts[("", "full_name")]["raw"] == "NARGIS FARZI"
    assert facts[("", "full_name")]["source"].startswith("written by")
    assert facts[("51/26 Saddar", "arrested_on")]["value"] == "2026-03-10"
    assert "pregnant" not in {name for _case, name in facts}, "a lawyer does not see health"
    assert answer.json()["withheld"] == ["health"]
    (line,) = lines("kit.page.opened")
    assert line.subject == str(person.pk)


def test_what_is_sealed_is_never_told_to_a_program(world: World, lawyer: Any) -> None:
    counsellor = world.worker("survivor_counsellor", world.gulzar)
    with as_house():
        for role in ("lawyer", "survivor_counsellor"):
            counsellor.postings.create(role=role, place=world.gulzar, started_on=timezone.localdate() - timedelta(9))
    with acting_as(lawyer):
        person = world.enter(lawyer, injury_on_admission=True)
    grant(
        account_id=counsellor.pk, person_id=person.pk, classes=("sealed",), ground="assignment", ground_id=None,
        until=None, actor=None, at=timezone.now() - timedelta(minutes=1),
    )  # fmt: skip

    told = get(asking(key_of(counsellor)), f"people/{person.pk}/").json()

    with acting_as(counsellor):
        page = page_of(person.pk, actor=counsellor, today=timezone.localdate())
    assert page is not None
    assert "injury_on_admission" in {one.fact for one in page.facts}, "the page shows it to her"
    assert {one["data_class"] for one in told["facts"]} == {"personal", "legal"}


def test_people_are_found_by_a_body_and_never_by_an_address(world: World, lawyer: Any) -> None:
    with acting_as(lawyer):
        world.enter(lawyer)
    client = asking(key_of(lawyer))

    found = client.post("/api/v1/people/find/", json.dumps({"words": "نرگس"}), content_type="application/json")
    exact = client.post("/api/v1/people/find/", {"words": "90403-0000000-8"}, content_type="application/json")

    assert [one["name"] for one in found.json()["people"]] == ["Nargis Farzi"]
    assert [one["name"] for one in exact.json()["people"]] == ["Nargis Farzi"]
    assert get(client, "people/find/", words="Nargis").status_code == 405
    assert all("نرگس" not in one.written for one in lines("kit.list.read"))


def test_findings_say_who_could_go_and_why(world: World, lawyer: Any) -> None:
    nargis, tariq, _rehana = screened(world, lawyer, woman, bailed_man, unknown_arrest)
    client = asking(key_of(lawyer))

    today = get(client, "findings/").json()["findings"]
    inside = get(client, "findings/", by="inside").json()["findings"]
    unclear = get(client, "findings/", by="cannot_tell").json()["findings"]
    told = get(client, f"findings/{today[0]['id']}/").json()

    assert str(nargis.pk) in {one["person"]["id"] for one in today}
    assert {one["person"]["id"] for one in inside} == {str(tariq.pk)}
    assert any(one["missing"] for one in unclear)
    assert told["why"]
    assert told["cite"]
    assert told["conditions"]
    assert all(one["stands"] in {"met", "open", "missing", "not_met"} for one in told["conditions"])


def test_texts_come_in_the_language_the_program_accepts(world: World, lawyer: Any) -> None:
    screened(world, lawyer, woman)
    secret = key_of(lawyer)

    english, urdu = (get(asking(secret, one), "findings/").json() for one in ("en-GB,en;q=0.8", "ur"))
    nothing = get(asking(secret, "ur"), "people/00000000-0000-0000-0000-000000000009/")

    assert english["findings"][0]["title"] != urdu["findings"][0]["title"]
    assert nothing["Content-Language"] == "ur"
    assert (
        nothing.json()["detail"] != get(asking(secret), "people/00000000-0000-0000-0000-000000000009/").json()["detail"]
    )


def test_places_are_told_with_what_they_stand_in(world: World, lawyer: Any) -> None:
    client = asking(key_of(lawyer))

    listed = get(client, "places/", kind="prison").json()
    one = get(client, f"places/{world.gulzar.pk}/").json()

    assert [place["name"] for place in listed["places"]] == [world.naya_bagh.name, world.gulzar.name]
    assert [place["name"] for place in one["above"]] == ["Sehrabad", "Wadi", "Gulistan"]
    assert get(client, "places/999999999/").status_code == 404


def sent(client: Client, world: World, content: bytes, name: str = "list.csv", **more: Any) -> Any:
    return client.post(
        "/api/v1/censuses/",
        {"place": world.gulzar.pk, "true_on": "2026-11-20", "files": SimpleUploadedFile(name, content), **more},
    )


def test_a_list_is_sent_as_in_the_browser_and_its_state_is_read(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    client = asking(key_of(clerk))

    answer = sent(client, world, six())
    with as_house():
        census = Census.objects.get(pk=answer.json()["id"])
    before = get(client, f"censuses/{census.pk}/").json()
    worked(census)
    after = get(client, f"censuses/{census.pk}/").json()

    assert answer.status_code == 201
    assert (census.author_id, census.place_id) == (clerk.pk, world.gulzar.pk)
    assert (before["state"], after["state"]) == (CensusState.READING, CensusState.TO_REVIEW)
    assert (after["rows"]["people"], after["changes"]["new"], after["work"]["state"]) == (6, 6, "done")
    (line,) = lines("people.census.uploaded")
    assert line.actor_id == clerk.pk


@pytest.mark.parametrize(
    ("content", "name", "more", "field"),
    [
        (b"%PDF-1.4 not a list", "list.csv", {}, "files"),
        (b"", "list.csv", {}, "files"),
        (six(), "list.csv", {"true_on": "2999-01-01"}, "true_on"),
        (six(), "list.csv", {"true_on": "yesterday"}, "true_on"),
        (six(), "list.csv", {"place": "999999"}, "place"),
        (six(), "list.csv", {"place": "9" * 400}, "place"),
        (six(), "list.csv", {"place": "\x00"}, "place"),
    ],
)  # fmt: skip
def test_a_list_that_cannot_be_taken_is_refused_beside_its_field(
    content: bytes, name: str, more: dict[str, str], field: str, world: World
) -> None:
    client = asking(key_of(world.worker("records_officer", world.gulzar)))

    answer = sent(client, world, content, name, **more)

    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert {one["field"] for one in answer.json()["errors"]} == {field}
    with as_house():
        assert not Census.objects.exists()


def test_a_request_without_a_file_names_the_field_that_is_missing(world: World) -> None:
    client = asking(key_of(world.worker("records_officer", world.gulzar)))

    answer = client.post("/api/v1/censuses/", {"place": world.gulzar.pk, "true_on": "2026-11-20"})

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": "files", "says": "It is missing."}]


def test_a_file_sent_twice_is_refused_with_the_sentence_of_the_page(world: World) -> None:
    client = asking(key_of(world.worker("records_officer", world.gulzar)))
    sent(client, world, six())

    answer = sent(client, world, six(), "again.csv")

    assert answer.status_code == 409
    assert "very file" in answer.json()["detail"]


def test_lists_go_on_after_their_last_row(world: World, lawyer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("people", "places", "screening"):
        monkeypatch.setattr(f"rihai.{module}.api.PAGE", 2)
    with acting_as(lawyer):
        for number in range(5):
            world.enter(
                lawyer, full_name=f"Nargis {'ABCDE'[number]}", cnic=f"904030000000{number}", prison_id=f"P-{number}"
            )
    client, names, after = asking(key_of(lawyer)), [], None

    for _page in range(3):
        found = get(client, "people/", **({"after": after} if after else {})).json()
        names += [one["name"] for one in found["people"]]
        after = found["next"]

    assert (names, after) == ([f"Nargis {letter}" for letter in "ABCDE"], None)
    assert found["count"] == 5


def test_a_list_asks_the_database_the_same_however_many_rows_it_has(world: World, lawyer: Any) -> None:
    def asked(path: str) -> int:
        get(client, path)
        with CaptureQueriesContext(connection) as caught:
            assert get(client, path).status_code == 200
        return len(caught)

    client = asking(key_of(lawyer))
    screened(world, lawyer, woman)
    few = [asked(one) for one in ("people/", "findings/", "places/")]
    screened(world, lawyer, *[lambda today, at=at: woman(today, full_name=f"Gul {at}") for at in range(3)])

    assert [asked(one) for one in ("people/", "findings/", "places/")] == few

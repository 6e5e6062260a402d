"""The pages of people: what they show, to whom, how they refuse, how many queries they ask."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import grant
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event, Opening
from rihai.people.models import ChildInside, Consent, CriminalCase, Movement, Person, Relationship, SourceKind
from rihai.people.operations import Source, state
from rihai.people.projection import project
from tests.people.world import CASE, NOON, TODAY, World, woman

pytestmark = pytest.mark.django_db
FIELDS = (
    "place", "true_on", "full_name", "sex", "age", "cnic", "sections", "fir_number", "arrest_date", "status", "health",
    "children_in_prison", "remarks", "value", "on", "kind", "version", "phone", "name", "purpose", "recipient",
    "classes", "started_on", "alias", "verdict", "keep", "ground", "after",
)  # fmt: skip
"""Everything a form of the room asks for."""


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


@pytest.fixture
def clerk(world: World) -> Account:
    return world.worker("records_officer", world.gulzar)


@pytest.fixture
def stranger(world: World) -> Account:
    return world.worker("caseworker", world.naya_bagh)


@pytest.fixture
def person(world: World, clerk: Account) -> Person:
    with acting_as(clerk, NOON):
        return world.enter(clerk)


def _text(client: Client, address: str, status: int = 200, **data: Any) -> str:
    response = client.post(address, data) if data else client.get(address)
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def test_the_person_page_says_who_where_since_when_and_each_source(clerk: Account, person: Person) -> None:
    text = _text(signed_in(clerk), reverse("people:person", args=[person.pk]))
    for word in (
        "Nargis Farzi",
        "Women’s Prison Gulzar",
        "10 Mar 2026",
        "PPC 381-A",
        "written by records_officer",
        "NARGIS FARZI",
    ):
        assert word in text
    assert "Withheld" in text
    assert "Pregnant" not in text


def test_the_wrong_caseworker_finds_nothing_anywhere_and_the_attempt_is_written_down(
    stranger: Account, person: Person
) -> None:
    client = signed_in(stranger)
    assert "Nargis" not in _text(client, reverse("people:index"))
    assert "Nargis" not in _text(client, reverse("people:index") + f"?all=on&after={person.pk}")
    found = client.post(reverse("search"), {"q": "Nargis Farzi"}).content.decode()
    assert "People" not in found.split("<main")[1] or str(person.pk) not in found
    assert str(person.pk) not in client.post(reverse("search"), {"q": "90403-0000000-8"}).content.decode()
    for name in ("person", "move", "consents", "new-tie"):
        _text(client, reverse(f"people:{name}", args=[person.pk]), 404)
    _text(
        client, reverse("people:correct", args=[person.pk, "sex"]), 404, value="male", true_on="1/1/2026", version="1"
    )
    with as_house():
        lines = Event.objects.filter(act="kit.page.refused", subject=str(person.pk), actor_id=stranger.pk)
        assert lines.count() == 5


def test_who_opened_the_page_is_shown_and_written_down(clerk: Account, person: Person) -> None:
    client = signed_in(clerk)
    address = reverse("people:person", args=[person.pk])
    _text(client, address)
    assert clerk.name in _text(client, address).split("Who opened this")[1]
    with as_house():
        assert Opening.objects.filter(person_id=person.pk).count() == 2


def test_forty_sheets_are_typed_one_after_the_other(world: World, clerk: Account) -> None:
    client = signed_in(clerk)
    address = reverse("people:enter")
    sheet = {
        "place": world.gulzar.pk, "true_on": "25/11/2026", "full_name": "Gul Naz Farzi", "sex": "f", "age": "about 30",
        "father_or_husband_name": "w/o Nazir Farzi", "fir_number": "77/26", "police_station": "Saddar",
        "sections": "302/34 PPC", "arrest_date": "۱۰-۰۳-۲۰۲۶", "status": "UTP", "counsel": "nil", "health": "TB",
        "admission_date": "12.3.26", "alias": "گل ناز", "children_in_prison": "2 (3 years, 8 months)",
    }  # fmt: skip
    response = client.post(address, sheet)
    assert response.status_code == 302, response.content.decode()
    text = _text(client, response["Location"])
    assert "Gul Naz Farzi is kept" in text
    assert "PPC 302; PPC 34" in text
    assert f'<option value="{world.gulzar.pk}" selected>' in text
    assert 'value="25/11/2026"' in text
    assert "1 person entered by you today" in text
    with as_house():
        person = Person.objects.get(full_name="Gul Naz Farzi")
        assert (person.sex, person.held_at_id, CriminalCase.objects.get(person=person).case_id) == (
            "female", world.gulzar.pk, "77/26 Saddar",
        )  # fmt: skip
        assert person.other_script == "گل ناز"
        assert list(ChildInside.objects.filter(person=person).values_list("lives_in_prison", flat=True)) == [True, True]
    one_left = {"value": "1", "true_on": "25/11/2026", "version": str(person.version)}
    address = reverse("people:correct", args=[person.pk, "children_in_prison"])
    assert client.post(address, one_left).status_code == 302
    assert "1 child living inside" in _text(client, reverse("people:person", args=[person.pk]))


def test_what_cannot_be_read_is_said_beside_its_field_and_everything_typed_is_kept(
    world: World, clerk: Account
) -> None:
    sheet = {"place": world.gulzar.pk, "true_on": "25/11/2026", "full_name": "Gul Farzi", "arrest_date": "31.2.26"}
    text = _text(signed_in(clerk), reverse("people:enter"), 400, **sheet)
    assert "There is no such day in the calendar." in text
    assert 'value="31.2.26"' in text
    with as_house():
        assert not Person.objects.filter(full_name="Gul Farzi").exists()


def test_a_fact_is_corrected_and_two_who_write_at_once_are_told(clerk: Account, person: Person) -> None:
    client = signed_in(clerk)
    address = reverse("people:correct", args=[person.pk, "home_district"])
    said = {"value": "Sialkot", "true_on": "25/11/2026", "version": "1"}
    assert client.post(address, said).status_code == 302
    text = _text(client, address, 409, **{**said, "value": "Lahore"})
    assert "Somebody changed this while you wrote" in text
    assert "Theirs, now saved</dt><dd><bdi>Sialkot" in text
    assert "Yours, not saved</dt><dd><bdi>Lahore" in text
    assert 'name="version" value="2"' in text
    mine = {"value": "Lahore", "true_on": "25/11/2026", "version": "2", "take-value": "mine"}
    assert client.post(address, mine).status_code == 302
    assert "Lahore" in _text(client, reverse("people:person", args=[person.pk]))


def test_who_writes_another_fact_is_not_held_up_by_somebody_elses(clerk: Account, person: Person) -> None:
    client = signed_in(clerk)
    home, alias = (reverse("people:correct", args=[person.pk, fact]) for fact in ("home_district", "alias"))
    said = {"true_on": "25/11/2026", "version": "1"}
    assert client.post(home, {**said, "value": "Sialkot"}).status_code == 302
    assert client.post(alias, {**said, "value": "Nargo", "initial-value": ""}).status_code == 302
    assert "Nargo" in _text(client, reverse("people:person", args=[person.pk]))


def test_a_case_fact_and_a_movement_and_ties_are_written_from_their_pages(
    world: World, clerk: Account, person: Person
) -> None:
    client = signed_in(clerk)
    with as_house():
        case = CriminalCase.objects.get(person=person)
    address = reverse("people:correct-case", args=[person.pk, case.pk, "bail_granted"])
    assert client.post(address, {"value": "yes", "true_on": "25/11/2026", "version": "1"}).status_code == 302
    move = {"kind": "transfer", "place": world.naya_bagh.pk, "on": "24/11/2026", "version": "2"}
    assert client.post(reverse("people:move", args=[person.pk]), move).status_code == 302
    tie = {"kind": "mother", "name": "Zainab Farzi", "phone": "0300-9000000", "safe": "no"}
    assert client.post(reverse("people:new-tie", args=[person.pk]), tie).status_code == 302
    consent = {
        "purpose": "legal", "recipient": "the court", "classes": ["personal", "legal"], "given_how": "thumb",
        "started_on": "1/11/2026",
    }  # fmt: skip
    assert client.post(reverse("people:consents", args=[person.pk]), consent).status_code == 302
    text = _text(client, reverse("people:person", args=[person.pk]))
    assert "do not contact" in text
    assert "0300-9000000" not in text
    with as_house():
        assert CriminalCase.objects.get(pk=case.pk).bail_granted is True
        assert Movement.objects.filter(person=person, kind="transfer").exists()
        assert Relationship.objects.get().phone == "0300-9000000"
        first = Consent.objects.filter(person=person).first()
    assert first is not None
    assert client.post(reverse("people:withdraw", args=[first.pk])).status_code == 302
    with as_house():
        assert Consent.objects.get(pk=first.pk).withdrawn_at is not None


def test_a_difference_is_decided_on_the_page(clerk: Account, person: Person) -> None:
    with as_house(NOON):
        state(
            person.pk,
            {"sex": "male"},
            Source(kind=SourceKind.CENSUS, at=NOON, true_on=TODAY, sheet="UTP", row=7),
            raw={"sex": "M"},
        )
        project([person.pk])
    client = signed_in(clerk)
    text = _text(client, reverse("people:differences"))
    assert "census of 25 Nov 2026, UTP, row 7" in text
    address = text.split('action="/people/differences/')[1].split('"')[0].join(("/people/differences/", ""))
    assert client.post(address, {"keep": "theirs"}).status_code == 302
    with as_house():
        assert Person.objects.get(pk=person.pk).sex == "male"
    assert client.post(address, {"keep": "theirs"}).status_code == 404


def test_two_records_are_joined_and_parted_on_their_pages(world: World, clerk: Account, person: Person) -> None:
    with acting_as(clerk, NOON):
        other = world.enter(clerk, full_name="Nargis Farzee")
    client = signed_in(clerk)
    text = _text(client, reverse("people:duplicates"))
    assert "the same identity number" in text
    pair = reverse("people:pair", args=[person.pk, other.pk])
    assert "Nargis Farzee" in _text(client, pair)
    assert client.post(pair, {"verdict": "same"}).status_code == 302
    assert client.get(reverse("people:person", args=[other.pk]))["Location"] == reverse(
        "people:person", args=[person.pk]
    )
    text = _text(client, reverse("people:person", args=[person.pk]))
    part = "/people/joined/" + text.split("/people/joined/")[1].split('"')[0]
    _text(client, part)
    assert client.post(part).status_code == 302
    assert client.get(reverse("people:person", args=[other.pk])).status_code == 200
    assert "Nargis Farzee" not in _text(client, reverse("people:duplicates"))


def test_a_guarded_person_leaves_no_trace_for_colleagues(world: World, clerk: Account, person: Person) -> None:
    chief = world.worker("supervisor", world.gulzar)
    assert signed_in(chief).post(reverse("people:guard", args=[person.pk]), {"ground": "honour"}).status_code == 302
    client = signed_in(clerk)
    assert "Nargis" not in _text(client, reverse("people:index"))
    _text(client, reverse("people:person", args=[person.pk]), 404)
    assert "Nargis" in _text(signed_in(chief), reverse("people:index"))


def test_pages_ask_the_same_number_of_queries_however_many_people(world: World, clerk: Account, person: Person) -> None:
    client = signed_in(clerk)
    addresses = [reverse("people:index"), reverse("people:person", args=[person.pk]), reverse("people:differences")]

    def counts() -> list[int]:
        found = []
        for address in addresses:
            with CaptureQueriesContext(
                connection,
            ) as asked:
                _text(client, address)
            found.append(sum("set_config('rihai." not in query["sql"] for query in asked))  # PostgreSQL: who asks
        return found

    counts()
    before = counts()
    with acting_as(clerk, NOON):
        for number in range(6):
            world.enter(clerk, full_name=f"Gul Farzi {number}", cnic=f"904030000{number:04}")
    assert counts() == before
    assert max(before) < 60


def test_the_list_is_paged_by_name_without_a_name_in_the_address(world: World, clerk: Account) -> None:
    with acting_as(clerk, NOON):
        for number in range(30):
            world.enter(clerk, full_name=f"Gul {chr(65 + number % 26)}{number:02}", cnic=f"904030000{number:04}")
    client = signed_in(clerk)
    first = _text(client, reverse("people:index"))
    later = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "Gul" not in later
    second = _text(client, reverse("people:index") + later)
    names = [row.split("<bdi>")[1].split("<")[0] for row in (first + second).split('class="entry-name"')[1:]]
    assert names == sorted(names)
    assert len(set(names)) == 30


def test_a_place_says_who_is_held_there(world: World, clerk: Account, person: Person) -> None:
    assert "People we know there" in _text(signed_in(clerk), reverse("places:place", args=[world.gulzar.pk]))


@pytest.fixture
def client_of_clerk(clerk: Account) -> Client:
    return signed_in(clerk)


@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    data=st.dictionaries(
        st.sampled_from(FIELDS),
        st.text(max_size=60) | st.sampled_from(("25/11/2026", "302 PPC", "9" * 400, "\x00", "\u202ea", "-1", "NaN")),
        max_size=12,
    )
)  # fmt: skip
def test_no_page_breaks_on_anything_typed(client_of_clerk: Client, person: Person, data: dict[str, str]) -> None:
    client = client_of_clerk
    with as_house():
        case = CriminalCase.objects.get(person=person)
    for address in (
        reverse("people:enter"), reverse("people:move", args=[person.pk]), reverse("people:consents", args=[person.pk]),
        reverse("people:new-tie", args=[person.pk]), reverse("people:correct", args=[person.pk, "age_years"]),
        reverse("people:correct-case", args=[person.pk, case.pk, "charges"]),
        reverse("people:decide", args=[uuid4()]), reverse("people:pair", args=[person.pk, uuid4()]),
    ):  # fmt: skip
        assert client.post(address, data).status_code < 500
    for address in (reverse("people:index"), reverse("people:duplicates"), reverse("people:enter")):
        assert client.get(address, data).status_code < 500
    assert woman()["full_name"]
    assert CASE


def test_my_work_names_what_waits_to_be_decided(world: World, clerk: Account, person: Person) -> None:
    with acting_as(clerk, NOON):
        world.enter(clerk, full_name="Nargis Farzee")
    with as_house(NOON):
        state(person.pk, {"sex": "male"}, Source(kind=SourceKind.CENSUS, at=NOON, true_on=TODAY))
        project([person.pk])
    text = _text(signed_in(clerk), reverse("home"))
    assert "Another record has the same identity card number" in text
    assert "we believe woman, the prison writes man" in text


def test_a_mentor_who_sees_nobody_by_place_lists_whom_they_were_matched_with(world: World, person: Person) -> None:
    mentor = world.worker("mentor", world.naya_bagh)
    grant(
        account_id=mentor.pk, person_id=person.pk, classes=(), ground="match", ground_id=None, actor=None, at=NOON,
    )  # fmt: skip
    assert "Nargis Farzi" in _text(signed_in(mentor), reverse("people:index"))


def test_the_page_says_that_a_person_is_represented_and_never_by_whom(
    world: World, clerk: Account, person: Person
) -> None:
    lawyer, caseworker = world.worker("lawyer", world.naya_bagh), world.worker("caseworker", world.naya_bagh)
    with as_house(NOON):
        for account, classes in ((lawyer, ["legal"]), (caseworker, ["personal"])):
            grant(
                account_id=account.pk, person_id=person.pk, classes=classes, ground="assignment", ground_id=uuid4(),
                actor=None, at=NOON,
            )  # fmt: skip

    seen = _text(signed_in(clerk), reverse("people:person", args=[person.pk]))

    assert caseworker.name in seen
    assert "represented by a lawyer" in seen
    assert lawyer.name not in seen

"""No page of the room falls over anything that is sent to it."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as pace
from hypothesis import strategies as st

from rihai.accounts.models import Account
from rihai.places.kinds import Kind
from rihai.places.models import Permit, Place, PlaceContact
from tests.places.conftest import account, signed_in
from tests.places.world import TODAY, make, make_district

pytestmark = pytest.mark.django_db
NASTY = st.sampled_from(
    [
        "", " ", "\x00", "a\x00b", "\u202eturned", "\ud800", "9" * 400, "-1", "1e999", "NaN", "٣١/٠٢/٢٠٢٦",
        "31/02/2026",
        "0/0/0", "99999-01-01", "<script>", "'; DROP TABLE places_place; --", "%00", "http://[", "http://a" + "b" * 99,
        "گلزار" * 200, "x" * 5000, "2147483648", "9223372036854775808", "on", "true", "prison", "official", "given",
        "26/11/2026", "1", "٤٢", "👩‍👧", "a\r\nb: c", "😀" * 100,
    ]
)  # fmt: skip
VALUE = st.one_of(NASTY, st.text(max_size=40))
FIELDS = (
    "name", "name_ur", "aliases", "within", "type", "holds", "sort", "address", "phone", "note", "source", "version",
    "initial-name", "initial-within", "take-name", "take-within", "on", "as_of", "precision",
    "url", "places",
    "standard", "total", "men", "women", "children", "under_trial", "officers", "people", "kind", "asked_of",
    "asked_on", "covers", "answer", "expires_on", "reference", "reason", "paper", "post", "email", "ended_on",
)  # fmt: skip
ASKED = ("q", "kind", "province", "after", "of", "within", "page")
BODY = st.dictionaries(st.sampled_from(FIELDS), VALUE, max_size=14)
# What each form takes, so that a single spoilt field reaches as far as it can.
RIGHT = {
    "name": "Another", "precision": "day", "source": "Return", "as_of": "1/10/2026", "places": "3",
    "standard": "official",
    "total": "9", "officers": "2", "post": "Reader", "kind": "letter", "asked_of": "IG", "asked_on": "1/10/2026",
    "answer": "given", "on": "2/10/2026", "version": "1", "reason": "none",
}  # fmt: skip
CALM = pace(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


class Room:
    """One place of each kind that has a form, and every address of the room."""

    def __init__(self) -> None:
        district = make_district()
        self.prison = make(Kind.PRISON, "District Prison", district)
        self.court = make(Kind.COURT, "Sessions Court", district)
        self.office = make(Kind.PROBATION_OFFICE, "Probation Office", district)
        self.contact = PlaceContact.objects.create(place=self.prison, post="Reader")
        self.permit = Permit.objects.create(
            place=self.prison, kind="letter", asked_of="IG", asked_on=date(2026, 1, 1), state="given",
            answered_on=TODAY, expires_on=TODAY,
        )  # fmt: skip
        self.asked = Permit.objects.create(place=self.prison, kind="letter", asked_of="IG", asked_on=date(2026, 1, 1))
        self.client = signed_in(account("administrator"))

    def forms(self) -> list[str]:
        of_place = [
            f"/places/{place.pk}/{form}/"
            for place in (self.prison, self.court, self.office)
            for form in ("change", "close", "reopen", "capacity", "count", "caseload", "contact", "ask")
        ]
        of_kinds = [f"/places/new/{kind}/" for kind in Kind.values]
        of_leaves = [f"/places/leave/{self.asked.pk}/answer/", f"/places/leave/{self.permit.pk}/renew/"]
        return [*of_place, *of_kinds, *of_leaves, f"/places/contact/{self.contact.pk}/"]

    def pages(self) -> list[str]:
        return [
            "/places/",
            "/places/map/",
            "/places/new/",
            f"/places/{self.prison.pk}/",
            f"/places/leave/{self.permit.pk}/",
        ]


@pytest.fixture
def room(db: None) -> Room:
    return Room()


@CALM
@given(data=st.data())
def test_no_form_falls_over_what_is_typed_into_it(room: Room, data: st.DataObject) -> None:
    address = data.draw(st.sampled_from(room.forms()))
    right = RIGHT | {"within": str(room.prison.within_id)} if data.draw(st.booleans()) else {}
    typed = right | data.draw(BODY)
    body = {name: value.encode("utf-8", "surrogatepass") for name, value in typed.items()}

    answer = room.client.post(address, urlencode(body), content_type="application/x-www-form-urlencoded")

    assert answer.status_code in {200, 302, 400, 404, 409}
    for page in room.pages():
        assert room.client.get(page).status_code in {200, 404}


@CALM
@given(
    query=st.dictionaries(
        st.sampled_from(["q", "kind", "province", "after", "of", "within", "page"]), VALUE, max_size=5
    )
)
def test_no_page_falls_over_its_query(room: Room, query: dict[str, str]) -> None:
    text = urlencode({name: value.encode("utf-8", "surrogatepass") for name, value in query.items()})

    for page in (*room.pages(), "/places/new/court/", f"/places/{room.prison.pk}/change/"):
        assert room.client.get(f"{page}?{text}").status_code == 200


@pytest.mark.parametrize(
    "tail",
    ["0/", "00000/", "999999999/", "9999999999999999999999/", "1/nothing/", "%00/", "-1/", "1.5/", "new/castle/",
     "new/country/", "leave/1/", f"leave/{UUID(int=9)}/", f"leave/{UUID(int=9)}/answer/", "contact/0/",
     "contact/99999999999/", "١/", "map/extra/", "new/" + "a" * 3000 + "/"],
)  # fmt: skip
def test_an_address_that_names_nothing_is_not_found(room: Room, tail: str) -> None:
    assert room.client.get(f"/places/{tail}").status_code == 404
    assert room.client.post(f"/places/{tail}").status_code in {404, 405}


def test_a_form_without_its_token_is_refused(room: Room) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(Account.objects.get(), backend=settings.AUTHENTICATION_BACKENDS[-1])

    answer = client.post(f"/places/{room.prison.pk}/close/", {"on": "26/11/2026", "version": 1})

    assert answer.status_code == 403
    assert Place.objects.get(pk=room.prison.pk).closed_on is None

"""The pages of the room: what they show, to whom, and with how many queries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rihai.accounts.models import Account
from rihai.demo.places import make_places
from rihai.kit.audit.models import Event
from rihai.places.kinds import Kind
from rihai.places.models import HeldCount, Permit, Place, PlaceContact
from rihai.places.operations import Paper, ask_leave, give_leave
from tests.places.world import AT, TODAY, make

pytestmark = pytest.mark.django_db
FORMS = ("change", "close", "capacity", "count", "contact", "ask")


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, f"{address}: {answer.status_code}"
    return " ".join(answer.content.decode().split())


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as held:
        page(client, address)
    return len(held)


def prison(district: Place) -> Place:
    return make(Kind.PRISON, "District Prison Naya Bagh", district)


def address(place: Place, rest: str = "") -> str:
    return f"/places/{place.pk}/{rest}"


def test_nobody_is_shown_a_place_without_signing_in(client: Client, district: Place) -> None:
    for where in ("/places/", "/places/map/", address(district), "/places/new/"):
        answer = client.get(where)
        assert answer.status_code in {302, 404}, where
        assert "Naya Bagh" not in answer.content.decode()
        assert "<path" not in answer.content.decode()


def test_who_works_here_reads_every_place_and_changes_none(reading: Client, district: Place) -> None:
    place = prison(district)

    shown = page(reading, address(place))

    assert "District Prison Naya Bagh" in shown
    assert not any(address(place, f"{form}/") in shown for form in FORMS)
    for form in FORMS:
        assert reading.get(address(place, f"{form}/")).status_code == 404
        assert reading.post(address(place, f"{form}/"), {"name": "x"}).status_code == 404
    assert reading.get("/places/new/lock_up/").status_code == 404


def test_a_prison_of_which_nothing_is_known_says_so(reading: Client, district: Place) -> None:
    shown = page(reading, address(prison(district)))

    assert shown.count("not known") >= 2
    assert "No list of people has been taken in" in shown
    assert "0%" not in shown


def test_a_prison_shows_its_occupancy_as_a_sum_with_days_and_sources(reading: Client, seeded: None) -> None:
    shown = page(reading, address(Place.objects.get(code="prison:Central Jail Lahore")))

    for words in ("3,757", "2,360", "159.2%", "2019", "islamtimes.org", "1,397 people more than places"):
        assert words in shown, words


def test_a_province_shows_whom_its_rows_leave_out(reading: Client, seeded: None) -> None:
    HeldCount.objects.filter(place__code="province:Punjab").exclude(as_of__year=2019).delete()

    shown = page(reading, address(Place.objects.get(code="province:Punjab")))

    for words in ("17,056", "26,725", "In none of these rows", "3,296", "47,077"):
        assert words in shown, words


def test_an_unknown_place_is_not_found(reading: Client) -> None:
    for where in ("/places/999999999/", "/places/9999999999/", "/places/-1/", "/places/leave/x/"):
        assert reading.get(where).status_code == 404, where


def test_the_list_is_narrowed_by_name_kind_and_province(reading: Client, seeded: None) -> None:
    sindh = Place.objects.get(code="province:Sindh")

    shown = page(reading, f"/places/?kind=prison&province={sindh.pk}&q=women")

    assert "Women Prison Karachi" in shown
    assert "Women Jail Multan" not in shown


def test_the_list_goes_on_where_the_page_before_ended(reading: Client, seeded: None) -> None:
    seen: list[str] = []
    where = "/places/?kind=prison"
    while where:
        answer = reading.get(where)
        seen += [row.place.name for row in answer.context["found"].rows]
        where = f"/places/{answer.context['later']}" if answer.context["later"] else ""

    assert len(seen) == 123
    assert len(set(seen)) == 123
    assert [name.casefold() for name in seen] == sorted(name.casefold() for name in seen)


def test_a_filter_that_cannot_be_read_shows_every_place_and_says_so(reading: Client, seeded: None) -> None:
    shown = page(reading, "/places/?kind=castle&province=many")

    assert "The list is not narrowed" in shown


def test_the_log_keeps_the_filter_and_not_the_words(reading: Client, seeded: None) -> None:
    page(reading, "/places/?q=somebody+by+name&kind=prison")

    line = Event.objects.filter(act="kit.list.read").latest("number")
    assert "prison" in line.written
    assert "somebody" not in line.written


def test_the_number_of_queries_does_not_grow_with_the_places(reading: Client, seeded: None) -> None:
    place = Place.objects.get(code="prison:Central Jail Lahore")
    wheres = ("/places/", "/places/?kind=court", address(place), "/places/map/")
    page(reading, "/places/")
    before = {where: queries(reading, where) for where in wheres}

    make_places(at=AT)
    for number in range(30):
        PlaceContact.objects.create(place=place, post=f"Reader {number}")
        Permit.objects.create(place=place, kind="letter", asked_of="IG", asked_on=TODAY - timedelta(days=number))

    assert {where: queries(reading, where) for where in wheres} == before
    assert max(before.values()) <= 30


def test_a_place_is_added_from_its_form(keeping: Client, district: Place) -> None:
    answer = keeping.post("/places/new/lock_up/", {"name": "Lock-up Naya Bagh", "within": district.pk})

    made = Place.objects.get(kind=Kind.LOCK_UP)
    assert answer.headers["Location"] == address(made)
    assert Event.objects.filter(act="places.place.added", subject=str(made.pk)).count() == 1


def test_a_form_keeps_what_was_typed_and_says_what_is_wrong_beside_the_field(keeping: Client, district: Place) -> None:
    answer = keeping.post(
        address(district, "count/"), {"total": "many", "source": "Return", "as_of": "31/02/2026", "precision": "day"}
    )

    text = answer.content.decode()
    assert answer.status_code == 400
    assert "many" in text
    assert "31/02/2026" in text
    assert text.count("field-wrong") == 2
    assert not HeldCount.objects.exists()


def test_two_people_change_one_place_and_the_second_is_shown_the_difference(keeping: Client, district: Place) -> None:
    place = prison(district)
    form = {
        "name": place.name, "initial-name": place.name, "note": "mine", "initial-note": "", "within": district.pk,
        "initial-within": district.pk, "version": 1,
    }  # fmt: skip
    Place.objects.filter(pk=place.pk).update(note="theirs", version=2)

    answer = keeping.post(address(place, "change/"), form)

    text = answer.content.decode()
    assert answer.status_code in {400, 409}
    assert "theirs" in text
    assert "mine" in text
    assert Place.objects.get(pk=place.pk).note == "theirs"


def test_the_paper_of_a_leave_is_kept_sealed_and_handed_to_who_sees_to_leaves(
    keeping: Client, keeper: Account, reading: Client, district: Place
) -> None:
    permit = ask_leave(place=prison(district), kind="letter", asked_of="IG", asked_on=TODAY, actor=keeper, at=AT)
    paper = Paper("letter.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    given = give_leave(permit=permit, version=1, on=TODAY, expires_on=None, paper=paper, actor=keeper, at=AT)

    assert keeping.get(f"/kit/files/{given.paper_id}/").content == paper.content
    assert reading.get(f"/kit/files/{given.paper_id}/").status_code == 404


def test_a_paper_that_lies_about_its_kind_is_refused_beside_the_answer(
    keeping: Client, keeper: Account, district: Place
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    today = timezone.localdate()
    permit = ask_leave(
        place=prison(district), kind="letter", asked_of="IG", asked_on=today, actor=keeper, at=timezone.now()
    )
    liar = SimpleUploadedFile("letter.pdf", b"MZ\x90\x00\x03program", content_type="application/pdf")

    answer = keeping.post(
        f"/places/leave/{permit.pk}/answer/",
        {"answer": "given", "on": today.strftime("%d/%m/%Y"), "version": 1, "paper": liar},
    )

    assert answer.status_code == 409
    permit.refresh_from_db()
    assert permit.state == "asked"
    assert permit.paper is None

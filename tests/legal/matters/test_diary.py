"""The diary, its paper and its feed: within the team, as RFC 5545 wants it, and naming nobody outside."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
import vobject
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Posting
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.legal.matters.exports import diary_count, diary_sheet
from rihai.legal.matters.models import CalendarFeed, Matter, MatterHearing
from rihai.legal.matters.operations import list_hearing
from rihai.legal.matters.queries.diary import window
from tests.legal.matters.libical import faults
from tests.legal.matters.office import Office, day
from tests.paper.seen import pdf_text

pytestmark = pytest.mark.django_db
COURT = "Court of the Additional Sessions Judge, Gulistan, sitting at Saddar, model court for women and children"


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


@pytest.fixture
def matter(office: Office) -> Matter:
    made = office.open(at=timezone.now() - timedelta(minutes=5), number_in_court="Crl. Misc. 77/2026")
    today = timezone.localdate()
    with acting_as(office.lawyer):
        for ahead, hour in ((1, time(9, 30)), (8, None)):
            said = {
                "listed_on": today + timedelta(days=ahead),
                "listed_at": hour,
                "purpose": "bail",
                "court_name": COURT,
            }
            list_hearing(matter_id=made.pk, said=said, actor=office.lawyer, at=timezone.now())
    return made


def _link(client: Client) -> str:
    text = client.post(reverse("legal:feed")).content.decode()
    found = re.search(r"/legal/diary/[\w-]{43}/hearings\.ics", text)
    assert found, text
    return found[0]


def test_the_feed_is_read_by_somebody_elses_reader_and_names_nobody(office: Office, matter: Matter) -> None:
    answer = Client().get(_link(signed_in(office.lawyer)))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]
    text = answer.content.decode()
    for word in ("Nargis", "51/26", "77/2026", "Gulzar", str(office.nargis.pk), "bail"):
        assert word.lower() not in text.lower().replace("\r\n ", "")

    feed = vobject.readOne(text)
    assert feed.validate(raiseException=True), "every part that RFC 5545 asks for, and none it does not know"
    events = sorted(feed.vevent_list, key=lambda one: str(one.dtstart.value))
    timed, whole = events
    assert [one.summary.value for one in events] == [matter.code, matter.code]
    assert timed.location.value == COURT
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert timed.dtstart.value == datetime.combine(tomorrow, time(4, 30), UTC), "09:30 in Karachi"
    assert whole.dtstart.value == tomorrow + timedelta(days=7)


def test_the_feed_keeps_the_rules_of_rfc_5545(office: Office, matter: Matter) -> None:
    content = Client().get(_link(signed_in(office.lawyer))).content
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-1] == b"", "it ends with a line end"
    assert b"\n" not in content.replace(b"\r\n", b""), "3.1: lines end with CRLF"
    assert max(len(line) for line in lines) <= 75, "3.1: lines are folded at 75 octets"
    text = content.replace(b"\r\n ", b"").decode()
    assert text.count("VERSION:2.0") == text.count("PRODID:") == 1, "3.7"
    events = re.findall(r"BEGIN:VEVENT.*?END:VEVENT", text, re.DOTALL)
    uids = [re.findall(r"^UID:(.+)$", one, re.MULTILINE) for one in events]
    assert len({uid for found in uids for uid in found}) == len(events) == 2, "3.8.4.7: one each, and none twice"
    for one in events:
        assert len(re.findall(r"^DTSTAMP:\d{8}T\d{6}Z\r?$", one, re.MULTILINE)) == 1, "3.8.7.2: in UTC"
        assert re.search(r"^DTSTART(:\d{8}T\d{6}Z|;VALUE=DATE:\d{8})\r?$", one, re.MULTILINE)


def test_libical_finds_no_fault_with_the_feed(office: Office, matter: Matter) -> None:
    """A library of the system, absent from some machines; CI installs it.

    It asks most of an event that is published by a METHOD, which ours is not for want of an organiser: with both put
    in, every property of ours is held to the table of RFC 5546.
    """
    content = Client().get(_link(signed_in(office.lawyer))).content
    empty = Client().get(_link(signed_in(office.other))).content
    published = content.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n")
    organised = published.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nORGANIZER:mailto:a@rihai.example\r\n")
    wrong = [
        published, re.sub(rb"UID:.*\r\n( .*\r\n)*", b"", organised), re.sub(rb"DTSTAMP:.*\r\n", b"", organised),
        organised.replace(b"STATUS:CONFIRMED", b"STATUS:HELD"), content.replace(b"T043000Z", b"T4"),
    ]  # fmt: skip
    try:
        found = [faults(one) for one in (content, empty, organised)]
    except LookupError:
        pytest.skip("libical is not installed")
    assert found == [[], [], []]
    assert [one for one in wrong if not faults(one)] == [], "it would say so"


def test_where_nothing_is_listed_the_feed_is_a_calendar_still(office: Office) -> None:
    feed: Any = Calendar.from_ical(Client().get(_link(signed_in(office.lawyer))).content)
    feed.validate()
    assert [one.name for one in feed.subcomponents] == ["VTIMEZONE"]


def test_a_new_link_ends_the_old_one_and_one_taken_back_shows_nothing(office: Office, matter: Matter) -> None:
    client, stranger = signed_in(office.lawyer), Client()
    first = _link(client)
    second = _link(client)
    assert [stranger.get(one).status_code for one in (first, second)] == [404, 200]
    assert "Last fetched" in client.get(reverse("legal:feed")).content.decode()
    client.post(reverse("legal:feed"), {"end": "yes"})
    assert stranger.get(second).status_code == 404
    assert stranger.get(reverse("legal:feed-fetch", args=["x" * 43])).status_code == 404
    with as_house():
        assert not CalendarFeed.objects.filter(digest__in=first.split("/")).exists(), "only a digest is kept"
        assert Event.objects.filter(act="legal.feed.fetched").count() == 1


@pytest.mark.parametrize("end", ["account", "posting"])
def test_the_link_ends_with_the_account_and_with_its_posting(office: Office, matter: Matter, end: str) -> None:
    link = _link(signed_in(office.lawyer))
    with as_house():
        if end == "account":
            Account.objects.filter(pk=office.lawyer.pk).update(is_active=False)
        else:
            Posting.objects.filter(account=office.lawyer).update(ended_on=timezone.localdate())
    assert Client().get(link).status_code == 404


def test_whoever_guesses_links_is_answered_no_more(office: Office, matter: Matter) -> None:
    stranger = Client()
    codes = [stranger.get(reverse("legal:feed-fetch", args=[f"guess-{n}"])).status_code for n in range(31)]
    assert (codes[29], codes[30]) == (404, 429)
    assert Client(REMOTE_ADDR="10.1.2.3").get(_link(signed_in(office.lawyer))).status_code == 200


def test_the_diary_is_of_the_team_and_narrowed_by_court_and_colleague(office: Office, matter: Matter) -> None:
    client, diary = signed_in(office.lawyer), reverse("legal:diary")
    assert client.get(diary + "?span=month&day=nonsense").status_code == 200
    on = timezone.localdate() + timedelta(days=1)
    asked = f"{diary}?span=day&day={on.isoformat()}"
    for question in ("", f"&member={office.lawyer.pk}", f"&court={COURT}"):
        assert matter.code in client.get(asked + question).content.decode(), question
    for question in (f"&member={office.other.pk}", "&court=%00", "&court=9"):
        text = client.get(asked + question).content.decode()
        assert "The diary is not narrowed" in text
        assert matter.code in text, "what cannot be looked for narrows nothing"
    other = signed_in(office.other).get(f"{diary}?span=day&day={on.isoformat()}").content.decode()
    assert matter.code not in other
    assert "No hearing in these days" in other


def test_a_week_begins_on_monday_and_a_month_on_its_first(office: Office) -> None:
    assert (window("week", day("2026-11-26")).first, window("week", day("2026-11-26")).last) == (
        day("2026-11-23"), day("2026-11-29"),
    )  # fmt: skip
    assert (window("month", day("2026-02-10")).first, window("month", day("2026-02-10")).end) == (
        day("2026-02-01"), day("2026-03-01"),
    )  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_cause_list_is_a_page_in_both_languages(office: Office, matter: Matter, language: str) -> None:
    answer = signed_in(office.lawyer).get(reverse("legal:diary-print") + f"?span=month&language={language}")
    assert answer.headers["Content-Type"] == "application/pdf"
    read = pdf_text(answer.content)
    text = re.sub("[\\s\u200e\u200f\u2066-\u2069]", "", read)
    coming = timezone.localdate() + timedelta(days=1)
    if coming.month == timezone.localdate().month:
        assert matter.code in text


def test_the_diary_leaves_by_code_alone(office: Office, matter: Matter) -> None:
    with acting_as(office.lawyer):
        assert diary_count(office.lawyer, {}) == 2
        sheet = diary_sheet(office.lawyer, {}, "en")
        assert MatterHearing.objects.count() == 2
    rows: list[Any] = [list(row) for row in sheet.rows]
    assert rows[0][2] == matter.code
    assert "Nargis" not in str(rows)


def test_of_very_many_hearings_the_first_are_shown_and_the_page_says_so(
    office: Office, matter: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("queries", "views"):
        monkeypatch.setattr(f"rihai.legal.matters.{module}.diary.MOST", 1)
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = signed_in(office.lawyer).get(reverse("legal:diary"), {"span": "month", "day": tomorrow.isoformat()})
    assert [one.listed_on for one_day in answer.context["asked"].days for one in one_day.hearings] == [tomorrow]
    assert "The first 1 hearings are shown" in answer.content.decode()

"""The pages of mentoring in Chromium: accessible, no sideways scroll, in both directions."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Posting
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring import operations as act
from rihai.casework.mentoring.models import MentorMatch, Volunteer
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.casework.mentoring.office import Office, key, make_office, met

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("MENTORING_SHOTS", "")


@pytest.fixture
def office(transactional_db: None) -> Office:
    """The office with a match that has some of everything, and a mentor who is asked again."""
    made = make_office()
    one = made.volunteer(
        account=made.mentor, motive="To give back.", agreed_until=timezone.localdate() + timedelta(days=20)
    )
    with as_house():
        one.mentorcheck_rows.create(kind="police", result="record", on=timezone.localdate(), made_at=timezone.now())
        one.mentorreference_rows.create(
            name="Ustad Bashir Namoona", relation="her teacher", asked_on=timezone.localdate(), answer="good",
            said="Patient.", made_at=timezone.now(),
        )  # fmt: skip
    return made


def _history(office: Office) -> MentorMatch:
    """A running match with meetings and a worry; the other woman wishes, and others could be her mentor."""
    with as_house():
        one = Volunteer.objects.get()
    match = office.match(one)
    with acting_as(office.mentor):
        for said in (met(), met(how="phone", minutes=15, topic="family"), met(outcome="refused", minutes=0)):
            act.record_meeting(
                match_id=match.pk, key=key(), said={**said, "on": timezone.localdate()}, actor=office.mentor,
                at=timezone.now(),
            )  # fmt: skip
        act.raise_concern(
            match_id=match.pk, about="person", what="She speaks of her children every time and does not eat.",
            actor=office.mentor, at=timezone.now(),
        )  # fmt: skip
    office.wish(office.gul, not_wanted="Nobody from her own village.")
    office.volunteer("Shabana Misali", languages=["sd"], with_sex="male")
    office.volunteer("Zahida Namoona", trained_until=None)
    return match


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(office: Office, open_page: Opener, language: str) -> None:
    match = _history(office)
    Account.objects.update(language=language)
    with as_house():
        Posting.objects.create(
            account=office.coordinator, role="mentor", place=office.world.gulzar,
            started_on=timezone.localdate() - timedelta(days=9),
        )  # fmt: skip
        volunteer = Volunteer.objects.get(account=office.mentor)
    page = open_page(language=language, account=office.coordinator)
    pages = [
        reverse("casework:mentor-match", args=[match.pk]), reverse("casework:mentor-volunteer", args=[volunteer.pk]),
        reverse("casework:mentor-suggestions", args=[office.gul.pk]),
        reverse("casework:mentor-meeting", args=[match.pk]), reverse("casework:mentor-offer"),
    ]  # fmt: skip
    if SHOTS:
        pages += [
            reverse("casework:mentoring"), reverse("casework:mentor-waiting"),
            reverse("casework:mentor-volunteers") + "?tab=running_out", reverse("casework:mentor-new"),
            reverse("casework:mentor-decide", args=[volunteer.pk]), reverse("casework:mentor-end", args=[match.pk]),
            reverse("casework:mentor-wish", args=[office.gul.pk]),
            reverse("casework:mentor-check", args=[volunteer.pk]),
            reverse("people:person", args=[office.nargis.pk]), "/",
        ]  # fmt: skip
    for at, address in enumerate(pages):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)
    if SHOTS:
        mine = open_page(language=language, account=office.mentor)
        mine.goto(reverse("casework:mentor-mine"))
        mine.screenshot(path=str(Path(SHOTS) / f"mine.{language}.png"), full_page=True)

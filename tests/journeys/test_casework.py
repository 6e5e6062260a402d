"""Story 7: a woman plans her release with a mentor, leaves, is met, is seen at one week and at six months.

On a phone's screen, in both languages; the days pass by the test's clock. With TEST_SHOTS set to a folder, what is seen
on the way is kept there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.casework.aftercare.models import FollowUp, ReleasePlan
from rihai.casework.aftercare.panels import timeline
from rihai.people.models import Person
from tests.browser.chromium import Opener
from tests.browser.looking import look_over
from tests.casework.mentoring.office import NOON, TODAY, Office, make_office
from tests.journeys.test_legal import only, write
from tests.screening.cast import keep, woman

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")
PHONE = 375
LEAVES, WEEK, HALF_YEAR = 20, 27, 203
"""Days after the first on which she leaves, and is seen."""

Days = Callable[[int], date]


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch, settings: LazySettings) -> Days:
    """The clock of the house stands at noon of the first day, and of the day that the test names."""
    standing = [NOON]

    def now() -> datetime:
        standing[0] += timedelta(seconds=1)
        return standing[0]

    monkeypatch.setattr(timezone, "now", now)
    settings.CLOCK = now

    def go(day: int) -> date:
        standing[0] = NOON + timedelta(days=day)
        return TODAY + timedelta(days=day)

    return go


@pytest.fixture
def office(days: Days, transactional_db: None) -> tuple[Office, Person]:
    """A caseworker, a mentor in force, and a woman whom the law may soon let go, matched with the mentor."""
    office = make_office()
    days(0)
    with acting_as(office.caseworker):
        person = keep(woman(TODAY), office.world.gulzar, office.caseworker)
    days(0)
    office.match(office.volunteer(account=office.mentor), person)
    return office, person


@pytest.mark.parametrize("language", ["en", "ur"])
def test_from_the_plan_to_six_months_after(
    office: tuple[Office, Person], days: Days, open_page: Opener, language: str
) -> None:
    desk, person = office
    Account.objects.filter(pk__in=[desk.caseworker.pk, desk.mentor.pk]).update(language=language)

    def of(account: Account) -> Page:
        """A phone in somebody's hand, on the day it is."""
        return open_page(language=language, width=PHONE, account=account)

    _planned(of, desk, person, language)
    _left(of, desk, person, days)
    _seen(of, desk, person, days(WEEK), "w1", language)
    _seen(of, desk, person, days(HALF_YEAR), "m6", language)
    _one_timeline(of(desk.caseworker), desk, person, language)
    _nothing_for_others(of, desk, person)


def _planned(of: Callable[[Account], Page], desk: Office, person: Person, language: str) -> None:
    """The plan that began by itself is taken from My work and made; the mentor sees it and writes a meeting."""
    plan = only(ReleasePlan, person=person.pk)
    address = reverse("casework:release-plan", args=[plan.pk])
    page = of(desk.caseworker)
    page.goto("/")
    page.locator(f"main a[href='{address}']").first.click()
    page.locator(f"form[action='{reverse('casework:release-take', args=[plan.pk])}'] button").click()
    papers = reverse("casework:release-point", args=[plan.pk, "papers"])
    write(page, papers, state="done", evidence="card seen")
    write(
        page, reverse("casework:release-gate", args=[plan.pk]), planned_on=TODAY + timedelta(days=LEAVES),
        gate_by="mentor", gate_name="Parveen Misali", contact="yes", safe_way="0300-9000000 after five",
        call_number="042-9000000",
    )  # fmt: skip
    _shot(page, language, "1-plan")

    theirs = of(desk.mentor)
    theirs.goto(reverse("casework:mentor-mine"))
    assert person.full_name in theirs.locator("main").inner_text()
    theirs.goto(address)
    assert "card seen" in theirs.locator("main").inner_text(), "the mentor plans with her"
    assert not theirs.locator(f"a[href='{papers}']").count(), "and writes in it nothing but who was at the gate"


def _left(of: Callable[[Account], Page], desk: Office, person: Person, days: Days) -> None:
    """The release is recorded, and the mentor writes that she was met."""
    today = days(LEAVES)
    page = of(desk.caseworker)
    write(
        page, reverse("legal:release-record", args=[person.pk]), kind="bail", authority="court", released_on=today,
        to_whom="ours",
    )  # fmt: skip
    plan = only(ReleasePlan, person=person.pk)
    assert (plan.state, plan.left_on) == ("after", today)
    theirs = of(desk.mentor)
    theirs.goto(reverse("casework:release-plan", args=[plan.pk]))
    met = reverse("casework:release-met", args=[plan.pk])
    assert theirs.locator(f"main a[href='{met}']").count()
    write(theirs, met, met="yes", met_note="Parveen, at nine")


def _seen(
    of: Callable[[Account], Page], desk: Office, person: Person, today: date, interval: str, language: str
) -> None:
    """What is due stands in My work; she is reached, and how she is takes a minute."""
    row = only(FollowUp, person=person.pk, interval=interval)
    address = reverse("casework:follow-up", args=[row.pk])
    page = of(desk.caseworker)
    page.goto("/")
    assert page.locator(f"main a[href='{address}']").count(), f"{interval} is due on {today}"
    write(
        page, address, outcome="reached", how="phone", roof="safe", money="partly", cared_for="yes", safe="yes",
        supervision="none", note="at her sister's", next_step="school",
    )  # fmt: skip
    _shot(page, language, f"2-{interval}")
    assert only(FollowUp, pk=row.pk).outcome == "reached"


def _one_timeline(page: Page, desk: Office, person: Person, language: str) -> None:
    """From the arrest to half a year after release, in one column and in the order of the days."""
    page.goto(reverse("people:person", args=[person.pk]))
    look_over(page, language=language)
    _shot(page, language, "3-person")
    with acting_as(desk.caseworker):
        said = [(one.on, one.kind) for one in timeline(desk.caseworker, person.pk)]
    assert sum(1 for on, kind in said if kind == "done" and on > TODAY) == 3, "met, one week, six months"
    text = page.locator("main").inner_text()
    lines = [str(line) for line in text.split("\n")]
    for on in (TODAY, TODAY + timedelta(days=LEAVES), TODAY + timedelta(days=WEEK), TODAY + timedelta(days=HALF_YEAR)):
        assert any(str(on.year) in line for line in lines), on


def _nothing_for_others(of: Callable[[Account], Page], desk: Office, person: Person) -> None:
    """The worker of another prison, and another mentor, find nothing at all."""
    stranger = desk.world.worker("caseworker", desk.world.naya_bagh)
    plan = only(ReleasePlan, person=person.pk)
    for account in (stranger, desk.other_mentor):
        page = of(account)
        for address in (
            reverse("people:person", args=[person.pk]), reverse("casework:release-plan", args=[plan.pk]),
        ):  # fmt: skip
            answer = page.goto(address)
            assert answer is not None
            assert answer.status == 404, address
        page.goto("/")
        assert person.full_name not in page.locator("main").inner_text()


def _shot(page: Page, language: str, name: str) -> None:
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"casework-{name}.{language}.png"), full_page=True)

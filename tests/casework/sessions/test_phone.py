"""Who came, on a phone in Chromium: few taps, no signal, an answer that is lost; and the pages, looked at."""

from __future__ import annotations

import os
from pathlib import Path
from time import monotonic

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.sessions import operations as act
from rihai.casework.sessions.models import Attendance, Group, Session
from rihai.kit.audit.models import Event
from rihai.kit.came import Mark
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.casework.services.office import Office, make_office
from tests.casework.sessions.groups import a_group, a_session, take_in, women
from tests.people.world import NOON, TODAY

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("SESSIONS_SHOTS", "")
MANY = 25
SIGNAL = """
const real = window.fetch;
window.fetch = (...asked) => {
  if (sessionStorage.getItem("cut")) { return Promise.reject(new TypeError("Failed to fetch")); }
  const answer = real(...asked);
  return sessionStorage.getItem("lost") ? answer.then(() => { throw new TypeError("Failed to fetch"); }) : answer;
};
"""
"""No signal, as the page feels it; and a signal that carries the question but not the answer."""


def _yard(many: int) -> tuple[Office, Session]:
    office = make_office()
    group = a_group(office)
    take_in(office, group, [office.enrolled(one) for one in women(office, many)])
    return office, a_session(office, group)


def _came() -> list[str]:
    with as_house():
        return list(Attendance.objects.order_by("person__full_name").values_list("came", flat=True))


def _open(open_page: Opener, office: Office, session: Session, **more: object) -> Page:
    page = open_page(width=375, account=office.worker, **more)
    page.add_init_script(SIGNAL)
    page.goto(reverse("casework:attendance", args=[session.pk]))
    return page


def _unwatched(page: Page) -> Page:
    """The same page in a context of its own: a browser without a signal writes its own complaint of that."""
    assert page.context.browser is not None
    context = page.context.browser.new_context(
        storage_state=page.context.storage_state(), viewport={"width": 375, "height": 900}
    )
    other = context.new_page()
    other.add_init_script(SIGNAL)
    other.goto(page.url)
    return other


def test_twenty_five_are_marked_present_in_under_thirty_seconds_of_taps(
    transactional_db: None, open_page: Opener
) -> None:
    office, session = _yard(MANY)
    page, taps = _open(open_page, office, session), 0
    began = monotonic()
    for name in page.locator(".came legend label").all():
        name.tap() if page.evaluate("'ontouchstart' in window") else name.click()
        taps += 1
    took = monotonic() - began
    expect(page.locator("#came-state")).to_have_text("Everything is saved.")
    page.get_by_role("button", name="Done").click()
    taps += 1
    page.wait_for_url(f"**{reverse('casework:session', args=[session.pk])}")
    assert taps <= MANY + 2
    assert took < 30, f"{took:.1f} s"
    assert _came() == ["present"] * MANY


def test_nothing_is_lost_without_a_signal_and_nothing_kept_twice_when_an_answer_is_lost(
    transactional_db: None, open_page: Opener
) -> None:
    office, session = _yard(3)
    page = _unwatched(_open(open_page, office, session))
    names, state = page.locator(".came legend label"), page.locator("#came-state")
    page.context.set_offline(True)
    names.nth(0).click()
    names.nth(1).click()
    expect(state).to_contain_text("2 not saved yet")
    page.evaluate("sessionStorage.setItem('cut', '1')")
    page.context.set_offline(False)
    page.reload()
    expect(state).to_contain_text("2 not saved yet")
    expect(page.locator("input[value=present]:checked")).to_have_count(2)
    assert _came() == ["", "", ""]
    page.evaluate("sessionStorage.removeItem('cut'); sessionStorage.setItem('lost', '1')")
    page.wait_for_function("() => true")
    names.nth(2).click()
    page.wait_for_timeout(3500)
    assert _came() == ["present"] * 3, "they came, and the page does not know"
    expect(state).to_contain_text("3 not saved yet")
    with as_house():
        lines = Event.objects.filter(act="casework.attendance.marked").count()
    page.evaluate("sessionStorage.removeItem('lost')")
    expect(state).to_have_text("Everything is saved.")
    with as_house():
        assert Event.objects.filter(act="casework.attendance.marked").count() == lines
    assert page.evaluate("localStorage.length") == 0
    page.context.close()


def test_without_script_one_button_marks_them_all(transactional_db: None, open_page: Opener) -> None:
    office, session = _yard(3)
    page = _open(open_page, office, session, script=False)
    page.get_by_label("Farzi 02").first.check()
    page.locator("fieldset", has_text="Farzi 02").get_by_label("absent", exact=True).check()
    page.get_by_role("button", name="All present").click()
    assert _came() == ["present", "absent", "present"]


@pytest.fixture
def pages(transactional_db: None) -> tuple[Account, list[str]]:
    """A session with marks and a remark, its sheet, its group, and two kept apart."""
    office, session = _yard(4)
    with acting_as(office.worker, NOON):
        rows = list(Attendance.objects.filter(session=session))
        act.mark_attendance(
            session_id=session.pk, marks=[Mark(rows[0].pk, "prevented", rows[0].pk, NOON)], actor=office.worker,
            at=NOON,
        )  # fmt: skip
        act.write_remark(
            attendance_id=rows[1].pk, data_class="personal", text="سلائی اچھی ہے", actor=office.worker, at=NOON
        )
        one, other = rows[0].person_id, rows[1].person_id
        apart = act.keep_apart(
            one_id=one, other_id=other, role_one="harmed", role_other="harms", level="unit", reason="x",
            data_class="personal", on=TODAY, review_on=TODAY.replace(month=12), actor=office.worker, at=NOON,
        )  # fmt: skip
        return office.worker, [
            reverse("casework:attendance", args=[session.pk]), reverse("casework:session", args=[session.pk]),
            reverse("casework:group", args=[Group.objects.get().pk]), reverse("casework:apart", args=[apart.pk]),
            reverse("casework:certificate-check") + "?code=AAAA-AAAA",
        ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(
    pages: tuple[Account, list[str]], open_page: Opener, language: str
) -> None:
    worker, addresses = pages
    Account.objects.filter(pk=worker.pk).update(language=language)
    page = open_page(language=language, account=worker)
    for at, address in enumerate(addresses):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)

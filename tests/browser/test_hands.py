"""By keyboard alone, and without script: everything still works."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from rihai.accounts.models import Account
from tests.browser.chromium import Opener
from tests.browser.looking import look_over

pytestmark = pytest.mark.django_db(transaction=True)
HAS_OUTLINE = """() => { const s = getComputedStyle(document.activeElement);
    return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; }"""


def tab(page: Page, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press("Tab")


def test_the_first_tab_leads_past_the_masthead(open_page: Opener, worker: Account) -> None:
    page = open_page(account=worker)
    page.goto("/")

    tab(page)
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    tab(page)

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_every_stop_of_the_keyboard_can_be_seen(open_page: Opener) -> None:
    page = open_page()
    page.goto("/kit/")
    stops = 0
    while stops < 120:
        tab(page)
        if page.evaluate("document.activeElement === document.body"):
            break
        stops += 1
        assert page.evaluate(HAS_OUTLINE), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")

    assert stops > 30


def test_the_menu_under_the_name_opens_and_closes_by_keyboard(open_page: Opener, worker: Account) -> None:
    page = open_page(account=worker)
    page.goto("/")

    page.locator(".desk > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".desk-sheet")).to_be_visible()
    look_over(page)
    page.keyboard.press("Escape")

    expect(page.locator(".desk-sheet")).to_be_hidden()
    expect(page.locator(".desk > summary")).to_be_focused()


def test_a_dialog_keeps_the_keyboard_and_gives_it_back(open_page: Opener) -> None:
    page = open_page()
    page.goto("/kit/")

    page.get_by_role("link", name="Open it over the page").press("Enter")
    expect(page.locator("#asked")).to_be_visible()
    look_over(page)
    page.keyboard.press("Escape")

    expect(page.locator("#asked")).to_be_hidden()


def test_what_is_wrong_is_said_first_beside_its_field_and_what_was_typed_stays(open_page: Opener) -> None:
    page = open_page()
    page.goto("/kit/")
    form = page.locator("#form form")
    form.get_by_label("Name as on the warrant").fill("نرگس فرضی")
    form.get_by_label("Day of arrest").fill("31/02/2026")
    form.get_by_role("button", name="Try what it says").press("Enter")

    summary = page.locator("#form .error-summary")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Day of arrest").press("Enter")
    expect(form.get_by_label("Day of arrest")).to_be_focused()
    expect(form.get_by_label("Day of arrest")).to_have_value("31/02/2026")
    expect(form.get_by_label("Name as on the warrant")).to_have_value("نرگس فرضی")
    said = form.get_by_label("Day of arrest").get_attribute("aria-describedby") or ""
    expect(page.locator(f"#{said.split()[-1]}")).to_contain_text("not a day")
    look_over(page)


@pytest.mark.parametrize("width", [375, 1280])
def test_without_script_one_changes_the_language_opens_the_menu_and_sends_a_form(
    open_page: Opener, worker: Account, width: int
) -> None:
    page = open_page(account=worker, script=False, width=width)
    page.goto("/")
    page.get_by_role("button", name="اردو").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.locator(".desk > summary").click()
    expect(page.locator(".desk-sheet")).to_be_visible()

    page.goto("/kit/")
    page.locator("#form form .btn-primary").click()

    expect(page.locator("#form .error-summary")).to_be_visible()


def test_a_printed_page_says_who_printed_it_and_leaves_the_masthead_out(open_page: Opener, worker: Account) -> None:
    page = open_page(account=worker)
    page.goto("/")
    page.emulate_media(media="print")

    expect(page.locator(".print-only")).to_contain_text("Printed by Sana Misali on")
    expect(page.locator(".masthead")).to_be_hidden()

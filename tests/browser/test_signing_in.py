"""The pages of signing in and of errors look like ours, in both languages, and nobody is kept out by them."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import expect

from rihai.accounts.models import Account
from tests.browser.chromium import Opener
from tests.browser.looking import look_at, look_over

pytestmark = pytest.mark.django_db(transaction=True)
OUTSIDE = ("/account/login/", "/account/password/reset/", "/account/password/reset/done/",
           "/account/password/reset/key/0-set-password/", "/account/inactive/")  # fmt: skip
INSIDE = ("/account/logout/", "/account/password/change/", "/account/2fa/", "/account/2fa/webauthn/",
          "/account/sessions/", "/account/reauthenticate/")  # fmt: skip
BEHIND_PASSWORD = ("/account/2fa/totp/activate/", "/account/2fa/webauthn/add/")
BARE = ("500.html", "503.html", "400.html", "403_csrf.html")


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_before_the_door(open_page: Opener, language: str) -> None:
    page = open_page(language=language)
    shown = []
    for address in OUTSIDE:
        look_at(page, address, language=language)
        shown.append(page.locator("h1").inner_text())

    assert all(shown), shown


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_of_ones_own_account(open_page: Opener, worker: Account, language: str) -> None:
    page = open_page(language=language, account=worker)
    led_to = []
    for address in INSIDE:
        look_at(page, address, language=language)
        led_to.append(page.url)
    page.goto(BEHIND_PASSWORD[0])
    page.locator("input[name=password]").fill("not a word known to many")
    page.locator(".page-form .btn-primary").click()
    for address in BEHIND_PASSWORD:
        look_at(page, address, language=language)
        led_to.append(page.url)

    assert [url for url in led_to if "/account/login/" in url] == []


def test_a_wrong_password_is_told_in_the_language_of_the_reader(open_page: Opener, worker: Account) -> None:
    page = open_page(language="ur")
    page.goto("/account/login/")
    page.locator("input[name=login]").fill("sana@example.org")
    page.locator("input[name=password]").fill("wrong")
    page.locator(".page-form .btn-primary").click()

    expect(page.locator(".error-summary")).to_contain_text("درست نہیں")
    expect(page.locator("input[name=login]")).to_have_value("sana@example.org")
    look_over(page, language="ur")


def test_one_signs_in_and_out(open_page: Opener, worker: Account) -> None:
    page = open_page()
    page.goto("/account/login/")
    page.get_by_label("Email").fill("sana@example.org")
    page.get_by_label("Password", exact=True).fill("not a word known to many")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("h1")).to_have_text("My work")

    page.locator(".desk > summary").click()
    page.get_by_role("button", name="Sign out").click()

    expect(page.locator("h1")).to_have_text("Sign in")


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("template", BARE)
def test_pages_of_errors_need_no_database_and_no_request(open_page: Opener, template: str, language: str) -> None:
    with translation.override(language):
        broken = render_to_string(template)
    page = open_page(language=language)
    page.route("**/broken/", lambda route: route.fulfill(body=broken, content_type="text/html; charset=utf-8"))

    look_at(page, "/broken/", language=language)

    assert page.locator("h1").inner_text() in broken


@pytest.mark.parametrize("language", ["en", "ur"])
def test_what_is_not_there_answers_404_with_a_way_on(open_page: Opener, worker: Account, language: str) -> None:
    page = open_page(language=language, account=worker)
    response = page.goto("/no/such/page/")

    assert response is not None
    assert response.status == 404
    look_over(page, language=language)

"""Debian's Chromium, driven by Playwright: one browser a session, one clean context a test, and a page that must be
quiet: an error in the console, a script that fails or a word of the content security policy fails the test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from rihai.accounts.models import Account

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PATIENCE = 30_000
"""Milliseconds to wait for what should be there; two cores are shared."""

Opener = Callable[..., Page]


def program() -> str | None:
    """Where Chromium is; None on a machine that has none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser. Without it the tests are skipped at home, loudly, and fail where CI is set."""
    found = program()
    if found is None:
        missing = "Chromium is not installed, so no page was looked at: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    # Playwright's own event loop runs in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=as_root)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, live_server: LiveServer) -> Iterator[Opener]:
    """Opens pages: `open_page(language="ur", width=375, account=someone, script=False)`.

    At the end of the test no page may have said anything in its console; what a test provokes it takes out of
    `page.complaints` itself.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(*, language: str = "en", width: int = 1280, account: Account | None = None, script: bool = True) -> Page:
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        contexts.append(context)
        cookies = {settings.LANGUAGE_COOKIE_NAME: language} | (_session(account) if account else {})
        context.add_cookies([{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: _hear(message, complaints))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def source(page: Page) -> str:
    """The page as it is written, once it is there: just after a click a document may have come and still be empty."""
    page.wait_for_load_state()
    page.locator("main").wait_for()
    return page.content()


def _hear(message: ConsoleMessage, complaints: list[str]) -> None:
    if message.type in {"error", "warning"} and "status of 4" not in message.text:
        complaints.append(f"{message.text} ({message.location.get('url', '')})")


def _session(account: Account) -> dict[str, str]:
    """The cookie of somebody who has signed in."""
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}


def session_cookie(account: Account) -> dict[str, Any]:
    """For tests of other rooms that keep their own contexts."""
    return _session(account)

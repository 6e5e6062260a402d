"""A laptop of the tests on which forms are filled in without a network; its profile lies on a disk."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.instruments.models import InstrumentVersion
from rihai.instruments.operations import publish, take_in
from tests.browser.chromium import PATIENCE, program, session_cookie
from tests.instruments.books import scaled
from tests.people.world import NOON

PASSPHRASE = "teal kettle orbit wander candle"
TAKE = "#tests.room/test_form/plan-1"
QUESTIONS = (
    ("integer", "cells", "How many cells?", "کتنی کوٹھڑیاں؟", "", ". < 200", "yes", ""),
    ("select_one yn", "water", "Is there water?", "کیا پانی ہے؟", "", "", "yes", ""),
    ("text", "why", "Why not?", "کیوں نہیں؟", "${water} = 'no'", "", "yes", ""),
    ("image", "picture", "A picture", "تصویر", "", "", "", ""),
    ("begin repeat", "rooms", "Room", "کمرہ", "", "", "", ""),
    ("decimal", "long", "Length in metres", "لمبائی میٹر میں", "", "", "", ""),
    ("end repeat", "", "", "", "", "", "", ""),
)


def published(admin: Account, *more: tuple[str, ...]) -> InstrumentVersion:
    """The form of these tests, given in and published."""
    with acting_as(admin, NOON):
        version = take_in(scaled(*QUESTIONS, *more), name="test_form.xlsx", actor=admin, at=NOON)
        publish(version_id=version.pk, actor=admin, at=NOON)
    return version


@dataclass
class Laptop:
    """The page of forms without a network, as hands use it."""

    page: Page
    language: str = "en"

    def goto(self, fragment: str = "") -> None:
        """Open the page, as from the button on a form."""
        self.page.goto("about:blank")
        self.page.goto(f"/instruments/offline/page/{self.language}/{fragment}")

    def choose(self, passphrase: str = PASSPHRASE) -> None:
        """Choose a passphrase, and wait until the page stands in the browser."""
        self.page.locator("#passphrase").fill(passphrase)
        self.page.locator("#again").fill(passphrase)
        self.primary.click()
        self.row("held").first.wait_for()
        self.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Open what is here."""
        self.page.locator("#passphrase").fill(passphrase)
        self.primary.click()

    @property
    def primary(self) -> Locator:
        """The one filled button of a form."""
        return self.page.locator("form .btn-primary")

    @property
    def state(self) -> Locator:
        """What is said of saving."""
        return self.page.locator(".fill-state")

    def row(self, section: str) -> Locator:
        """The rows of a part of the list."""
        return self.page.locator(f"section[aria-labelledby='s-{section}'] .entry")

    def press(self, section: str) -> None:
        """Press the first button of the first row."""
        self.row(section).first.locator("button").first.click()

    def question(self, number: int) -> Locator:
        """One question, in the order of the form."""
        return self.page.locator(".fill .field").nth(number)

    def saved(self) -> None:
        """Wait until what was written lies on the disk."""
        word = "Saved on this device" if self.language == "en" else "محفوظ ہوا"
        expect(self.state).to_contain_text(word)

    def waits(self, count: int) -> None:
        """So many wait to be sent."""
        try:
            expect(self.row("queue")).to_have_count(count, timeout=PATIENCE)
        except AssertionError as error:
            raise AssertionError(self.page.locator("#main").inner_text()) from error


@contextmanager
def profile(browser: Browser, folder: Path, url: str) -> Iterator[BrowserContext]:
    """A browser whose profile is kept in a folder."""
    context = browser.browser_type.launch_persistent_context(
        folder, executable_path=program(), args=["--no-sandbox"], base_url=url
    )
    context.set_default_timeout(PATIENCE)
    try:
        yield context
    finally:
        with suppress(Error):  # it was seized meanwhile
            context.close()


def sign_in(context: BrowserContext, url: str, account: Account, language: str = "en") -> None:
    """Somebody is signed in in the browser."""
    cookies = session_cookie(account) | {settings.LANGUAGE_COOKIE_NAME: language}
    context.add_cookies([{"name": name, "value": value, "url": url} for name, value in cookies.items()])


def seize(folder: Path) -> None:
    """The battery is torn out: every process of that profile is killed at once."""
    for one in Path("/proc").iterdir():
        try:
            words = (one / "cmdline").read_bytes() if one.name.isdigit() else b""
        except OSError:
            continue
        if f"--user-data-dir={folder}".encode() in words.split(b"\0"):
            os.kill(int(one.name), signal.SIGKILL)


def lies_in(folder: Path, text: str) -> list[str]:
    """The files of the profile in which a text can be read, in either writing browsers use."""
    wanted = (text.encode(), text.encode("utf-16-le"))
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return [str(path.relative_to(folder)) for path in files if any(one in path.read_bytes() for one in wanted)]

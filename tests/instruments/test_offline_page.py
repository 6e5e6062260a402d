"""Forms without a network, in Chromium: filled in, torn out, restored, sent once; a seized disk tells nothing."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect
from pytest_django.live_server_helper import LiveServer

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.instruments.models import Answer, AnswerFile, Edition, Received, Stage
from rihai.instruments.operations.answers import correct
from rihai.kit.files.store import contents
from tests.browser.chromium import Opener
from tests.browser.looking import look_over
from tests.instruments.handlers import Room, taking
from tests.instruments.offline import PASSPHRASE, TAKE, Laptop, lies_in, profile, published, seize, sign_in
from tests.instruments.phones import JPEG
from tests.people.world import NOON, make_world

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("INSTRUMENTS_SHOTS", "")
LOSE = """() => { const real = window.fetch; window.fetch = async (address, options) => {
    const answer = await real(address, options);
    if (String(address).endsWith('/send/')) { window.fetch = real; throw new TypeError('the line broke'); }
    return answer; }; }"""
"""The server has taken the answer, and its word does not arrive."""
CLEAR = """() => new Promise((done) => { const asked = indexedDB.open('control');
    asked.onupgradeneeded = () => asked.result.createObjectStore('words', {autoIncrement: true});
    asked.onsuccess = () => { const all = asked.result.transaction('words', 'readwrite', {durability: 'strict'});
        all.objectStore('words').add('a clear word'); all.oncomplete = () => done(true); }; })"""
"""What is kept as browsers keep it: the search must find it, or it proves nothing."""
FULL = """() => { window.realPut = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"""
OTHER = JPEG[:-2] + b"\x01\xff\xd9"
LATIN = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture
def people(transactional_db: None) -> tuple[Account, Account, Account]:
    """Who publishes, who fills in, and somebody else."""
    world = make_world()
    return (
        world.worker("administrator", None), world.worker("caseworker", world.gulzar),
        world.worker("caseworker", world.naya_bagh),
    )  # fmt: skip


def test_an_answer_written_without_a_network_survives_the_battery_and_arrives_once(
    people: tuple[Account, Account, Account], chromium: Browser, live_server: LiveServer, tmp_path: Path
) -> None:
    admin, worker, _other = people
    published(admin)
    folder, url = tmp_path / "profile", live_server.url
    with taking(Room(lets={worker.pk})):
        with profile(chromium, folder, url) as context:
            sign_in(context, url, worker)
            here = Laptop(context.pages[0])
            here.goto(TAKE)
            here.choose()
            here.page.evaluate(CLEAR)
            context.set_offline(True)
            here.page.reload()
            here.unlock("teal kettle orbit wander castle")
            expect(here.page.locator(".field-wrong")).to_contain_text("This is not the passphrase")
            here.unlock()
            here.press("held")
            _write(here)
            seize(folder)
        assert lies_in(folder, "a clear word"), "the search finds what lies there in clear"
        assert [lies_in(folder, one) for one in ("the pump broke", "Plan 1", PASSPHRASE, "kettle")] == [[], [], [], []]

        with profile(chromium, folder, url) as context:
            context.set_offline(True)
            here = Laptop(context.pages[0])
            here.goto()
            here.unlock()
            here.press("draft")
            expect(here.question(0).locator("input")).to_have_value("48")
            expect(here.question(2).locator("textarea")).to_have_value("the pump broke")
            expect(here.question(3)).to_contain_text("A file is here")
            here.page.get_by_label("Keep a copy here").check()
            here.primary.click()
            here.waits(1)
            expect(here.page.locator("main")).to_contain_text("There is no network")
            sign_in(context, url, worker)
            here.page.evaluate(LOSE)
            context.set_offline(False)
            expect(here.row("queue").locator("button")).to_have_count(0)  # tried: it may be there, and is not opened
            here.page.get_by_role("button", name="Send now").click()
            here.waits(0)
            answer = _only_answer()
            _correct(here, context, "50")
            with as_house(NOON):
                assert answer.editions.count() == 2
            with acting_as(worker, NOON):  # meanwhile she corrected it at another desk
                correct(answer_id=answer.pk, base=2, texts={"cells": "51", "water": "yes"}, actor=worker, at=NOON)
            _correct(here, context, "52", picture=OTHER)
            expect(here.page.locator("main")).to_contain_text("somebody else corrected meanwhile")
            here.page.get_by_text("Answers I gave").click()
            here.page.get_by_role("button", name="Take along: Test form Plan 1").click()
            expect(here.row("held").filter(has_text="An earlier answer")).to_have_count(1)
    with as_house(NOON):
        first, second, third = Edition.objects.filter(answer=answer).order_by("number")
        files = {one.name for one in AnswerFile.objects.filter(answer=answer)}
        waits = Received.objects.get(stage=Stage.WAITING)
        kept = contents(waits.files.get().stored)
    assert (first.values["cells"], first.values["why"], second.values["cells"]) == (48, "the pump broke", 50)
    assert (first.values["district"], first.values["heat"], third.values["cells"]) == ("jhang", 2.5, 51)
    assert files == {first.values["picture"]} == {second.values["picture"]}
    assert first.instance_id in second.xml, "the correction says which edition it corrects"
    assert (waits.deprecates, waits.why, kept) == (second.instance_id, "overtaken", OTHER)


def _write(here: Laptop) -> None:
    here.question(0).locator("input").fill("20x")
    expect(here.question(0)).to_contain_text("Write a whole number")
    here.question(0).locator("input").fill("۴۸")
    here.question(1).get_by_label("No").check()
    here.question(2).locator("textarea").fill("the pump broke")
    here.question(3).locator("input").set_input_files({"name": "../x y.jpg", "mimeType": "image/jpeg", "buffer": JPEG})
    _cascade_and_scale(here)
    here.saved()


def _cascade_and_scale(here: Laptop) -> None:
    """What can be chosen hangs on what was chosen; of a scale nothing beside it is taken, and none of it in silence."""
    page = here.page
    district, heat = page.get_by_role("group", name="District"), page.get_by_label("How hot?")
    expect(district.get_by_role("radio")).to_have_count(0)
    page.get_by_label("Sindh").check()
    district.get_by_label("Thatta").check()
    page.get_by_label("Punjab").check()
    expect(district.get_by_role("radio")).to_have_count(1)
    expect(district.get_by_label("Jhang")).not_to_be_checked()
    district.get_by_label("Jhang").check()
    for wrong in ("11", "2.3"):
        heat.fill(wrong)
        expect(page.locator(".field-wrong")).to_contain_text("from 0 to 10, in steps of 0.5")
    heat.fill("2.5")
    expect(page.locator(".field-wrong")).to_have_count(0)


def _only_answer() -> Answer:
    with as_house(NOON):
        answer = Answer.objects.get()
        assert answer.editions.count() == 1
    return answer


def _correct(here: Laptop, context: BrowserContext, cells: str, picture: bytes = b"") -> None:
    """An answer that arrived is corrected behind the wall, from the copy that was wished for, and sent outside."""
    context.set_offline(True)
    here.goto()
    here.unlock()
    here.row("held").filter(has_text="An earlier answer").get_by_role("button", name="Correct it").click()
    expect(here.question(2).locator("textarea")).to_have_value("the pump broke")
    expect(here.question(3)).to_contain_text("A file is here")
    here.question(0).locator("input").fill(cells)
    if picture:
        file: FilePayload = {"name": "b.jpg", "mimeType": "image/jpeg", "buffer": picture}
        here.question(3).locator("input").set_input_files(file)
    here.page.get_by_label("Keep a copy here").check()
    here.primary.click()
    here.waits(1)
    context.set_offline(False)
    expect(here.page.locator("main")).to_contain_text("Sent: 1")


def test_the_page_holds_in_urdu_and_says_what_stands_in_the_way(
    people: tuple[Account, Account, Account], open_page: Opener, live_server: LiveServer
) -> None:
    admin, worker, other = people
    version = published(admin)
    with taking(Room(lets={worker.pk, other.pk})):
        page = open_page(language="ur", account=worker, width=375)
        here = Laptop(page, "ur")
        page.clock.install()
        here.goto(TAKE)
        here.page.locator("#passphrase").fill("short")
        here.primary.click()
        expect(page.locator(".field-wrong")).to_be_visible()
        _look(page, "make")
        here.choose()
        _look(page, "list")
        here.press("held")
        here.primary.click()
        expect(page.locator(".error-summary")).to_be_focused()
        here.question(0).locator("input").fill("300")
        _look(page, "fill")
        here.question(0).locator("input").fill("12")
        here.question(1).locator("input").first.check()
        here.saved()
        _left_lying(here)
        _two_windows(here)
        _full(here)
        _signed_out(here, live_server.url, worker, other, admin)
    with as_house(NOON):
        assert [one.version_id for one in Answer.objects.all()] == [version.pk], "an answer keeps its version"


def _look(page: Page, name: str) -> None:
    """Accessible at every width, right to left, and no word of another language in it."""
    look_over(page, language="ur")
    words = page.locator("#main").inner_text().replace("Plan 1", "")
    assert LATIN.findall(words) == [], words
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"offline-{name}.ur.png"), full_page=True)


def _left_lying(here: Laptop) -> None:
    """After a quarter of an hour in which nobody wrote it is locked, and nothing of the form stands on it any more."""
    here.page.clock.fast_forward(16 * 60 * 1000)
    expect(here.page.locator("#passphrase")).to_be_visible()
    expect(here.page.locator(".notice")).to_contain_text("پندرہ منٹ")
    assert here.page.locator(".fill").count() == 0
    here.unlock()
    here.press("draft")
    expect(here.question(0).locator("input")).to_have_value("12")


def _two_windows(here: Laptop) -> None:
    other = Laptop(here.page.context.new_page(), "ur")
    other.goto()
    other.unlock()
    other.press("draft")
    expect(other.page.locator(".notice").first).to_contain_text("دوسری")
    other.page.close()


def _full(here: Laptop) -> None:
    """The browser says that the disk is full: so does the page, what was written stays, and is saved later."""
    here.page.evaluate(FULL)
    here.question(0).locator("input").fill("13")
    expect(here.state).to_have_attribute("data-wrong", "")
    expect(here.state).to_contain_text("جگہ نہیں")
    here.page.evaluate("() => { IDBObjectStore.prototype.put = window.realPut; }")
    here.question(0).locator("input").fill("14")
    here.saved()


def _signed_out(here: Laptop, url: str, worker: Account, other: Account, admin: Account) -> None:
    """It waits while nobody, or somebody else, is signed in; meanwhile the form has a new version."""
    context = here.page.context
    context.clear_cookies()
    here.primary.click()
    here.waits(1)
    expect(here.page.locator(".notice[data-kind=warning]")).to_be_visible()
    _look(here.page, "waits")
    sign_in(context, url, other, "ur")
    send = here.page.locator("p > .btn-primary").first
    send.click()
    expect(here.page.locator(".notice[data-kind=warning]")).to_contain_text("کوئی اور")
    published(admin, ("text", "more", "More?", "اور؟", "", "", "", ""))
    context.clear_cookies()
    sign_in(context, url, worker, "ur")
    send.click()
    here.waits(0)
    with acting_as(worker, NOON):
        assert Answer.objects.count() == 1

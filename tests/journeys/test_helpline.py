"""Story 6 in Chromium: a mother asks on an old phone without script; the operator rings, writes, and she reads it.

With TEST_SHOTS set to a folder, the screens are kept there.
"""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from rihai.accounts.models import Account
from rihai.helpline.requests.operations import read_over
from tests.browser.chromium import Opener, session_cookie
from tests.browser.looking import look_over
from tests.helpline.line import Desk, make_desk

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")
FIRST = 60_000
"""Bytes of a first visit, compressed, with everything it fetches."""


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    """The line, and a woman held in Gulzar."""
    return make_desk()


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


def asks(page: Page, language: str, *, looks: bool = False) -> tuple[str, str]:
    """She writes on a phone, in her language; the code and the PIN she is given. Looking needs script, she does not."""
    heard: list[Response] = []

    def listen(response: Response) -> None:
        heard.append(response)

    page.on("response", listen)
    page.goto(f"/helpline/ask/?in={language}")
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", listen)
    weight = sum(len(gzip.compress(one.body())) for one in heard if one.status == 200)
    assert 1_000 < weight <= FIRST, [one.url for one in heard]
    assert not [one.url for one in heard if one.url.endswith((".woff2", ".ttf", ".js"))]
    if looks:
        look_over(page, language=language)
    page.check("input[name=signs] >> nth=0")
    page.fill("textarea[name=what]", "She said goodbye.")
    page.click("#ask .btn >> nth=0")
    page.fill("input[name=name]", "Nargis")
    page.click(".tongues button")  # another language in the midst of it, and back: nothing is lost
    page.click(".tongues button")
    assert page.input_value("input[name=name]") == "Nargis"
    page.click("#ask .btn >> nth=0")
    page.click("#ask .btn-quiet")
    assert page.input_value("input[name=name]") == "Nargis"
    page.click("#ask .btn >> nth=0")
    page.fill("input[name=phone]", "0300 9000001")
    page.fill("input[name=word]", "pomegranate")
    if looks:
        look_over(page, language=language)
    shoot(page, f"ask-{language}")
    page.click("#ask .btn >> nth=0")
    if looks:
        look_over(page, language=language)
    shoot(page, f"asked-{language}")
    code, pin = ("".join(re.findall(r"\d", one)) for one in page.locator(".numbers bdi").all_inner_texts())
    return code, pin


def reads(page: Page, code: str, pin: str) -> str:
    page.goto("/helpline/answer/")
    page.fill("input[name=code]", code)
    page.fill("input[name=pin]", pin)
    page.click("main .btn")
    return page.inner_text("main")


def test_a_sheet_says_when_the_network_failed_and_keeps_what_was_written(
    desk: Desk, chromium: Browser, live_server: LiveServer
) -> None:
    one, _given = desk.taken()
    context = chromium.new_context(base_url=live_server.url)
    cookies = session_cookie(desk.operator)
    context.add_cookies([{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()])
    line = context.new_page()
    line.goto(f"/helpline/requests/{one.pk}/sheet/")
    context.set_offline(True)
    line.fill("textarea[name=medicine]", "Insulin")
    line.press("textarea[name=medicine]", "Tab")
    expect(line.locator("#sheet-unsaved")).to_be_visible()
    shoot(line, "sheet-offline")
    context.set_offline(False)
    line.fill("input[name=safe]", "Only by night")
    line.press("input[name=safe]", "Tab")
    expect(line.locator("#sheet-unsaved")).to_be_hidden()
    said = desk.fresh(one.code).said
    assert (said.medicine, said.safe) == ("Insulin", "Only by night")
    context.close()


def test_a_mother_is_heard_and_learns_that_somebody_saw_her_daughter(desk: Desk, open_page: Opener) -> None:
    asks(open_page(width=375), "ur", looks=True)
    phone = open_page(width=375, script=False)
    code, pin = asks(phone, "en")
    assert "We are seeing to it" in reads(phone, code, pin)

    line = open_page(account=desk.operator)
    line.goto("/helpline/")
    look_over(line)
    shoot(line, "line")
    one = desk.fresh(code)
    assert (one.said.phone, one.said.no_call) == ("0300 9000001", False)
    home = f"/helpline/requests/{one.pk}/"
    line.goto(home)
    line.click(".pagehead .next .btn-primary")
    assert "Ring now" in line.inner_text(".pagehead .next .btn-primary")
    line.goto(f"{home}sheet/")
    look_over(line)
    line.fill("textarea[name=wants]", "That somebody sits with her.")
    line.press("textarea[name=wants]", "Tab")
    expect(line.locator("#sheet-saved")).not_to_have_value("")
    assert desk.fresh(code).said.wants == "That somebody sits with her.", "saved as she left the field"
    line.goto(f"{home}step/?told=seen")
    line.check("input[name=reached] >> nth=0")
    line.fill("textarea[name=words]", "Zainab sat with her.")
    line.click("main .btn-primary")
    line.goto(f"{home}find/")
    line.click("main .page-form .btn-primary")
    look_over(line)
    shoot(line, "find")
    line.click("section[aria-labelledby=found] .btn >> nth=0")
    assert "Nargis Farzi" in line.inner_text("main")
    shoot(line, "request")
    desk.does(read_over, by=desk.second, request_id=one.pk)
    line.goto(f"{home}answer/")
    line.check("input[name=kind][value=seen]")
    line.fill("input[name=danger]", "She spoke of dying; her mother must know that she is not alone.")
    line.click("main .btn-primary")

    said = reads(phone, code, pin)
    assert "Somebody saw them, and they know that you asked." in said
    assert "Gulzar" not in said
    Account.objects.filter(pk=desk.operator.pk).update(language="ur")
    line.set_viewport_size({"width": 375, "height": 800})
    line.goto(home)
    look_over(line, language="ur")
    shoot(line, "request-ur")

"""Story 5: one prison, three inspectors: two without a network in two browsers, one with a phone; then the report.

With TEST_SHOTS set to a folder, the screens and the pages of the report are kept there.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring, tostring

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.http import HttpResponse
from django.test.client import encode_multipart
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.instruments.form.parse import JR, H, X
from rihai.instruments.models import Answer, Received
from rihai.monitoring.inspections import operations
from rihai.monitoring.inspections.models import Inspection, Settled, State, TeamMember
from rihai.monitoring.instrument import FORM_ID, mandela
from rihai.monitoring.recommendations.models import Recommendation
from tests.browser.chromium import PATIENCE
from tests.browser.looking import OPTIONS, OVERFLOW
from tests.instruments.offline import Laptop, sign_in
from tests.instruments.phones import AT, Phone, new_id, said
from tests.journeys.test_legal import write
from tests.monitoring.recommendations.test_loop import report
from tests.monitoring.world import Desk, make_desk

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")
HELD = {"held_men": "812", "held_boys": "6", "untried": "604", "sentenced": "203"}
"""Who was counted; nought of all others that must be told."""
BOYS, ALONE = "sep_02", "sol_02"
FOUND = {"en": "Six boys sleep in barrack 2.", "ur": "چھ لڑکے بارک 2 میں سوتے ہیں۔"}
SEEN = [[".ask-parts"], [".ask-part:not([hidden])"], [".ask-turn"]]
RULES = "([seen, options]) => axe.run({include: seen}, options).then(found => found.violations.map(one => one.id))"
"""Of what is seen alone: the whole form of six hundred questions takes half a minute."""
NOT_KEPT = {"en": "Not kept", "ur": "پوری نہیں ہوئی"}


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    """Last year's report, of which one recommendation is open; today's visit of three who judge apart."""
    desk = make_desk()
    desk.day = -300
    desk.kept["asked"] = report(desk, desk.settled({"SEP-02": "no"}))
    desk.day = 0
    desk.kept["now"] = now = desk.plan(two=True)
    desk.kept["third"] = third = desk.world.worker("monitor", desk.world.province)
    member = {"account": third, "part": "inspector", "rates": True}
    desk.does(operations.add_member, inspection_id=now.pk, said=member)
    Account.objects.filter(pk=desk.second.pk).update(language="ur")
    return desk


@pytest.fixture
def phones(chromium: Browser, live_server: LiveServer, desk: Desk) -> Iterator[list[tuple[BrowserContext, str]]]:
    """Two browsers of their own, one in each language; without a network they may complain."""
    made = []
    for account, language in ((desk.lead, "en"), (desk.second, "ur")):
        context = chromium.new_context(base_url=live_server.url, viewport={"width": 375, "height": 800})
        context.set_default_timeout(PATIENCE)
        sign_in(context, live_server.url, account, language)
        made.append((context, language))
    yield made
    for context, _language in made:
        context.close()


def test_three_inspectors_one_visit_and_last_years_word_that_was_not_kept(
    phones: list[tuple[BrowserContext, str]], desk: Desk, live_server: LiveServer
) -> None:
    now: Inspection = desk.kept["now"]
    laptops = [_taken_along(context, language, now) for context, language in phones]
    for (context, _language), here, alone in zip(phones, laptops, ("yes", "partly"), strict=True):
        context.set_offline(True)
        here.page.reload()
        _filled_in(here, alone, desk.kept["asked"])
    assert _given() == (0, 0), "nothing left the browsers"
    for (context, _language), here in zip(phones, laptops, strict=True):
        context.set_offline(False)
        here.waits(0)
    _by_phone(desk, now, live_server.url)
    assert _given() == (3, 3), "each of the three once"

    page = laptops[0].page
    _settled(page, desk, now)
    _reported(page, desk, now)


def _taken_along(context: BrowserContext, language: str, now: Inspection) -> Laptop:
    """From the page of the inspection, by its buttons."""
    page = context.new_page()
    page.goto(reverse("monitoring:inspection", args=[now.pk]))
    page.locator(f"main a[href*='/{FORM_ID}/']").first.click()
    page.locator("a[href*='/offline/']").click()
    here = Laptop(page, language)
    here.choose()
    return here


def _filled_in(here: Laptop, alone: str, asked: Recommendation) -> None:
    """With the network cut: last year's recommendation first, then who is held, then what was seen."""
    page, words = here.page, _words(here.language)
    here.unlock()
    here.press("held")
    _part(page, words["before"])
    expect(page.locator(".ask-round textarea").nth(0)).to_have_value(asked.code)
    expect(page.locator(".ask-round textarea").nth(1)).to_have_value(asked.says)
    page.locator(".ask-round").get_by_label(NOT_KEPT[here.language], exact=True).check()
    page.locator(".ask-round textarea").nth(2).fill(FOUND[here.language])
    _part(page, words["held"])
    for name, label in _must().items():
        _field(page, label[here.language]).locator("input").fill(HELD.get(name, "0"))
    _shot(page, f"offline-held.{here.language}")
    _judge(page, BOYS, "no", here.language)
    _judge(page, ALONE, alone, here.language)
    if here.language == "ur":
        page.evaluate(AXE_SCRIPT)
        assert page.evaluate(RULES, [SEEN, OPTIONS]) == []
        assert page.evaluate(OVERFLOW) <= 0
    _shot(page, f"offline-alone.{here.language}")
    here.saved()
    page.get_by_role("button", name=words["finished"], exact=True).click()
    here.waits(1)


def _judge(page: Page, name: str, code: str, language: str) -> None:
    """The part of an item, its answer, and what was found."""
    item = mandela().named(name)
    assert item is not None
    words = _words(language)
    _part(page, next(one.title[language] for one in mandela().areas if one.code == item.code[:3]))
    whole = page.locator(".ask-group .ask-group", has_text=item.asks[language])
    whole.locator("input[type=radio]").locator(f"xpath=self::*[@value='{code}']").check()
    if code != "yes":
        whole.locator(".field", has_text=words["note"]).locator("textarea").fill(FOUND[language])


def _part(page: Page, title: str) -> None:
    page.locator(".ask-parts summary").click()
    page.locator(".ask-parts-list").get_by_role("button", name=title, exact=True).click()


def _field(page: Page, label: str) -> Any:
    exact = page.locator("label > span:first-child", has_text=re.compile(f"^{re.escape(label)}$"))
    return page.locator(".field", has=exact)


def _words(language: str) -> Mapping[str, str]:
    """What the form and the page call things."""
    groups = {one["group"]: one[language] for one in mandela().raw["measures"] if "group" in one}
    finished = {"en": "Finished", "ur": "مکمل"}
    note = {"en": "What was found", "ur": "کیا پایا گیا"}
    return {**groups, "finished": finished[language], "note": note[language]}


def _must() -> Mapping[str, Mapping[str, str]]:
    """What must be told of who is held."""
    (held,) = (one for one in mandela().raw["measures"] if one.get("group") == "held")
    return {one["name"]: one for one in held["questions"] if one.get("required") == "yes"}


def _given() -> tuple[int, int]:
    """Answers, and members of the team who have given one."""
    with as_house():
        return Answer.objects.filter(given_at__gte=Inspection.objects.latest("number").made_at).count(), (
            TeamMember.objects.filter(inspection__number=2).exclude(answer_id=None).count()
        )


def _by_phone(desk: Desk, now: Inspection, url: str) -> None:
    """The third fetches the form that stands ready for the visit, last year's word in it, and posts it twice."""
    phone = Phone(desk.kept["third"])
    listed = fromstring(_asked(url, phone, "GET", f"{AT}/formList")[1])
    mine = next(one for one in listed if any((each.text or "").startswith(f"{FORM_ID}.") for each in one))
    at = next(one.text or "" for one in mine if one.tag.endswith("downloadUrl"))
    form = fromstring(_asked(url, phone, "GET", urlsplit(at).path)[1])
    data = form.find(f"{H}head/{X}model/{X}instance")
    assert data is not None
    answer = data[0]
    for parent in list(answer.iter()):
        for one in [each for each in parent if f"{JR}template" in each.attrib]:
            parent.remove(one)
    known = {one.tag.rpartition("}")[2]: one.text for one in answer.iter()}
    asked = desk.kept["asked"]
    assert (known["has_before"], known["earlier_number"], known["earlier_says"]) == ("yes", asked.code, asked.says)
    assert known["round"] == now.round
    told = {**dict.fromkeys(_must(), "0"), **HELD, "earlier_kept": "not_kept", "instanceID": new_id()}
    told |= {BOYS: "no", f"{BOYS}_note": FOUND["en"], ALONE: "yes"}
    for one in answer.iter():
        one.text = told.get(one.tag.rpartition("}")[2], one.text)
    body = encode_multipart("x", {"xml_submission_file": _Part(tostring(answer))})
    sent = [_asked(url, phone, "POST", f"{AT}/submission", body) for _time in range(2)]
    with as_house():
        came = Received.objects.get(instance_id=told["instanceID"])
    assert [status for status, _body in sent] == [201, 202], [said(HttpResponse(body)) for _status, body in sent]
    assert came.stage == "given", (came.why, came.says)


class _Part(BytesIO):
    """A part of a post as a file."""

    name = "answer.xml"


def _asked(url: str, phone: Phone, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
    headers = {**phone.headers, "Content-Type": "multipart/form-data; boundary=x"} if body else phone.headers
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def _settled(page: Page, desk: Desk, now: Inspection) -> None:
    """Agreement is seen first; what they judged otherwise is decided with a reason; then the answers stand."""
    address = reverse("monitoring:settle", args=[now.pk])
    page.goto(address)
    text = page.locator("main").inner_text()
    assert "Krippendorff’s alpha" in text
    assert "1.00" not in text, "they do not agree on everything, whatever a yes rests on"
    assert page.locator(".settle-item").count() == 1, "they differ on one item"
    assert FOUND["ur"] in text, "each in their own words"
    _shot(page, "agreement")
    write(page, address, **{ALONE: "partly", f"{ALONE}_because": "The register shows 19 days."})
    with as_house():
        decided = Settled.objects.get(inspection=now, item=ALONE)
        boys = Settled.objects.get(inspection=now, item=BOYS)
    assert desk.fresh(now).state == State.SETTLED
    assert (decided.code, decided.decided_by_name) == ("partly", desk.lead.name)
    assert (boys.code, boys.was_agreed) == ("no", True)


def _reported(page: Page, desk: Desk, now: Inspection) -> None:
    """What was promised is verified from what the inspectors wrote; the report names it, in both languages."""
    asked: Recommendation = desk.kept["asked"]
    verify = reverse("monitoring:verify", args=[asked.pk, now.pk])
    page.goto(verify)
    assert FOUND["ur"] in page.locator("main").inner_text(), "what the second wrote without a network"
    write(page, verify, outcome="not_kept", seen=FOUND["en"])
    for language in ("en", "ur"):
        made = page.request.get(reverse("monitoring:report", args=[now.pk, language, "pdf"])).body()
        pages = PdfReader(BytesIO(made)).pages
        text = " ".join(" ".join(one.extract_text() for one in pages).split())
        assert asked.code in text
        assert asked.says in text, "last year’s recommendation by name"
        assert FOUND["en"] in text
        assert "IND-24" in text, "none kept, of one that was due"
        assert (pages[0].mediabox.width, len(pages) > 2) == (pytest.approx(595, abs=1), True)
        if SHOTS:
            path = Path(SHOTS) / f"report.{language}.pdf"
            path.write_bytes(made)
            subprocess.run(["pdftoppm", "-r", "60", "-png", str(path), str(path.with_suffix(""))], check=True)


def _shot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"story5-{name}.png"), full_page=True)

"""The pages of the response loop in Chromium: accessible, without sideways scroll, in both directions."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.legal.response.models import Response, Telling
from rihai.legal.response.operations import (
    add_note,
    did_clock_act,
    file_petition,
    offer,
    park,
    record_refusal,
    take,
)
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.legal.response.conftest import INSIDE, Office, make_office

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("RESPONSE_SHOTS", "")


@pytest.fixture
def busy(transactional_db: None) -> Office:
    """An office in the middle of its work."""
    office = make_office()
    today = office.today
    refused = office.woman(full_name="نرگس فرضی")
    line = office.line(refused)
    office.do(office.sana, take, row_id=line)
    office.do(office.sana, file_petition, row_id=line, court="Court of Session Gulistan", number="212-B/26", on=today)
    office.do(office.sana, record_refusal, row_id=line, reason="court_dangerous", on=today, level="high",
              words="The court said that the accused may abscond.")  # fmt: skip
    office.do(office.sana, park, row_id=office.line(office.woman(full_name="Zubaida Namoona")),
              until=today + timedelta(days=9))  # fmt: skip
    offered = office.line(office.woman(full_name="Rehana Misali"))
    office.do(office.ali, take, row_id=offered)
    office.do(office.ali, offer, row_id=offered, account_id=office.sana.pk)
    office.woman(full_name="Shazia Farzi")
    for days, name in ((1, "Bashir Namoona"), (9, "Tariq Misali"), (44, "Munir Farzi")):
        line = office.line(office.bailed(days, full_name=name), INSIDE)
        if days > 1:
            office.do(office.sana, did_clock_act, row_id=line, cause="bail_not_furnished", clock=1, on=today)
        office.do(office.sana, add_note, row_id=line, note="A brother may stand surety.")
    return office


def addresses(office: Office) -> list[str]:
    """Every page, as Sana opens it."""
    with as_house():
        rows = {one.person.full_name: one.pk for one in Response.objects.select_related("person")}
        telling = Telling.objects.get()
    lines = [reverse("legal:respond", args=[rows[name]]) for name in ("نرگس فرضی", "Rehana Misali", "Munir Farzi")]
    return [
        *lines, reverse("legal:mine"), reverse("legal:inside"), reverse("legal:lost"), reverse("legal:obstacles"),
        reverse("legal:telling", args=[telling.pk]), reverse("screening:who"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(busy: Office, open_page: Opener, language: str) -> None:
    Account.objects.filter(pk__in=[busy.sana.pk, busy.chief.pk]).update(language=language)
    page = open_page(language=language, account=busy.sana)
    for at, address in enumerate(addresses(busy)):
        look_at(page, address, language=language)
        shoot(page, f"{at:02}.{language}")
    page.locator('input[name="row"]').first.check()
    page.locator('button[formaction$="/refer/"]').click()
    page.wait_for_load_state()
    assert page.locator("h1").count() == 1
    shoot(page, f"20.{language}")
    chief = open_page(language=language, account=busy.chief)
    look_at(chief, f"{reverse('legal:untouched')}?days=0", language=language)
    shoot(chief, f"21.{language}")


def shoot(page: Page, name: str) -> None:
    """A picture at both widths, where somebody wants to look."""
    for width in (1280, 375) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"{name}.{width}.png"), full_page=True)


def test_only_the_fields_of_the_chosen_answer_are_shown_without_a_script(busy: Office, open_page: Opener) -> None:
    page = open_page(account=busy.sana, script=False)
    page.goto(addresses(busy)[2])
    page.locator('input[name="act"][value="file"]').check()
    assert page.locator('[name="court"]').is_visible()
    assert not page.locator('[name="reason"]').is_visible()
    page.locator('input[name="act"][value="refuse"]').check()
    assert page.locator('[name="reason"]').is_visible()
    assert not page.locator('[name="court"]').is_visible()
    shoot(page, "22.en")

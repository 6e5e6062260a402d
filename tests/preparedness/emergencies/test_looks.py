"""The pages of emergencies, stores, money and materials in Chromium: accessible, in both languages, at three widths."""

from __future__ import annotations

import os
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.preparedness.emergencies import operations as act
from rihai.preparedness.materials import operations as materials
from rihai.preparedness.money import operations as money
from rihai.preparedness.stores import operations as stores
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.preparedness.emergencies.world import MINUTE, NOW, TODAY, Desk, make_desk

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")


def test_the_pages_are_accessible_in_both_languages(transactional_db: None, open_page: Opener) -> None:
    desk = make_desk()
    seen, more = _story(desk)
    for language, pages in (("en", seen), ("ur", seen[:1])):
        Account.objects.update(language=language)
        page = open_page(language=language, account=desk.supervisor)
        for name, args in [*pages, *(more if SHOTS else [])]:
            _look(page, language, name, reverse(f"preparedness:{name}", args=args))


def _story(desk: Desk) -> tuple[list[tuple[str, list[Any]]], list[tuple[str, list[Any]]]]:
    """An outbreak that goes on, with everything in it; what else is seen when somebody looks for themselves."""
    desk.plan()
    (store, masks), line = desk.store(), desk.line()
    desk.does(stores.receive, item_id=masks.pk, said={"number": 30, "expires_on": TODAY - timedelta(days=3)})
    with as_house():
        proposal = desk.outbreak()
    one = desk.does(
        act.open_emergency, said={"hazard": "outbreak", "says": "Cholera in ward 3"}, proposal_id=proposal.pk
    )
    desk.at = NOW + 20 * MINUTE
    with as_house():
        first, second, third = one.steps.all()
    desk.does(act.tick, step_id=first.pk)
    desk.does(act.tick, step_id=third.pk, state="not_needed", note="The doctor told them")
    desk.does(act.issue_stock, emergency_id=one.pk, said={"item": masks, "number": 250, "whom": "Ward 3"})
    wanted = {"line": line, "amount": Decimal(20000), "what": "Oral rehydration salts"}
    asked = desk.does(act.ask_money, by=desk.doctor, emergency_id=one.pk, said=wanted)
    report = desk.does(
        act.issue_report, emergency_id=one.pk, said={"says": "Stable since noon", "held": 400, "ill": 12}
    )
    desk.does(act.open_emergency, said={"place": desk.prison, "hazard": "fire", "says": "Smoke in the kitchen"})
    said = {"title": "Wash your hands", "form": "poster", "body": "health", "publisher": "Health body", "edition": "2"}
    one_material = desk.does(materials.keep_material, said=said)
    translated = {"language": "ps", "translated_by": "A. Namoona"}
    desk.does(materials.keep_text, material_id=one_material.pk, said=translated)
    text = desk.does(materials.keep_text, material_id=one_material.pk, said={"language": "ur"})
    went = desk.does(materials.send, text_id=text.pk, said={"place": desk.prison, "number": 40})
    desk.does(materials.receive, sending_id=went.pk, said={"received": 38})
    desk.does(materials.post, sending_id=went.pk, said={"where": "Ward 3, beside the tap"})
    desk.does(money.ask, by=desk.above, line_id=line.pk, said={"amount": Decimal(900), "what": "Ropes"})
    seen: list[tuple[str, list[Any]]] = [("emergency", [one.pk]), ("store", [store.pk])]
    more: list[tuple[str, list[Any]]] = [
        ("emergencies", []), ("emergency-new", []), ("emergency-step", [second.pk]), ("emergency-report", [one.pk]),
        ("emergency-stock", [one.pk]), ("emergency-review", [one.pk]), ("situation", [report.pk]), ("stores", []),
        ("stock-item", [masks.pk]), ("stock-issue", [masks.pk]), ("store-count", [store.pk]), ("money", []),
        ("line", [line.pk]), ("money-request", [asked.pk]), ("money-spend", [asked.pk]), ("materials", []),
        ("material-text", [one_material.pk]), ("material", [one_material.pk]),
    ]  # fmt: skip
    return seen, more


def _look(page: Page, language: str, name: str, address: str) -> None:
    look_at(page, address, language=language)
    for width in (1280, 375) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"{name}.{language}.{width}.png"), full_page=True)

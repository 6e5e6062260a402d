"""The pages of inspections in Chromium: accessible, without sideways scroll, both ways; and the form on a phone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.monitoring.recommendations.models import Recommendation
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.monitoring.recommendations.test_loop import report
from tests.monitoring.world import Desk, make_desk

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    """Last year's visit and this year's of two who differ, not settled."""
    desk = make_desk()
    desk.day = -300
    desk.kept["first"] = desk.settled({"SEP-02": "no", "HEA-03": "partly"})
    desk.kept["asked"] = report(desk, desk.kept["first"])
    desk.day = 0
    desk.kept["now"] = desk.plan(two=True)
    desk.answer(desk.kept["now"], {"SEP-02": "no"})
    desk.answer(desk.kept["now"], {"SEP-02": "partly", "CMP-01": "no"}, by=desk.second)
    return desk


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(desk: Desk, open_page: Opener, language: str) -> None:
    Account.objects.filter(pk=desk.lead.pk).update(language=language)
    page = open_page(language=language, account=desk.lead)
    first, now = desk.kept["first"], desk.kept["now"]
    with as_house():
        asked = Recommendation.objects.get()
    _look(page, language, "1-first", reverse("monitoring:inspection", args=[first.pk]))
    _look(page, language, "2-settle", reverse("monitoring:settle", args=[now.pk]))
    _look(page, language, "3-prison", reverse("monitoring:prison", args=[first.place_id]))
    if SHOTS:
        for name, address in (
            ("4-index", reverse("monitoring:index")), ("5-now", reverse("monitoring:inspection", args=[now.pk])),
            ("6-figures", reverse("monitoring:figures", args=[first.pk])),
            ("7-instrument", reverse("monitoring:instrument")),
            ("8-compare", reverse("monitoring:compare")),
            ("9-asked", reverse("monitoring:recommendation", args=[asked.pk])),
            ("10-recommendations", reverse("monitoring:recommendations")), ("11-plan", reverse("monitoring:plan")),
            ("12-visit", reverse("monitoring:visit", args=[now.pk])),
            ("13-lot", reverse("monitoring:lot", args=[now.pk])),
            ("14-work", "/"), ("15-verify", reverse("monitoring:verify", args=[asked.pk, now.pk])),
        ):  # fmt: skip
            _look(page, language, name, address)


def _look(page: Page, language: str, name: str, address: str) -> None:
    look_at(page, address, language=language)
    for width in (1280, 375) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"{name}.{language}.{width}.png"), full_page=True)

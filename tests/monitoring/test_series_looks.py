"""The pages of the series in Chromium: accessible, without sideways scroll, in both languages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.monitoring_series import play_series
from rihai.monitoring.complaints.models import Complaint
from rihai.monitoring.deaths.models import Death, DeathStep
from rihai.monitoring.disease.models import Alert
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.monitoring.series import make_plain_desk, people

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")
MORE = {
    "monitor": ("deaths", "death-rates", "death-new", "disease", "disease-definitions", "complaint-numbers"),
    "health": ("disease-new",), "supervisor": ("complaint-new",), "partner": ("complaints",),
}  # fmt: skip
"""Seen when somebody looks for themselves; accessible by the same components."""


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(transactional_db: None, open_page: Opener, language: str) -> None:
    desk = make_plain_desk()
    cast = people(desk)
    play_series(at=desk.at)
    Account.objects.update(language=language)
    with as_house():
        death, alert = Death.objects.get(), Alert.objects.get()
        asked = Complaint.objects.exclude(done_on=None).get()
        step = DeathStep.objects.filter(death=death, state="waiting").order_by("pk")[0]
    place, other = desk.world.naya_bagh.pk, desk.world.gulzar.pk
    seen: tuple[tuple[str, str, list[Any]], ...] = (
        ("monitor", "death", [death.pk]), ("monitor", "death-step", [step.pk]), ("monitor", "alert", [alert.pk]),
        ("monitor", "conditions-of", [place]), ("monitor", "conditions", []), ("monitor", "complaint", [asked.pk]),
        ("health", "line-list", [other]),
    )  # fmt: skip
    for who in ("monitor", "health"):
        page = open_page(language=language, account=cast[who])
        for mine, name, args in seen:
            if mine == who:
                _look(page, language, name, reverse(f"monitoring:{name}", args=args))
    if SHOTS:
        for who, names in MORE.items():
            page = open_page(language=language, account=cast[who])
            for name in names:
                _look(page, language, f"{who}-{name}", reverse(f"monitoring:{name}"))
            _look(page, language, f"{who}-place", reverse("places:place", args=[place]))
            _look(page, language, f"{who}-work", "/")


def _look(page: Page, language: str, name: str, address: str) -> None:
    look_at(page, address, language=language)
    for width in (1280, 375) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"{name}.{language}.{width}.png"), full_page=True)

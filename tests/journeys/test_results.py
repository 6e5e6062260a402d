"""Story 8: a donor asks for figures: 370 women, not 506; each opens to its evidence, and none changes silently.

With TEST_SHOTS set to a folder, the screens are kept there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.served_list import as_csv
from rihai.results import operations
from rihai.results.counting import Span
from rihai.results.models import Checked, Indicator, LockedFigure, ServedFile
from tests.browser.chromium import Opener
from tests.browser.looking import look_over
from tests.results.world import FIRST, Desk, make_desk, sessions

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")


@pytest.fixture
def desk(transactional_db: None) -> Iterator[Desk]:
    """A manager who reads English at a desk, a director who reads Urdu on a phone."""
    desk = make_desk()
    Account.objects.filter(pk=desk.director.pk).update(language="ur")
    with as_house():
        yield desk


def seen(page: Page, name: str, language: str = "en") -> None:
    look_over(page, language=language)
    shot(page, name)


def shot(page: Page, name: str) -> None:
    if SHOTS:
        width = (page.viewport_size or {"width": 0})["width"]
        page.screenshot(path=str(Path(SHOTS) / f"{name}.{width}.png"), full_page=True)


def test_a_donor_is_told_370_and_no_locked_quarter_changes_silently(desk: Desk, open_page: Opener) -> None:
    project = desk.project()
    early = [one for one in sessions() if one.code != "ETW-370"]
    desk.enter(desk.indicator(project, "officials_trained"), 1500, "estimated")
    page = open_page(account=desk.manager)
    page.goto(reverse("results:project", args=[project.pk]))
    page.get_by_role("link", name="Give a list in").click()
    content = as_csv(early) + "ETW-9,Gulzar,Prison,embroidery,2025-07-09\n"
    page.locator("input[type=file]").set_input_files(
        {"name": "sessions.csv", "mimeType": "text/csv", "buffer": content.encode()}
    )
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("This service is not one of the project’s.")).to_be_visible()
    seen(page, "1-list")
    page.get_by_role("button", name="Count it").click()
    expect(page.locator(".facts").first).to_contain_text("369")
    seen(page, "2-project")
    page.get_by_role("link", name="Women in jails and darul amans reached").click()
    expect(page.get_by_role("row", name="Together 369")).to_be_visible()
    seen(page, "3-indicator")
    page.goto(reverse("results:period", args=[project.pk, "2025-07-01"]))
    page.get_by_role("button", name="Lock the period").click()

    phone = open_page(language="ur", width=375, account=desk.director)
    phone.goto(reverse("results:period", args=[project.pk, "2025-07-01"]))
    phone.get_by_role("button", name="تصدیق کریں").click()
    expect(phone.get_by_role("link", name="رپورٹ بنائیں")).to_be_visible()

    desk.at += timedelta(days=1)
    late = [one for one in sessions() if one.code == "ETW-370"]
    desk.count(project, [one._replace(on=early[0].on) for one in late], "late.csv")
    phone.reload()
    expect(phone.get_by_text("مدت مقفل ہونے کے بعد کچھ بدلا")).to_be_visible()
    seen(phone, "4-period.ur", "ur")
    page.reload()
    expect(page.get_by_text("1 person came since").first).to_be_visible()
    page.get_by_role("link", name="Restate Women in jails and darul amans reached").click()
    page.get_by_label("Why").fill("The list of one darul aman came late")
    page.get_by_role("button", name="Restate it").click()
    expect(page.get_by_text("The list of one darul aman came late")).to_be_visible()
    seen(page, "5-restated")
    page.goto(reverse("results:project", args=[project.pk]))
    expect(page.locator(".facts").first).to_contain_text("370")
    if SHOTS:
        _look_around(desk, page)


def _look_around(desk: Desk, page: Page) -> None:
    """Every other page, in both languages and at both widths, for who looks at the pictures."""
    with as_house():
        one, entered = (Indicator.objects.get(code=code) for code in ("women_legal_aid", "officials_trained"))
        file, figure = ServedFile.objects.order_by("given_at")[0], LockedFigure.objects.all()[0]
    sample = desk.does(
        operations.draw_sample, indicator_id=one.pk, span=Span(FIRST, desk.at.date()), size=6, seed="2026"
    )  # fmt: skip
    with as_house():
        row = Checked.objects.filter(sample=sample)[0]
    pages = {
        "6-index": reverse("results:index"), "7-office": reverse("results:office"),
        "8-project": reverse("results:project", args=[one.project_id]),
        "9-entered": reverse("results:indicator", args=[entered.pk]),
        "10-list": reverse("results:list", args=[file.pk]),
        "11-left-out": reverse("results:not-counted", args=[one.project_id]),
        "12-codes": reverse("results:codes", args=[one.project_id]),
        "13-sample": reverse("results:sample", args=[sample.pk]),
        "14-check": reverse("results:check", args=[row.pk]),
        "15-project-form": reverse("results:project-edit", args=[one.project_id]),
        "16-indicator-form": reverse("results:indicator-edit", args=[one.pk]),
        "17-enter": reverse("results:enter", args=[entered.pk]),
        "18-report": reverse("results:report", args=[figure.period_id]),
        "19-period": reverse("results:period", args=[one.project_id, "2025-07-01"]),
    }  # fmt: skip
    Account.objects.filter(pk=desk.manager.pk).update(language="ur")
    for name, address in pages.items():
        page.goto(address)
        seen(page, f"{name}.ur", "ur")
        page.set_viewport_size({"width": 375, "height": 900})
        shot(page, f"{name}.ur")
        page.set_viewport_size({"width": 1280, "height": 900})
    Account.objects.filter(pk=desk.manager.pk).update(language="en")
    for name, address in pages.items():
        page.goto(address)
        shot(page, f"{name}.en")

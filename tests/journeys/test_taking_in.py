"""Story 1: a spreadsheet with titles, Urdu headings and broken dates becomes people, in one sitting, in both languages.

With TEST_SHOTS set to a folder, what is seen on the way is kept there as small pictures.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from playwright.sync_api import Page

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.census.synth import invent_census
from rihai.people.intake.models import Census
from rihai.people.queries.people import people_for
from tests.browser.chromium import Opener, source
from tests.browser.looking import look_over
from tests.people.intake.lists import DAY, worked
from tests.people.world import World, make_world

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")
WORDS = {
    "en": {"take": "Take in a census", "read": "Keep the file and read it", "agree": "Keep it and read the file anew"},
    "ur": {"take": "فہرست شامل کریں", "read": "فائل رکھیں اور پڑھیں", "agree": "محفوظ کریں اور فائل نئے سرے سے پڑھیں"},
}


@pytest.fixture
def office(transactional_db: None) -> tuple[World, Account]:
    """A prison, and who takes in its lists."""
    world = make_world()
    return world, world.worker("records_officer", world.gulzar)


def the_list(folder: Path) -> Path:
    """Five hundred messy rows, one heading of them misspelt so that somebody has to say what it means."""
    book = load_workbook(io.BytesIO(invent_census(500, 23, as_of=DAY).content))
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=12):
            for cell in row:
                if isinstance(cell.value, str) and "Date of Arrest" in cell.value:
                    cell.value = cell.value.replace("Date of Arrest", "Dt of Areest")
    path = folder / "Gulzar 20-11 final(2).xlsx"
    book.save(path)
    return path


def newest() -> Census:
    with as_house():
        return Census.objects.latest("made_at")


def shot(page: Page, language: str, name: str) -> None:
    """A picture of the page as a desk and as a phone see it, where pictures are asked for."""
    for width, kind in ((1280, "wide"), (375, "phone")) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"intake-{name}.{language}.{kind}.png"))
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_messy_spreadsheet_becomes_people(
    office: tuple[World, Account], open_page: Opener, language: str, tmp_path: Path
) -> None:
    world, clerk = office
    Account.objects.filter(pk=clerk.pk).update(language=language)
    words = WORDS[language]
    page = open_page(language=language, account=clerk)

    page.goto(reverse("people:censuses"))
    look_over(page, language=language)
    page.locator("a.btn-primary", has_text=words["take"]).first.click()
    page.locator("#id_place").select_option(value=str(world.gulzar.pk))
    page.locator("#id_true_on").fill("20/11/2026")
    page.locator("#id_lists").set_input_files(the_list(tmp_path))
    look_over(page, language=language)
    shot(page, language, "1-given")
    page.get_by_role("button", name=words["read"]).click()

    page.wait_for_selector("#work progress")
    look_over(page, language=language)
    shot(page, language, "2-reading")
    census = worked(newest())
    assert census.state == "to_map"

    page.locator("a.btn-primary[href$='/columns/']").click()
    assert "Dt of Areest" in source(page)
    look_over(page, language=language)
    shot(page, language, "3-headings")
    page.get_by_role("button", name=words["agree"]).click()
    census = worked(census)
    assert census.state == "to_review"

    page.wait_for_selector("table.sum")
    look_over(page, language=language)
    shot(page, language, "4-look")
    page.goto(reverse("people:census-rows", args=[census.pk]) + "?verdict=rejected")
    look_over(page, language=language)
    shot(page, language, "5-rows")
    page.goto(reverse("people:census", args=[census.pk]))
    with page.expect_download() as given_back:
        page.locator("a[href$='/mended/1/']").click()
    assert given_back.value.suggested_filename == "Gulzar 20-11 final(2)-to-mend.xlsx"

    page.locator("form[action$='/take-in/'] button").click()
    page.wait_for_selector("#work progress")
    census = worked(census)
    page.wait_for_selector("a.btn-primary[href*='?place=']")
    look_over(page, language=language)
    shot(page, language, "6-taken-in")
    page.locator("a.btn-primary[href*='?place=']").click()
    assert page.locator("li.entry").count() == 25
    shot(page, language, "7-people")

    with acting_as(clerk):
        assert people_for(clerk).count() == census.sum["people"]


def test_it_works_without_script_too(office: tuple[World, Account], open_page: Opener, tmp_path: Path) -> None:
    world, clerk = office
    page = open_page(account=clerk, script=False)
    page.goto(reverse("people:census-new") + f"?place={world.gulzar.pk}")
    page.locator("#id_lists").set_input_files(the_list(tmp_path))
    page.locator("#id_true_on").fill("20/11/2026")
    page.get_by_role("button", name="Keep the file and read it").click()
    census = worked(newest())
    page.goto(reverse("people:census-columns", args=[census.pk]))
    page.get_by_role("button", name="Keep it and read the file anew").click()
    census = worked(census)
    page.goto(reverse("people:census", args=[census.pk]))
    page.locator("form[action$='/take-in/'] button").click()

    assert worked(census).state == "taken_in"


def test_files_can_be_dropped(office: tuple[World, Account], open_page: Opener) -> None:
    _world, clerk = office
    page = open_page(account=clerk)
    page.goto(reverse("people:census-new"))
    page.evaluate(
        """() => { const given = new DataTransfer();
        for (const name of ['one.csv', 'two.csv']) { given.items.add(new File(['Name'], name)); }
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', {dataTransfer: given, bubbles: true})); }"""
    )

    assert page.locator(".drop-list li").all_inner_texts() == ["one.csv", "two.csv"]

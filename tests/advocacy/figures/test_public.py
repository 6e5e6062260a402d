"""The public site: polite with nothing to show, light, kept by caches, without cookie or script; the press sheet."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from rihai.advocacy import figures
from rihai.advocacy.figures import operations as do
from rihai.advocacy.figures.sheet import sheet_of
from rihai.config.env import read
from rihai.places.models import Place
from tests.advocacy.figures.world import NOW, Desk, count

MOST_BYTES = 60_000
CSS = Path(figures.__file__).parents[1] / "static" / "advocacy" / "figures.css"


@pytest.mark.django_db
def test_a_new_office_says_that_it_published_nothing_yet(client: Client) -> None:
    assert client.get(reverse("advocacy:figures")).headers["Location"] == reverse(
        "advocacy:figures-newest", args=["en"]
    )
    for language, says in (("en", "has not published figures yet"), ("ur", 'lang="ur" dir="rtl"')):
        page = client.get(reverse("advocacy:figures-newest", args=[language]))
        assert page.status_code == 200
        assert says in page.content.decode()
    for url in (
        reverse("advocacy:figures-release", args=["en", 1]), reverse("advocacy:figures-json", args=[1]),
        reverse("advocacy:figures-newest", args=["xx"]), reverse("advocacy:figures-csv", args=[1, "sex"]),
    ):  # fmt: skip
        assert client.get(url).status_code == 404


def test_the_page_is_light_kept_by_caches_and_asks_nothing_of_a_browser(desk: Desk, client: Client) -> None:
    signed = desk.published()
    for language in ("en", "ur"):
        url = reverse("advocacy:figures-newest", args=[language])
        page = client.get(url)
        html = page.content.decode()
        weight = len(gzip.compress(page.content)) + len(gzip.compress(CSS.read_bytes()))
        assert weight < MOST_BYTES, f"{language}: {weight} bytes with its style"
        assert not page.cookies
        assert not re.search(r"<script|@font-face|<img|\bstyle=|<form", html), "no script, no font, nothing to fetch"
        assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', html) == ["/static/advocacy/figures.css"]
        assert page.headers["Cache-Control"] == "public, max-age=300"
        again = client.get(url, headers={"if-none-match": page.headers["ETag"]})
        assert again.status_code == 304
        said = {"says_en": "A word was wrong.", "says_ur": "ایک لفظ غلط تھا۔"}
        desk.does(do.note_correction, by=desk.director, release_id=signed.pk, said=said)
        assert client.get(url, headers={"if-none-match": page.headers["ETag"]}).status_code == 200, "it changed"
    client.force_login(desk.analyst)
    assert "no-store" in client.get(url).headers["Cache-Control"], "of somebody signed in nothing is kept"


def test_each_figure_says_how_it_was_counted_and_the_three_marks_are_told_apart(desk: Desk, client: Client) -> None:
    counted = count(NOW.date())
    desk.published(replace(counted, visited=replace(counted.visited, places=2)))
    html = client.get(reverse("advocacy:figures-newest", args=["en"])).content.decode()
    for code in ("standing", "time_under_trial", "sex", "age", "groups", "prison", "lost", "areas", "kept"):
        section = html.partition(f'<section id="{code}">')[2].partition("</section>")[0]
        assert "<dt>Source</dt>" in section, code
        assert f"/{code}.csv" in section, code
        assert ("<svg" in section) == (code not in {"areas", "kept"}), f"{code}: drawn where there is more than one row"
    lost = html.partition('<section id="lost">')[2].partition("</section>")[0]
    assert "People, every condition met" in lost
    assert "People, for the court to judge" in lost
    assert "never as a ranking of prisons" in lost
    assert "Prison" not in re.sub("prisons?", "", lost), "days lost are told of no prison"
    areas = html.partition('<section id="areas">')[2].partition("</section>")[0]
    assert areas.count('<span class="absent">c</span>') == 8, "two places inspected would be the mark of each"
    groups = html.partition('<section id="groups">')[2].partition("</section>")[0]
    assert '<span class="absent">c</span>' in groups
    assert '<span class="absent">..</span>' in groups
    prison = html.partition('<section id="prison">')[2].partition("</section>")[0]
    names = re.findall(r"<th scope=\"row\"[^>]*>(Prison \d)", prison)
    assert names == sorted(names), "prisons by name, never by number"
    assert "120.0%" in prison or "120.0" in prison, "360 people of the three prisons with places, on 300 places"


def test_a_map_stands_there_only_where_the_office_says_who_cleared_its_own(
    desk: Desk, client: Client, tmp_path: Path
) -> None:
    drawing = tmp_path / "map.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path id="gulistan" d="M0 0L3 0L3 3Z"/></svg>'
    )
    district = Place.objects.get(name="Gulistan")
    counted = count(NOW.date())
    names = {**counted.districts, "11": ("Gulistan", "گلستان")}
    desk.published(count(NOW.date(), districts=names))
    Place.objects.filter(pk=district.pk).update(aliases="")
    url = reverse("advocacy:figures-newest", args=["en"])
    for given, shows in (
        ({}, False), ({"RIHAI_MAP": str(drawing)}, False), ({"RIHAI_MAP_CLEARED": "Survey, no. 9"}, False),
        ({"RIHAI_MAP": "off", "RIHAI_MAP_CLEARED": "Survey, no. 9"}, False),
        ({"RIHAI_MAP": str(drawing), "RIHAI_MAP_CLEARED": "Survey, no. 9"}, True),
    ):  # fmt: skip
        with override_settings(ENV=read(given)):
            html = client.get(url).content.decode()
            assert ('class="map"' in html) is shows, given
            assert ("Survey, no. 9" in html) is shows


def test_the_press_sheet_is_one_page_in_each_language_of_the_release_alone(desk: Desk, client: Client) -> None:
    signed = desk.published()
    for language in ("en", "ur"):
        made = client.get(reverse("advocacy:figures-sheet", args=[language, signed.number])).content
        assert made.startswith(b"%PDF")
        assert len(re.findall(rb"/Type\s*/Page\b", made)) == 1
    early = sheet_of(signed, "en", NOW.replace(year=2025))
    assert early != made, "before its moment it says so"

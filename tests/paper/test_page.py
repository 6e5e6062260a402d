"""A page in HTML stands alone, says what it was given, and runs nothing."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.paper.blocks import Block, Bullets, Callout, Entry, Heading, Ledger, Paragraph
from rihai.paper.page import html_page
from rihai.paper.table import Column, Link, Status, Table
from tests.paper.pages import DAY, RUNNING, english, urdu

VOID = {"meta", "path", "rect", "line", "circle", "use", "br"}


class _Reader(HTMLParser):
    """The tags of a page with their attributes, its text, and whether every tag was closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def _english() -> str:
    return html_page("Who could go", english(), "en", standfirst="Two today.", day=DAY, running=RUNNING)


def test_the_page_needs_nothing_else() -> None:
    page = _Reader(_english())
    loaded = {"script", "link", "img", "iframe", "object", "embed", "audio", "video", "base"}
    assert not loaded & {tag for tag, _ in page.tags}
    assert not [value for _, attributes in page.tags for name, value in attributes.items() if name.startswith("on")]
    assert not re.findall(r"url\((?!#|\"data:)", _english())
    assert "@import" not in _english()


def test_the_page_says_its_language_and_direction() -> None:
    assert _Reader(_english()).all("html") == [{"lang": "en", "dir": "ltr"}]
    page = _Reader(html_page("رہائی", urdu(), "ur"))
    assert page.all("html") == [{"lang": "ur", "dir": "rtl"}]
    assert {"class": "passage", "lang": "en", "dir": "ltr"} in page.all("section")


def test_the_page_says_all_it_was_given() -> None:
    text = " ".join("".join(_Reader(_english()).text).split())
    for words in (
        "Two today.", RUNNING, "25 November 2026", "2 people", "Bashir Namoona", "No surety", "نرگس فرضی",
        "No delay by the accused.", "Order sheet, row 7", "1,650", "25.0%", "25 Nov 2026", "Invented figures.",
        "Rihai refers.", "Screened from an invented census.", "c is a figure withheld", "0 is a true nought",
    ):  # fmt: skip
        assert words in text


def test_only_safe_addresses_are_links() -> None:
    page = _Reader(html_page("t", [Paragraph(Link("act", address)) for address in (
        "https://example.org/a", "mailto:a@example.org", "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x",
        "//example.org", "https:", "\x01javascript:x",
    )], "en"))  # fmt: skip
    assert [a["href"] for a in page.all("a")] == ["https://example.org/a", "mailto:a@example.org"]
    assert "javascript:alert(1)" in "".join(page.text)


def test_ids_are_not_repeated_and_what_is_named_exists() -> None:
    page = _Reader(_english())
    ids = Counter(attributes["id"] for _, attributes in page.tags if "id" in attributes)
    assert set(ids.values()) == {1}
    icons = {use["href"] for use in page.all("use")}
    assert icons
    assert icons <= {f"#{name}" for name in ids}
    named = {name for svg in page.all("svg") for name in svg.get("aria-labelledby", "").split()}
    assert named <= set(ids)
    assert set(re.findall(r"url\(#([^)]+)\)", _english())) <= set(ids)


def test_every_chart_has_its_sentence_and_its_table() -> None:
    page = _Reader(_english())
    assert len(page.all("figure")) == len(page.all("details")) == 3
    assert [svg["role"] for svg in page.all("svg") if svg.get("class") in ("chart", "bar")] == ["img"] * 5
    assert "Most are under trial" in page.text
    assert len(page.all("table")) == 4


def test_scripts_are_kept_apart() -> None:
    assert '<bdi dir="rtl" lang="ur">نرگس فرضی</bdi>' in _english()
    page = html_page("رہائی", urdu(), "ur")
    assert 'دفعہ <bdi dir="ltr">497(1)</bdi> کے' in page
    assert '<bdi dir="ltr">(CrPC)</bdi>' in page


def test_urdu_pages_carry_their_fonts_and_english_ones_do_not() -> None:
    assert "data:font/woff2" not in _english()
    assert html_page("رہائی", urdu(), "ur").count("data:font/woff2") == 3
    assert "data:font/woff2" not in html_page("رہائی", urdu(), "ur", embed_fonts=False)


def test_long_pages_begin_with_their_headings() -> None:
    page = _Reader(html_page("t", [Heading(f"Part {n}") for n in range(5)], "en"))
    assert [a["href"] for a in page.all("a")] == ["#s1", "#s2", "#s3", "#s4", "#s5"]
    assert not _Reader(html_page("t", [Heading("Part")], "en")).all("nav")


def test_a_state_nobody_has_drawn_is_refused() -> None:
    with pytest.raises(KeyError):
        html_page("t", [Ledger([Entry("a", "b", "c", Status("eligible", "Eligible"))])], "en")


@given(st.text(), st.sampled_from(["en", "ur"]))
@settings(max_examples=60, deadline=None)
def test_nothing_given_becomes_markup(text: str, language: str) -> None:
    text = text.replace("\r", "").replace("\0", "")
    hostile = f"<b>{text}</b>&amp;\"'<script>"
    blocks: list[Block] = [
        Paragraph(hostile), Callout("info", hostile, hostile), Bullets([hostile]), Heading(hostile, cite=hostile),
        Ledger([Entry(hostile, hostile, hostile)]), Table(hostile, [Column(hostile)], [[hostile]], note=hostile),
    ]  # fmt: skip
    page = _Reader(html_page("t", blocks, language, embed_fonts=False))
    assert not {"b", "script"} & {tag for tag, _ in page.tags}
    assert "".join(page.text).count(hostile) == 13

"""What others made is kept as it came, and said so; pages ask nobody else for anything."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

STATIC = Path("rihai/kit/static/kit").resolve()
VENDOR = STATIC / "vendor"
TEMPLATES = sorted(Path("rihai").resolve().rglob("templates/**/*.html"))
SHEETS = sorted(STATIC.glob("*.css"))
FOREIGN = re.compile(r"""(?:src|href|url\()\s*=?\s*["']?(?:https?:)?//""")
INLINE = re.compile(
    r"""\sstyle="|<style|\son(?:click|change|input|submit|load|error|focus|blur|key\w+|mouse\w+)=|javascript:|<script(?![^>]*(?:src=|type="application/json"))"""
)


def test_every_vendored_file_is_the_one_that_was_written_down() -> None:
    rows = re.findall(r"^\| (\S+) \| .* \| ([0-9a-f]{64}) \|$", (VENDOR / "README.md").read_text("utf-8"), re.MULTILINE)

    assert {name: sha256((VENDOR / name).read_bytes()).hexdigest() for name, _ in rows} == dict(rows)
    assert {name for name, _ in rows} == {path.name for path in VENDOR.glob("*.*s")}


def test_no_page_or_sheet_asks_another_site_for_anything() -> None:
    assert [path.name for path in (*TEMPLATES, *SHEETS) if FOREIGN.search(path.read_text("utf-8"))] == []


def test_no_page_holds_a_script_or_a_style_of_its_own() -> None:
    assert [str(path) for path in TEMPLATES if INLINE.search(path.read_text("utf-8"))] == []


def test_sheets_serve_both_directions() -> None:
    physical = re.compile(
        r"(?:margin|padding|border)-(?:left|right)\b|[;{]\s*(?:left|right):|text-align: (?:left|right)"
    )

    assert [path.name for path in SHEETS if physical.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_font_and_picture_of_a_sheet_is_there(sheet: Path) -> None:
    named = re.findall(r"url\(\"?([^)\"#]+)\"?\)", sheet.read_text("utf-8"))

    assert [name for name in named if not finders.find(f"kit/{name}")] == []


def test_every_icon_a_page_names_is_drawn() -> None:
    drawn = set(re.findall(r'id="i-([a-z-]+)"', (STATIC / "icons.svg").read_text("utf-8")))
    pages = "\n".join(path.read_text("utf-8") for path in TEMPLATES)
    named = set(re.findall(r'#i-([a-z-]+)"|<c-kit\.icon name="([a-z-]+)"|\sicon="([a-z-]+)"', pages))
    named_once = {name for found in named for name in found if name}

    assert named_once - drawn == set()


def test_paper_and_screen_draw_the_same_icons() -> None:
    drawn = dict(
        re.findall(r'id="i-([a-z-]+)"[^>]*>(.*?)</symbol>', (STATIC / "icons.svg").read_text("utf-8"), re.DOTALL)
    )
    paper = Path("rihai/paper/icons.svg").read_text("utf-8")
    printed = dict(re.findall(r'id="i-([a-z-]+)"[^>]*>(.*?)</symbol>', paper, re.DOTALL))

    assert {name for name, shape in printed.items() if _strokes(shape) != _strokes(drawn[name])} == set()


def _strokes(shape: str) -> list[str]:
    return [" ".join(stroke.split()) for stroke in re.findall(r'd="([^"]+)"', shape)]

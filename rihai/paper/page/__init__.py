"""A page as one HTML file that needs nothing else: no script, nothing fetched, readable on a telephone and on paper."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from functools import cache
from html import escape
from pathlib import Path

from rihai.paper.blocks import Block, Passage
from rihai.paper.page.inline import marked
from rihai.paper.page.writer import Writer
from rihai.words import day_text, direction, say

FONTS = Path(__file__).parent.parent / "fonts"
FACES = (
    ("Rihai Nastaliq", 400, "NotoNastaliqUrdu-Regular", "Noto Nastaliq Urdu"),
    ("Rihai Naskh", 400, "NotoNaskhArabic-Regular", "Noto Naskh Arabic"),
    ("Rihai Naskh", 700, "NotoNaskhArabic-Bold", "Noto Naskh Arabic Bold"),
)
ARABIC_LETTERS = "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+200C-200F, U+FB50-FDFF, U+FE70-FEFF"
CONTENTS_FROM = 5
"""Headings of the second level from which a page begins with a list of them."""


def html_page(
    title: str, blocks: Sequence[Block], language: str, *,
    standfirst: str = "", day: date | None = None, running: str = "", embed_fonts: bool = True,
) -> str:  # fmt: skip
    """The page as HTML text. `standfirst` says under the title what it comes to; `day` is the day it speaks of.

    `running` is what every printed page must say (that no lawyer has reviewed it, how far it may travel). A page in
    Urdu, or with a passage in it, carries its fonts (about 270 KB) unless `embed_fonts` is False. Everything given is
    escaped; the only addresses that can be clicked are https, http, mailto and places on the page.
    """
    writer = Writer(language)
    body = writer.blocks(blocks)
    css = _faces(embed_fonts and _speaks_urdu(blocks, language)) + (Path(__file__).parent / "page.css").read_text(
        encoding="utf-8"
    )
    says = marked(standfirst, language)
    foot = " · ".join(part for part in (running, day_text(day, language) if day else "") if part)
    return f"""<!doctype html>
<html lang="{language}" dir="{direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{escape(title)}</title>
<style>
{css}</style>
</head>
<body>
{writer.sprite()}<main class="frame">
<header class="pagehead">{f'<p class="running">{marked(foot, language)}</p>' if foot else ""}
<h1>{marked(title, language)}</h1>{f'<p class="standfirst">{says}</p>' if says else ""}</header>
{_contents(writer, language)}{body}
</main>
{f'<footer class="foot"><div class="frame"><p>{marked(foot, language)}</p></div></footer>' if foot else ""}
</body>
</html>
"""


def _contents(writer: Writer, language: str) -> str:
    """The list of headings, on pages long enough to need one."""
    if len(writer.places) < CONTENTS_FROM:
        return ""
    items = "".join(
        f'<li><a href="#{place}">{marked(heading.text, language)}</a></li>' for place, heading in writer.places
    )
    said = escape(say("On this page", language))
    return f'<nav class="contents" aria-label="{said}"><ol>{items}</ol></nav>\n'


def _speaks_urdu(blocks: Sequence[Block], language: str) -> bool:
    return language == "ur" or any(
        isinstance(block, Passage) and _speaks_urdu(block.blocks, block.language) for block in blocks
    )


@cache
def _faces(is_embedded: bool) -> str:
    """The Urdu fonts as rules of CSS, for Arabic letters only: a copy on the machine first, then the one carried."""
    rules = []
    for family, weight, file, local in FACES:
        carried = f', url("data:font/woff2;base64,{_base64(file)}") format("woff2")' if is_embedded else ""
        rules.append(
            f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-display: swap; '
            f'src: local("{local}"), local("{file}"){carried}; unicode-range: {ARABIC_LETTERS}; }}\n'
        )
    return "".join(rules)


def _base64(name: str) -> str:
    return b64encode((FONTS / f"{name}.woff2").read_bytes()).decode("ascii")


__all__ = ["html_page"]

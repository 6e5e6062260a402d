"""What every page must pass: no broken rule of accessibility, no sideways scroll, the right direction, one heading."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "preload": False}
"""Style sheets and recordings are not fetched again for each look: of these rules one alone would ask, about sound that
begins by itself, and no page of ours has any."""
WIDTHS = (320, 375, 1280)
RULED = (375, 1280)
"""Where the rules of accessibility are asked, which takes longest: no style changes between 320 and 375."""
WEIGHED = {"en": 1280, "ur": 375}
"""Where colours are weighed against each other, half of that time: each page is looked at in both languages, so at both
widths; the colours of a page are the same in both."""
DIRECTIONS = {"en": "ltr", "ur": "rtl"}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def look_at(page: Page, address: str, *, language: str = "en") -> None:
    """Open an address and hold it to everything that can be held by a machine, at three widths."""
    response = page.goto(address)
    assert response is not None
    assert response.status < 400 or response.status == 422, f"{address} answered {response.status}"
    look_over(page, language=language)


def look_over(page: Page, *, language: str = "en") -> None:
    """The same for the page as it stands."""
    html = page.locator("html")
    assert html.get_attribute("lang") == language
    assert html.get_attribute("dir") == DIRECTIONS[language]
    assert page.locator("h1").count() == 1
    before = page.viewport_size
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERFLOW) <= 0, f"{page.url} scrolls sideways at {width} px: {widest(page)}"
        broken = violations(page, colours=width == WEIGHED[language]) if width in RULED else []
        assert not broken, f"{page.url} at {width} px: {broken}"
    if before:
        page.set_viewport_size(before)


def violations(page: Page, *, colours: bool = True) -> list[str]:
    """The rules of accessibility that the page breaks, each with its first places; without `colours`, all but contrast.

    The rules are read once a document, and only what is broken comes back: half a minute less for every dozen pages.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    asked = OPTIONS | {"rules": {"color-contrast": {"enabled": colours}}}
    found = page.evaluate("options => axe.run(options).then(results => results.violations)", asked)
    return [f"{rule['id']}: " + " | ".join(node["html"][:200] for node in rule["nodes"][:4]) for rule in found]


def widest(page: Page) -> str:
    """The element that stands out furthest, to find the culprit."""
    return str(
        page.evaluate(
            """() => { const w = document.documentElement.clientWidth; let worst = [0, ''];
            for (const e of document.querySelectorAll('body *')) { const r = e.getBoundingClientRect();
              const out = Math.max(r.right - w, -r.left);
              if (out > worst[0]) worst = [out, e.outerHTML.slice(0, 160)]; }
            return worst.join(' '); }"""
        )
    )

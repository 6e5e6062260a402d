"""The browser and its pages, for journeys."""

from __future__ import annotations

from tests.browser.chromium import chromium, open_page

__all__ = ["chromium", "open_page"]

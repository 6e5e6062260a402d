"""The fixtures of Chromium, for the tests of this folder."""

from __future__ import annotations

from tests.browser.chromium import chromium, open_page

__all__ = ["chromium", "open_page"]

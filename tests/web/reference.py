"""Writes docs/reference/api.md: python -m tests.web.reference."""

from __future__ import annotations

import os

import django

from tests.house.files import ROOT

PAGE = ROOT / "docs" / "reference" / "api.md"

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from rihai.web.reference import api_page

    PAGE.write_text(api_page(), encoding="utf-8")

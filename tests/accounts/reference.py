"""Writes docs/reference/roles.md: python -m tests.accounts.reference."""

from __future__ import annotations

import os

import django

from tests.house.files import ROOT

PAGE = ROOT / "docs" / "reference" / "roles.md"

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from rihai.accounts.reference import roles_page

    PAGE.write_text(roles_page(), encoding="utf-8")

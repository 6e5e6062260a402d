"""The printed reference of the API is what the API says of itself."""

from __future__ import annotations

from rihai.web.reference import api_page
from tests.web.reference import PAGE


def test_the_reference_of_the_api_is_written_from_its_schema() -> None:
    assert PAGE.read_text(encoding="utf-8") == api_page(), "run: .venv/bin/python -m tests.web.reference"

"""The generated pages of docs/reference are those the code gives now."""

from __future__ import annotations

import pytest

from rihai.census.problems import CATALOGUE
from rihai.cli.reference import pages
from rihai.facts import ALL
from rihai.law.record import RECORD_CODES
from tests.house.files import ROOT

REFERENCE = ROOT / "docs" / "reference"


@pytest.mark.parametrize("name", ["facts.md", "problem-codes.md", "provisions.md"])
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == pages()[name], (
        "run: .venv/bin/python -m rihai.cli.reference"
    )


def test_every_fact_has_a_row() -> None:
    page = pages()["facts.md"]

    assert [fact.path for fact in ALL if f"| `{fact.name}` |" not in page] == []


def test_every_problem_code_has_a_row() -> None:
    page = pages()["problem-codes.md"]

    assert [code for code in (*CATALOGUE, *RECORD_CODES) if f"| `{code}` |" not in page] == []

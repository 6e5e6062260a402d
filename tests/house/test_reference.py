"""The generated pages are those that the code, and the results of the benchmark, give now."""

from __future__ import annotations

import pytest

from bench.__main__ import parts
from bench.page import PAGE, kept, page
from rihai.census.problems import CATALOGUE
from rihai.cli.reference import PAGES
from rihai.facts import ALL
from rihai.law.load.conditions import _FACT_KEYS, _HEADS
from rihai.law.reckon.derived import DERIVED
from rihai.law.record import RECORD_CODES
from tests.house.files import ROOT

REFERENCE = ROOT / "docs" / "reference"


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == PAGES[name](), (
        "run: .venv/bin/python -m rihai.cli.reference"
    )


def test_the_page_of_figures_is_made_of_the_results_that_are_kept() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(kept(parts()), parts()), "run: .venv/bin/python -m bench PART…"


def test_a_part_of_the_benchmark_that_was_never_measured_is_named_on_the_page() -> None:
    measured = {result.part for result in kept(parts())}

    assert all(
        part in measured or part in PAGE.read_text(encoding="utf-8").partition("Never measured")[2] for part in parts()
    )


def test_every_fact_has_a_row() -> None:
    page = PAGES["facts.md"]()

    assert [fact.path for fact in ALL if f"| `{fact.name}` |" not in page] == []


def test_every_fact_that_follows_from_others_has_a_row() -> None:
    follows = PAGES["facts.md"]().split("## Facts that follow from others")[1]

    assert [name for name in DERIVED if f"| `{name}` |" not in follows] == []


def test_every_problem_code_has_a_row() -> None:
    page = PAGES["problem-codes.md"]()

    assert [code for code in (*CATALOGUE, *RECORD_CODES) if f"| `{code}` |" not in page] == []


def test_the_how_to_names_every_test_a_condition_may_use() -> None:
    page = (ROOT / "docs" / "how-to" / "add-a-provision.md").read_text(encoding="utf-8")

    assert [key for key in (*_HEADS, *sorted(_FACT_KEYS)) if f"{key}:" not in page and f"`{key}`" not in page] == []

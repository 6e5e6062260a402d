"""Bulk de-duplication with Splink, where it is installed: most duplicates found, hardly anything else."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date

import pytest

from rihai.census.link.bulk import propose_duplicates
from rihai.census.synth.pair import invent_pair
from rihai.errors import Refused

INSTALLED = importlib.util.find_spec("splink") is not None


@pytest.mark.skipif(not INSTALLED, reason="Splink is missing: uv sync --extra linkage")
def test_splink_proposes_most_duplicates_and_hardly_anybody_else() -> None:
    pair = invent_pair(1_000, 5, date(2026, 11, 1))
    records = [*pair.old, *pair.new[::3]]
    there = {record["id"] for record in pair.new[::3]}
    true = {(old, new) for old, new in pair.same.items() if new in there}

    proposals = propose_duplicates(records, least=0.99)
    found = {(records[one.one]["id"], records[one.other]["id"]) for one in proposals}

    assert len(found & true) >= 0.97 * len(true)
    assert len(found & true) >= 0.97 * len(found)
    assert proposals == sorted(proposals, key=lambda one: -one.probability)


def test_without_splink_it_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "splink", None)

    with pytest.raises(Refused, match=r"rihai\[linkage\]"):
        propose_duplicates([])

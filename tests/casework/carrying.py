"""The tables of a part of casework that have a person, for tests that go over all of them."""

from __future__ import annotations

from typing import Any

from rihai.casework.carried import TABLES


def tables_of(part: str) -> list[Any]:
    """Each table of this part that goes along when persons are merged, once."""
    models = dict.fromkeys(one.model for one in TABLES)
    return [one for one in models if f".casework.{part}." in one.__module__]

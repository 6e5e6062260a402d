"""Screens records under the packs we ship."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

from rihai.law.engine import Finding
from rihai.law.load import load_pack
from rihai.law.screen import Screened, Screening

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 25)


@cache
def screening(on: date, *names: str) -> Screening:
    return Screening([load_pack(name) for name in names or ("pakistan",)], on)


def screen(record: Mapping[str, Any], on: date = OCTOBER, *names: str) -> Screened:
    ready = screening(on, *names)
    ready._seen.clear()
    return ready.screen(record)


def finding(screened: Screened, provision: str, case_id: str | None = None) -> Finding:
    found = [
        one
        for one in screened.findings
        if one.provision.id == provision and (case_id is None or one.case_id == case_id)
    ]
    assert len(found) == 1, [one.case_id for one in found]
    return found[0]


def told(screened: Screened, provision: str, case_id: str | None = None) -> dict[str, Any]:
    return finding(screened, provision, case_id).as_json()


def with_case(record: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """The record with facts of its first case changed; None takes one away."""
    changed = deepcopy(record)
    changed["cases"][0] |= facts
    return changed

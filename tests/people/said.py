"""Makes statements as plain values for the tests of belief."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from rihai.people.record import Said, slices_of

START = datetime(2026, 10, 1, 9, tzinfo=UTC)
WHO = UUID(int=7)


def said(
    record: Mapping[str, Any],
    *,
    kind: str = "census_row",
    day: int = 0,
    raw: Mapping[str, str] | None = None,
    takes_back: tuple[str, ...] = (),
) -> list[Said]:
    """One source's statements, made `day` days after the first of October."""
    return [
        Said(
            id=uuid4(),
            person_id=WHO,
            data_class=part.data_class,
            kind=kind,
            said_at=START + timedelta(days=day),
            true_on=date(2026, 10, 1) + timedelta(days=day) if kind == "census_row" else None,
            facts={**part.identity, **part.facts},
            raw={**part.identity_raw, **part.raw},
            takes_back=frozenset(takes_back) if part.data_class == "personal" else frozenset(),
        )
        for part in slices_of(record, raw)
    ]

"""The world of these tests; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from rihai.accounts.operations.house import as_house
from rihai.advocacy.research.outside import Known
from rihai.advocacy.research.risk import Risk, risk_of
from rihai.advocacy.research.rows import QUASI, SENSITIVE
from rihai.config.env import read
from tests.advocacy.figures.world import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Iterator[Desk]:
    """An office that publishes; what a test reads itself it reads as the house."""
    made = make_desk()
    with as_house():
        yield made


@pytest.fixture(autouse=True)
def no_measurer(settings: Any) -> None:
    """No library measures here unless a test asks for it: it is a process of two seconds."""
    settings.ENV = read({"RIHAI_RISK_PYTHON": "/nowhere"})


def known_of(risk: Risk) -> Known:
    """What the library would find, were it to agree with us."""
    return Known("pycanon", "1.3.6", risk.rows, risk.k, dict(risk.told), dict(risk.closeness))


@pytest.fixture
def measured_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that finds what we find; that the real one does is asked in test_outside."""

    def agreeing(content: bytes) -> Known:
        return known_of(risk_of(content, [one.name for one in QUASI], SENSITIVE))

    monkeypatch.setattr("rihai.advocacy.research.handing.known_risk", agreeing)

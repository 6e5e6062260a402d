"""What a finding is drawn as: green is for a door that opens, never for a wrong that goes on."""

from __future__ import annotations

import pytest

from rihai.screening.models import Finding


@pytest.mark.parametrize(
    ("kind", "outcome", "sign"),
    [("alert", "met", "warning"), ("release", "met", "met"), ("alert", "cannot_tell", "cannot_tell")],
)
def test_a_met_alert_is_a_warning_and_a_met_release_is_not(kind: str, outcome: str, sign: str) -> None:
    assert Finding(kind=kind, outcome=outcome).sign == sign

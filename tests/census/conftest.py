"""Says aloud, at the end of a run, what was not tested because an optional library is missing."""

from __future__ import annotations

import importlib.util

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the untested part in the summary, where a dot or an s would be overlooked."""
    if importlib.util.find_spec("splink") is None:
        terminalreporter.section("NOT TESTED", sep="!", red=True)
        terminalreporter.line("Bulk de-duplication: Splink is missing. Install it with: uv sync --extra linkage")

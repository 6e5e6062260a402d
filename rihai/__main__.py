"""The command `rihai`, also as `python -m rihai`: the one place where the product asks what day it is."""

from __future__ import annotations

import gc
import sys
from datetime import date

from rihai.cli.main import main


def command() -> int:
    """Run what was typed, today; returns the exit code."""
    # A list becomes millions of values without a circle among them; to look for one again and again takes a fifth of
    # the time of a screening.
    gc.set_threshold(100_000, 50, 100)
    return main(sys.argv[1:], date.today())  # noqa: DTZ011 - the wall calendar of the office is what is meant


if __name__ == "__main__":
    sys.exit(command())

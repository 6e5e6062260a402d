"""`rihai census synth`: an invented, messy census to try things on."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from rihai.cli.options import day_asked, step


def run(options: Namespace) -> int:
    """Write the invented workbook."""
    from rihai.census.synth import invent_census

    with step(f"Inventing {options.rows:,} rows of a census"):
        census = invent_census(options.rows, options.seed, as_of=day_asked(options), mess=options.mess)
        Path(options.out).write_bytes(census.content)
    print(f"{options.out}: an invented census; nobody in it exists.")
    return 0

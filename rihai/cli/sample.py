"""`rihai sample`: invents a messy prison census, screens it as its user would, shows and writes the result."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import timedelta
from pathlib import Path

from rihai.cli.options import day_asked, step


def run(options: Namespace) -> int:
    """Invent, read, screen, print, write."""
    from rihai.census.synth import invent_census
    from rihai.cli.options import packs_asked
    from rihai.cli.screening import print_and_write, screen_files

    as_of = day_asked(options)
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    census = folder / "invented-census.xlsx"
    print("Rihai, on an invented prison. Nobody in it exists.\n", file=sys.stderr)
    with step(f"Inventing a messy census of {options.rows:,} rows in Excel"):
        made = invent_census(options.rows, options.seed, as_of=as_of - timedelta(days=20))
        census.write_bytes(made.content)
    asked = Namespace(
        law=["pakistan", "mandela"], layout=None, census_day=None, out=str(folder), language="en",
        set=["province=punjab"], json=False,
    )  # fmt: skip
    result = screen_files([census], asked, packs_asked(asked), as_of)
    print_and_write(result, asked)
    print(f"\nOpen {folder}/report.html and {folder}/findings.xlsx. Screen your own list with:")
    print("  .venv/bin/rihai screen YOUR-LIST.xlsx --out findings")
    return 0

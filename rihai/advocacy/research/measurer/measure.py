"""Lets pycanon measure an extract, in a process and an environment of its own: CSV in, what it found as JSON out.

    risk/bin/python -I measure.py '{"quasi": ["sex"], "sensitive": ["offence"], "withheld": "c"}' < extract.csv

Run by `rihai.advocacy.research.outside`, and by nothing else of ours: pycanon (Apache-2.0) pins exact versions of numpy
and pandas, which no application can share. People's rows pass through here, so the process may open no connection,
begin no program and write no file: who tries is refused.
"""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from importlib import import_module, metadata
from typing import Any

FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.remove", "os.rename")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def guard(event: str, details: tuple[Any, ...]) -> None:
    """Raises PermissionError for what the measuring of a table never needs."""
    if (event == "open" and details[2] & WRITES) or event.startswith(FORBIDDEN):
        raise PermissionError(event)


def measure(rows: list[dict[str, str]], quasi: list[str], sensitive: list[str], withheld: str) -> dict[str, Any]:
    """k, and by sensitive column l (least different facts of a group) and t (furthest a group stands from all rows).

    Groups in which a column is withheld tell nothing of it and are left out there; a column withheld in all is too.
    """
    pandas, anonymity = import_module("pandas"), import_module("pycanon.anonymity")
    frame = pandas.DataFrame(rows)
    found: dict[str, Any] = {"rows": len(frame), "k": int(anonymity.k_anonymity(frame, quasi)), "l": {}, "t": {}}
    for name in sensitive:
        told = frame[frame[name] != withheld].reset_index(drop=True)
        if len(told):
            found["l"][name] = int(anonymity.l_diversity(told, quasi, [name]))
            found["t"][name] = round(float(anonymity.t_closeness(told, quasi, [name])), 6)
    return found


def main() -> None:
    """Read the table, measure it, print what was found."""
    sys.addaudithook(guard)
    asked = json.loads(sys.argv[1])
    text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
    found = measure(list(csv.DictReader(text)), asked["quasi"], asked["sensitive"], asked["withheld"])
    sys.stdout.write(json.dumps({"library": "pycanon", "version": metadata.version("pycanon"), **found}))


if __name__ == "__main__":
    main()

"""The risk of an extract as a known library measures it: pycanon, in a process and an environment of its own.

Nothing leaves that was not measured so, and nothing where it found something else than we (docs/adr/0037). Which Python
has it, says RIHAI_RISK_PYTHON; without, the environment `risk` within our own is taken, where there is one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from rihai.advocacy.errors import NotSo
from rihai.advocacy.research.risk import Risk

SCRIPT = Path(__file__).parent / "measurer" / "measure.py"
OWN = "risk/Scripts/python.exe" if os.name == "nt" else "risk/bin/python"
LONGEST = 120
"""Seconds it may take; for some ten thousand rows it takes two."""
CLOSE = 1e-4


@dataclass(frozen=True, slots=True)
class Known:
    """What the library found: its name and version, rows, k, and by sensitive column l and t."""

    library: str
    version: str
    rows: int
    k: int
    diversity: dict[str, int]
    closeness: dict[str, float]

    def plain(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "library": self.library, "version": self.version, "rows": self.rows, "k": self.k, "l": self.diversity,
            "t": self.closeness,
        }  # fmt: skip


def measurer() -> Path | None:
    """The Python that has the library; None where there is none."""
    given = settings.ENV.path("RIHAI_RISK_PYTHON") or Path(sys.prefix) / OWN
    return given if given.is_file() else None


def measured_outside(content: bytes, quasi: Sequence[str], sensitive: Sequence[str], withheld: str) -> Known:
    """What the library finds in a CSV file. Raises NotSo where it cannot be asked or does not answer."""
    python = measurer()
    if python is None:
        raise NotSo(_(
            "No known library measures the risk here, so nothing is handed over. Whoever keeps the machine sets it up: "
            "RIHAI_RISK_PYTHON in the settings."
        ))  # fmt: skip
    asked = json.dumps({"quasi": list(quasi), "sensitive": list(sensitive), "withheld": withheld})
    # Nothing of our own environment goes along: no key, no address of a database, no proxy.
    alone = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
    try:
        done = subprocess.run(
            [str(python), "-I", "-B", str(SCRIPT), asked], input=content, capture_output=True, timeout=LONGEST,
            check=True, env={**alone, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )  # fmt: skip
        found = json.loads(done.stdout)
        return Known(
            found["library"], found["version"], found["rows"], found["k"], dict(found["l"]), dict(found["t"])
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError, ValueError, LookupError, TypeError) as wrong:
        raise NotSo(
            _("The library that measures the risk from outside did not answer. Nothing was handed over.")
        ) from wrong


def refuse_if_apart(known: Known, risk: Risk) -> None:
    """Raises NotSo where the library found something else than we."""
    is_same = (
        (known.rows, known.k, known.diversity) == (risk.rows, risk.k, risk.told)
        and known.closeness.keys() == risk.closeness.keys()
        and all(abs(known.closeness[name] - risk.closeness[name]) < CLOSE for name in risk.closeness)
    )
    if not is_same:
        raise NotSo(
            _("Two measurements of its risk do not agree. Nothing was handed over: tell whoever keeps the software.")
        )

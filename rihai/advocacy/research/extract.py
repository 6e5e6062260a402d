"""Makes the rows of an extract so that nobody stands alone, measures them, and writes them down as a file."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _

from rihai.advocacy.errors import NotSo
from rihai.advocacy.research.outside import Known, measured_outside, measurer, refuse_if_apart
from rihai.advocacy.research.risk import WITHHELD, Risk, risk_of
from rihai.advocacy.research.rows import COLUMNS, QUASI, SENSITIVE
from rihai.paper.safe import safe_text
from rihai.paper.table import Absent
from rihai.profile.disclosure import Extract, anonymous
from rihai.profile.disclosure.extract import Fact

K = 11
"""Each row agrees with at least ten others in everything recognisable."""
DIVERSITY = 2
MOST_WITHHELD = 0.2
"""Beyond this share of rows withheld what is left misleads more than it tells."""


NAMES = [one.name for one in QUASI]


@dataclass(frozen=True, slots=True)
class Made:
    """An extract with its bytes and its risk, as we and as a known library measure it; None: there is no such here."""

    extract: Extract
    risk: Risk
    content: bytes
    known: Known | None = None

    def risks(self) -> dict[str, Any]:
        """Both measurements, as they are kept."""
        return {**self.risk.plain(), **({"outside": self.known.plain()} if self.known else {})}


def made_extract(rows: Sequence[Mapping[str, Fact]]) -> Made:
    """The extract of these rows. Raises NotSo where no safe one can be made of them, or its risk is in doubt."""
    found = anonymous(rows, QUASI, SENSITIVE, k=K, diversity=DIVERSITY)
    content = _written(found)
    risk = risk_of(content, NAMES, SENSITIVE)
    if risk.k < K or found.rows_withheld > MOST_WITHHELD * len(rows):
        raise NotSo(_(
            "No safe extract can be made of so few people: even coarser, somebody would stand in a group smaller than "
            "%(k)s. Nothing was made. Wait for more lists, or ask for counts."
        ) % {"k": K})  # fmt: skip
    if risk.told and risk.diversity < DIVERSITY:
        raise NotSo(_("A group of the extract has all the same in a sensitive column. Nothing was made."))
    return Made(found, risk, content, known_risk(content) if measurer() else None)


def known_risk(content: bytes) -> Known:
    """What a known library finds in an extract. Raises NotSo where it cannot be asked, or found something else."""
    known = measured_outside(content, NAMES, SENSITIVE, WITHHELD)
    refuse_if_apart(known, risk_of(content, NAMES, SENSITIVE))
    return known


def _written(found: Extract) -> bytes:
    """As CSV: codes as in the reference of facts; empty is not known or left out, c is withheld."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in found.rows:
        writer.writerow([_cell(row.get(name)) for name in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Fact | Absent) -> str:
    if isinstance(value, Absent):
        return value.value
    return "" if value is None else safe_text(str(value))

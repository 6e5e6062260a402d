"""Makes the rows of an extract so that nobody stands alone, measures them, and writes them down as a file."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext as _

from rihai.advocacy.errors import NotSo
from rihai.advocacy.research.risk import Risk, measured
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


@dataclass(frozen=True, slots=True)
class Made:
    """An extract with its measured risk and its bytes."""

    extract: Extract
    risk: Risk
    content: bytes


def made_extract(rows: Sequence[Mapping[str, Fact]]) -> Made:
    """The extract of these rows. Raises NotSo where no safe one can be made of them."""
    found = anonymous(rows, QUASI, SENSITIVE, k=K, diversity=DIVERSITY)
    quasi = [one.name for one in QUASI]
    risk = measured(found.rows, quasi, SENSITIVE)
    if risk.k < K or found.rows_withheld > MOST_WITHHELD * len(rows):
        raise NotSo(_(
            "No safe extract can be made of so few people: even coarser, somebody would stand in a group smaller than "
            "%(k)s. Nothing was made. Wait for more lists, or ask for counts."
        ) % {"k": K})  # fmt: skip
    if risk.diversity < DIVERSITY and any(_is_told(found, name) for name in SENSITIVE):
        raise NotSo(_("A group of the extract has all the same in a sensitive column. Nothing was made."))
    return Made(found, risk, _written(found))


def _is_told(found: Extract, name: str) -> bool:
    return any(not isinstance(row.get(name), Absent) for row in found.rows)


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

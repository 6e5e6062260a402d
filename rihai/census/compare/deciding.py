"""The doubtful pairs as a table to decide on: fill in "same" or "different" and give it in with the next lists."""

from __future__ import annotations

import csv
from io import StringIO

from rihai.census.compare.comparison import Comparison
from rihai.census.compare.sheets import briefly
from rihai.census.link import Decisions, keys_of, particulars_of, reasons
from rihai.census.link.decisions import BETWEEN, COLUMNS
from rihai.paper.safe import safe_text


def to_decide(comparison: Comparison, decisions: Decisions, language: str) -> str:
    """A table (CSV) of all decisions taken so far, then of every doubtful pair, not yet decided, likeliest first.

    It is what `read_decisions` reads, with more columns for the person who decides. It holds names: keep it as the
    lists are kept.
    """
    text = StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow((*COLUMNS, "weight", "earlier", "later", "reasons"))
    table.writerows((decision, BETWEEN.join(one), BETWEEN.join(other)) for decision, one, other in decisions.rows)
    for link in comparison.links.doubtful:
        pair = (comparison.old[link.one], comparison.new[link.other])
        sides = [BETWEEN.join(keys_of(person)) for person in particulars_of(pair)]
        shown = [safe_text(briefly(record)) for record in pair]
        table.writerow(("", *sides, link.weight, *shown, safe_text("; ".join(reasons(link, language)))))
    return text.getvalue()

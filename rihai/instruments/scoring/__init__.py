"""Scores as a form declares them, and how far two who filled it in agree; pure, without database or page.

A form declares its scores in columns of its own, which other programs leave alone:

- survey: `rihai_area` on a group (its label is the area's title) or a question; `rihai_score` on a question: `item` or
  `critical`, or a weight (`1.5`, `critical 3`); `rihai_sources` names the question where its sources are ticked;
  `rihai_evidence` the kinds of source that are expected of it. Any other `rihai_…` column is kept as a mark.
- choices: `rihai_value`: a number from 0 to 1, `na` for not assessed, `nap` for not applicable. Without it: yes 1,
  partly 0.5, no 0, na, nap.
- settings: `rihai_bands` (`0.9 0.7 0.4`) and `rihai_coverage` (`0.6`).

Nothing here makes one mark of a whole form, and nothing ranks.
"""

from __future__ import annotations

from rihai.instruments.scoring.agreement import Agreement, agreement
from rihai.instruments.scoring.areas import FINDINGS, AreaScore, Finding, area_scores, change, compared
from rihai.instruments.scoring.declared import Item, Scoring, scoring_from
from rihai.instruments.scoring.marks import Mark, mark, marks_in

__all__ = [
    "FINDINGS", "Agreement", "AreaScore", "Finding", "Item", "Mark", "Scoring", "agreement", "area_scores", "change",
    "compared", "mark", "marks_in", "scoring_from",
]  # fmt: skip

"""What stands in a paper for a court or an officer, in one language and in the order in which it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rihai.paper.charts import CustodyBar
from rihai.paper.table import Table


class Party(NamedTuple):
    """Who stands on one side, and the word for it ("Petitioner")."""

    who: str
    word: str


@dataclass(frozen=True)
class CustodyChart:
    """The days in custody drawn against the length the law asks for, and the sum as a table."""

    bar: CustodyBar
    table: Table


@dataclass(frozen=True)
class Pleading:
    """A petition with its parties, or (`is_letter`) a letter with its receiver; lines and paragraphs as they stand.

    `heading` names the court, or the receiver line by line. The paragraphs of a petition are numbered. `mark` is a
    word that stands across every page, and `mark_says` the sentence at the head of each; both empty for none. `notes`
    stand in small at the end. `on` is the day it was drawn up, `day` the line that says when it is dated.
    """

    heading: Sequence[str]
    subject: str
    paragraphs: Sequence[str]
    day: str
    on: date
    is_letter: bool = False
    number: str = ""
    parties: Sequence[Party] = ()
    versus: str = ""
    particulars: Sequence[tuple[str, str]] = ()
    opening: str = ""
    prayer_title: str = ""
    prayer: str = ""
    closing: str = ""
    signed: Sequence[str] = ()
    verification_title: str = ""
    verification: str = ""
    chart: CustodyChart | None = None
    tables: Sequence[Table] = ()
    annexes_title: str = ""
    annexes: Sequence[str] = ()
    copies: Sequence[str] = ()
    notes: Sequence[str] = ()
    mark: str = ""
    mark_says: str = ""
    running: str = ""

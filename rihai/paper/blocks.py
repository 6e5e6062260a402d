"""What a page is made of, as plain values: the same blocks are printed as HTML and as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from rihai.paper.charts import BarChart, CustodyBar, LineChart, StackedChart
from rihai.paper.table import Link, Status, Table


class Strong(NamedTuple):
    """Words that carry the sentence."""

    text: str


Inline: TypeAlias = str | Sequence[str | Link | Strong]
"""A sentence: words, with links and strong words among them."""


@dataclass(frozen=True)
class Heading:
    """A heading with a rule under it; `count` stands at its end ("3 people"), `cite` on a line below it."""

    text: str
    level: Literal[2, 3] = 2
    count: str = ""
    cite: Inline = ""


@dataclass(frozen=True)
class Paragraph:
    """Prose."""

    text: Inline


@dataclass(frozen=True)
class SideNote:
    """A note in small, as statutes put beside their text: a source, a reservation, how it was counted."""

    text: Inline


@dataclass(frozen=True)
class Callout:
    """What the reader must not miss; `kind` gives the ink: warning, error, done or information."""

    kind: Literal["warning", "error", "done", "info"]
    title: str
    text: Inline


@dataclass(frozen=True)
class Bullets:
    """A short list of sentences."""

    items: Sequence[Inline]


@dataclass(frozen=True)
class Definitions:
    """Terms and what is said of each, two columns ("Where", "District Jail Roshanabad")."""

    items: Sequence[tuple[str, Inline]]


@dataclass(frozen=True)
class Glossary:
    """Words and their meanings."""

    items: Sequence[tuple[str, Inline]]


@dataclass(frozen=True)
class Condition:
    """One condition of a provision: how it stands, what it asks, and the fact with its source."""

    state: Status
    says: Inline
    source: Inline = ""


@dataclass(frozen=True)
class Conditions:
    """The conditions of a provision, one under the other."""

    items: Sequence[Condition]


@dataclass(frozen=True)
class Entry:
    """One row of a ledger, one glance: who, where, why, in what state, and a note on the last line."""

    who: str
    where: str
    why: Inline
    state: Status | None = None
    about: str = ""
    note: Inline = ""
    bar: CustodyBar | None = None


@dataclass(frozen=True)
class Ledger:
    """Rows of people or things; the custody bars in one ledger share one scale."""

    entries: Sequence[Entry]

    @property
    def longest(self) -> int:
        """Days at the end of the common scale of the custody bars."""
        return max((entry.bar.length for entry in self.entries if entry.bar), default=1)


@dataclass(frozen=True)
class Picture:
    """One thing, drawn for who does not read, and said large: the drawing, the words, by which day, and by whom.

    Drawings are SVG shapes of ours on a 24 by 24 ground, never what somebody wrote.
    """

    drawn: str
    text: Inline
    about: Inline = ""
    day: str = ""
    who: str = ""
    who_drawn: str = ""


@dataclass(frozen=True)
class Pictures:
    """Things to do, one under the other, each with its picture."""

    items: Sequence[Picture]


@dataclass(frozen=True)
class Passage:
    """Blocks in another language than the page's."""

    language: str
    blocks: Sequence[Block]


Chart: TypeAlias = BarChart | StackedChart | LineChart
Block: TypeAlias = (
    Heading
    | Paragraph
    | SideNote
    | Callout
    | Bullets
    | Definitions
    | Glossary
    | Conditions
    | Ledger
    | Pictures
    | Passage
    | Table
    | Chart
)


def pieces(text: Inline) -> Sequence[str | Link | Strong]:
    """A sentence as its pieces; a Link or Strong alone is one piece."""
    return (text,) if isinstance(text, str | Link | Strong) else text

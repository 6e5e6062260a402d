"""Filling an agenda: what the rooms hand up today, in each language, guarded people left out without a trace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import override

from rihai.coordination.bodies.models import Body
from rihai.kit.actor import Actor
from rihai.kit.offers import AgendaFor, AgendaRow, AgendaSource, offered
from rihai.legal.papers.queries.packs import guarded_among

MOST = 100
"""Lines of one list that stand on one agenda at once; nobody goes through more in a morning."""
LANGUAGES = ("en", "ur")
PersonKey = tuple[str, str, UUID | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands today, with its words in each language."""

    source: str
    row: AgendaRow
    titles: Mapping[str, str]
    words: Mapping[str, str]

    @property
    def key(self) -> PersonKey:
        """By which it is found again on an agenda."""
        return self.source, self.row.key, self.row.person_id


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands today: the lines in order, and of each list how many there are in all.

    `short` are the lists of which not every line was handed up: what is missing of them may stand there all the same.
    """

    lines: Sequence[Line]
    totals: Mapping[str, int]
    short: frozenset[str]


def sources_of(body: Body) -> list[AgendaSource]:
    """The lists from which a body's agenda is filled, in order."""
    return [one for one in offered(AgendaSource) if one.name in body.sources]


def stands_today(body: Body, known: Mapping[str, int], *, actor: Actor, on: date, at: datetime) -> Filled:
    """What the actor's lists hold for a body on a day; `known`: of each list, how many lines its agenda has already."""
    lines: list[Line] = []
    totals: dict[str, int] = {}
    for source in sources_of(body):
        wanted = AgendaFor(body_id=body.pk, place_id=body.place_id, most=MOST + known.get(source.name, 0))
        spoken: dict[str, Sequence[AgendaRow]] = {}
        for language in LANGUAGES:
            with override(language):
                rows, totals[source.name] = source.rows(actor, wanted, on)
                spoken[language] = [_plain(row) for row in rows]
        lines += _joined(source.name, spoken)
    handed = Counter(one.source for one in lines)
    short = frozenset(name for name, total in totals.items() if handed[name] < total)
    guarded = guarded_among([one.row.person_id for one in lines if one.row.person_id], at=at)
    for one in lines:
        if one.row.person_id in guarded:
            totals[one.source] -= 1
    return Filled([one for one in lines if one.row.person_id not in guarded], totals, short)


def _plain(row: AgendaRow) -> AgendaRow:
    """The same with its words put into the language that is active."""
    return replace(row, says=str(row.says), title=str(row.title))


def _joined(source: str, spoken: Mapping[str, Sequence[AgendaRow]]) -> list[Line]:
    """Each row once, with its words in all languages."""
    found: dict[tuple[str, UUID | None], list[tuple[str, AgendaRow]]] = {}
    for language, rows in spoken.items():
        for row in rows:
            found.setdefault((row.key[:330], row.person_id), []).append((language, row))
    return [
        Line(
            source, told[0][1],
            {language: row.title for language, row in told}, {language: row.says for language, row in told},
        )
        for told in found.values()
    ]  # fmt: skip

"""What the lines of a list stand under: their provision, or the place, the court, the days lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.kit.offers import LawNote
from rihai.screening.law.packs import Law
from rihai.screening.queries.lists import COURT, LOST, PLACE, Asked, Group, group_of
from rihai.screening.shown.notes import Notes, is_reviewed, notes_on
from rihai.screening.shown.rows import Row, cite_text, language, operative, title_of


@dataclass(frozen=True, slots=True)
class Heading:
    """Lines that stand together. Of a provision it has the citation, the operative word and what lawyers said."""

    key: str
    title: str
    count: int
    rows: tuple[Row, ...]
    cite: str = ""
    word: str = ""
    decides: str = ""
    is_reviewed: bool = True
    notes: tuple[LawNote, ...] = ()


def groups_of(rows: Sequence[Row], counts: Mapping[Group, int], asked: Asked, law: Law, today: date) -> list[Heading]:
    """The lines of a page under their headings, with how many people each heading has in all."""
    notes = notes_on((row.finding.provision for row in rows), law)
    found: dict[Group, list[Row]] = {}
    for row in rows:
        found.setdefault(group_of(row.finding, asked, today), []).append(row)
    if not asked.grouped_by:
        return [_of_provision(key, lines, counts, law, notes) for key, lines in found.items()]
    return [
        Heading(
            key=f"g{number}",
            title=_title(key, lines[0], asked),
            count=counts.get(key, len(lines)),
            rows=tuple(_named(row, law, notes) for row in lines),
        )
        for number, (key, lines) in enumerate(found.items())
    ]


def _named(row: Row, law: Law, notes: Notes) -> Row:
    """The line with its provision, which no heading names, and what was objected to that."""
    said = notes.get(row.finding.provision, ())
    objections = tuple(note for note in said if note.kind == "objection")
    return replace(row, title=title_of(row.finding, law), objections=objections)


def _title(key: Group, first: Row, asked: Asked) -> str:
    if asked.grouped_by == PLACE:
        return first.finding.place.shown
    if asked.grouped_by == COURT:
        return str(key) or _("No court on record")
    days = int(key)
    if not days:
        return _("Fewer than %(n)s days lost") % {"n": min(LOST)}
    return ngettext("%(n)s day lost or more", "%(n)s days lost or more", days) % {"n": days}


def _of_provision(rank: Group, rows: list[Row], counts: Mapping[Group, int], law: Law, notes: Notes) -> Heading:
    name = rows[0].finding.provision
    one, said_of_it = law.provisions.get(name), notes.get(name, ())
    plain = Heading(key=f"p{rank}", title=name, count=counts.get(rank, len(rows)), rows=tuple(rows), is_reviewed=False)
    if one is None:
        return plain
    return replace(
        plain,
        title=one.title.of(language()),
        cite=cite_text(one),
        word=operative(one),
        decides=one.effect.decides.of(language()),
        is_reviewed=is_reviewed(name, law, said_of_it),
        notes=said_of_it,
    )

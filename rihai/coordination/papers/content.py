"""What stands in the papers of a meeting, from what was frozen: people with the least data, matters, what became.

Read by the house for whoever holds a copy: a person appears by what the register of sharings says was given, as long as
it was not taken back and the person is not guarded since; everybody else as a number.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.coordination.agenda.became import WORDS
from rihai.coordination.agenda.models import BY_HAND, AgendaItem, Standing
from rihai.coordination.decisions.models import Decision
from rihai.coordination.meetings.models import Meeting
from rihai.coordination.meetings.queries import held_before, to_approve
from rihai.kit.offers import AgendaSource, offered
from rihai.legal.papers.models import Sharing
from rihai.legal.papers.queries.packs import guarded_among
from rihai.legal.papers.receivers import BASES, FIELDS, RECEIVERS

Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named: what members were given, on what; and what had become of the person, where it was told."""

    item: AgendaItem
    given: Given
    basis: str

    @property
    def name(self) -> str:
        """The name that was given."""
        return self.given.get("name", "")

    @property
    def told(self) -> list[tuple[str, str]]:
        """The fields beside the name, with their labels."""
        return [(str(FIELDS[name].label), value) for name, value in self.given.items() if name != "name"]


@dataclass(frozen=True, slots=True)
class Part:
    """One list in the papers: people who are named, how many are not, matters that name nobody.

    `beyond`: how many more stand on the list and not on the agenda.
    """

    title: str
    named: Sequence[Named]
    unnamed: int
    matters: Sequence[AgendaItem]
    beyond: int

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.named) + self.unnamed + len(self.matters)


@dataclass(frozen=True, slots=True)
class Content:
    """The papers of a meeting in one language; `became` and `became_named` of those on the agenda before it."""

    meeting: Meeting
    parts: Sequence[Part]
    to_approve: Sequence[Meeting]
    before: Meeting | None
    became: Sequence[tuple[str, Any, int]]
    became_named: Sequence[Named]


def content_of(meeting: Meeting, language: str, *, at: datetime) -> Content:
    """The papers, in the language that is active; `language` that of the copies."""
    with as_house(at):
        rows = _on(meeting)
        before = held_before(meeting)
        earlier = [one for one in _on(before) if one.became] if before else []
        named = named_among([*rows, *earlier], language, at=at)
        names = {BY_HAND: _("Added by the secretary"), **{one.name: str(one.title) for one in offered(AgendaSource)}}
        by_source: dict[str, list[AgendaItem]] = {}
        for one in rows:
            by_source.setdefault(one.source, []).append(one)
        ordered = [*(one for one in names if one in by_source), *(one for one in by_source if one not in names)]
        parts = [
            _part(names.get(one, one), by_source[one], named, beyond=meeting.beyond.get(one, 0)) for one in ordered
        ]
        counts = Counter({one.person_id: one.became for one in earlier}.values())
        became = [(status, word, counts[code]) for code, (status, word) in WORDS.items() if counts[code]]
        told = {one.person_id: named[one.pk] for one in earlier if one.pk in named}
        return Content(meeting, parts, to_approve(meeting), before, became, list(told.values()))


def named_among(rows: Sequence[AgendaItem], language: str, *, at: datetime) -> dict[UUID, Named]:
    """The lines of which members may read a name now; asked by the house."""
    shared = [one.sharing_id for one in rows if one.sharing_id]
    stand = set(Sharing.objects.filter(pk__in=shared, withdrawn_at=None).values_list("pk", flat=True))
    guarded = guarded_among([one.person_id for one in rows if one.person_id], at=at)
    found = {}
    for one in rows:
        if one.sharing_id in stand and (one.person_id not in guarded or one.guarded_because):
            found[one.pk] = Named(one, _given(one, language), _basis(one))
    return found


def columns() -> list[tuple[str, str]]:
    """What a committee is given of a person: the names of the fields and their labels."""
    return [(name, str(FIELDS[name].label)) for name in RECEIVERS["committee"].fields]


def decisions_of(meeting: Meeting, language: str, *, at: datetime) -> list[tuple[Decision, str]]:
    """What was decided, with the name of whom it is about where members may read it; for minutes."""
    with as_house(at):
        found = list(
            Decision.objects.filter(meeting=meeting).select_related("item__place").prefetch_related("actions__post")
        )
        named = named_among([one.item for one in found if one.item], language, at=at)
        return [(one, _of_what(one, named)) for one in found]


def said_of(meeting: Meeting, language: str, *, at: datetime) -> list[tuple[str, str]]:
    """What the meeting said of the lines: of what, and the words."""
    with as_house(at):
        rows = [one for one in _on(meeting) if one.said]
        named = named_among(rows, language, at=at)
        return [(named[one.pk].name if one.pk in named else one.title or _("A person, not named"), one.said or "")
                for one in rows]  # fmt: skip


def _on(meeting: Meeting) -> list[AgendaItem]:
    rows = AgendaItem.objects.filter(meeting=meeting, standing=Standing.ON)
    return list(rows.select_related("place"))


def _part(title: str, rows: Sequence[AgendaItem], named: Mapping[UUID, Named], *, beyond: int) -> Part:
    people = [one for one in rows if one.person_id]
    shown = [named[one.pk] for one in people if one.pk in named]
    return Part(title, shown, len(people) - len(shown), [one for one in rows if one.person_id is None], beyond)


def _given(item: AgendaItem, language: str) -> Given:
    copy: dict[str, Given] = json.loads(item.copy or "{}")
    return copy.get(language) or copy.get("en") or {}


def _basis(item: AgendaItem) -> str:
    word = str(BASES.get(item.basis, item.basis))
    return f"{word} ({item.basis_says})" if item.basis_says else word


def _of_what(decision: Decision, named: Mapping[UUID, Named]) -> str:
    if decision.person_id is None:
        return decision.item.title if decision.item else ""
    found = named.get(decision.item_id) if decision.item_id else None
    return found.name if found else _("A person, not named")

"""What work says on the lines of the lists: badges, a sentence, where to act; and acts on the lines that are ticked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rihai.kit.actor import Actor
from rihai.kit.offers import RowActs, RowKey, RowSaid, offered
from rihai.screening.models import Finding
from rihai.screening.shown.rows import Row


@dataclass(frozen=True, slots=True)
class Bulk:
    """An act on the ticked lines: its words, and the name of the address they are posted to."""

    word: Any
    url: str


def key_of(finding: Finding) -> RowKey:
    """By what work knows a line: the key of a finding may change with a pack, this does not."""
    return RowKey(person_id=finding.person_id, provision=finding.provision, case_id=finding.case_id)


def with_work(rows: Sequence[Row], *, actor: Actor, on: date) -> list[Row]:
    """The lines with what is said of each by whoever works on them; as many questions as there are offers."""
    keys = list(dict.fromkeys(key_of(row.finding) for row in rows))
    answers = [one.of_rows(actor, keys, on) for one in _offers(actor)] if keys else []
    return [replace(row, work=tuple(_said(key_of(row.finding), answers))) for row in rows]


def bulk_for(actor: Actor) -> list[Bulk]:
    """The acts on ticked lines that the actor may do."""
    return [Bulk(word, url) for one in _offers(actor) for word, url in one.bulk]


def _offers(actor: Actor) -> list[RowActs]:
    return [one for one in offered(RowActs) if not one.capability or actor.may(one.capability)]


def _said(key: RowKey, answers: Sequence[Any]) -> Iterator[RowSaid]:
    for answer in answers:
        if said := answer.get(key):
            yield said

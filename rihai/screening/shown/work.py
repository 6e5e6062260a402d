"""What work says on the lines of the lists: badges, a sentence, where to act; and acts on the lines that are ticked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import Doubt, FactDoubts, RowActs, RowKey, RowSaid, offered
from rihai.kit.templatetags.kit import day
from rihai.law.labels import label
from rihai.screening.models import Finding
from rihai.screening.queries.sums import Missing
from rihai.screening.shown.rows import Doubted, Row, language


@dataclass(frozen=True, slots=True)
class Bulk:
    """An act on the ticked lines: its words, and the name of the address they are posted to."""

    word: Any
    url: str


def key_of(finding: Finding) -> RowKey:
    """By what work knows a line: the key of a finding may change with a pack, this does not."""
    return RowKey(person_id=finding.person_id, provision=finding.provision, case_id=finding.case_id)


def with_work(rows: Sequence[Row], *, actor: Actor, on: date) -> list[Row]:
    """The lines with what is said of each by whoever works on them, and facts in doubt; a question for each offer."""
    keys = list(dict.fromkeys(key_of(row.finding) for row in rows))
    answers = [one.of_rows(actor, keys, on) for one in _offers(actor)] if keys else []
    doubts = [one.of_rows(actor, keys) for one in offered(FactDoubts)] if keys else []
    return [
        replace(row, work=tuple(_said(key_of(row.finding), answers)), doubts=tuple(_doubted(row.finding, doubts)))
        for row in rows
    ]


def doubted(place: int | None, *, actor: Actor) -> list[Missing]:
    """Facts that refusals put in doubt, and of how many people, most people first."""
    counts: Counter[str] = Counter()
    for one in offered(FactDoubts):
        counts.update(one.counted(actor, place))
    return [Missing(fact, people) for fact, people in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def bulk_for(actor: Actor) -> list[Bulk]:
    """The acts on ticked lines that the actor may do."""
    return [Bulk(word, url) for one in _offers(actor) for word, url in one.bulk]


def _offers(actor: Actor) -> list[RowActs]:
    return [one for one in offered(RowActs) if not one.capability or actor.may(one.capability)]


def _said(key: RowKey, answers: Sequence[Any]) -> Iterator[RowSaid]:
    for answer in answers:
        if said := answer.get(key):
            yield said


def _doubted(finding: Finding, answers: Sequence[Mapping[RowKey, Doubt]]) -> Iterator[Doubted]:
    for answer in answers:
        if one := answer.get(key_of(finding)):
            words = {"who": one.who, "fact": label(one.fact, language()), "day": day(one.on)}
            yield Doubted(_("%(who)s doubts %(fact)s: see the refusal of %(day)s.") % words, one.url)

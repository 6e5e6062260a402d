"""Where each fact of a person's page is corrected, and which facts nobody has said yet can be written down."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from rihai.facts import CASE_FACTS, PERSON_FACTS
from rihai.people.models import CriminalCase
from rihai.people.queries.page import CaseFacts, PersonPage, ShownFact
from rihai.people.shown.labels import CASE, PERSON, label
from rihai.people.typed import BY_HAND

FEW = 2
_WRITTEN_AS = {"children": "children_in_prison"}
"""Lists that are written with another fact: the children inside, with their ages beside their number."""


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A fact that nobody has said, and where it is written."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class WrittenCase:
    """A case: its facts, each with the address where it is corrected (empty where it cannot be), what is missing."""

    case_id: str
    facts: tuple[tuple[ShownFact, str], ...]
    missing: tuple[ToWrite, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """What is known and what is missing, each with where it is written; of the classes the reader sees."""

    facts: tuple[tuple[ShownFact, str], ...]
    missing: tuple[ToWrite, ...]
    cases: tuple[WrittenCase, ...]
    source: str = ""  # where most of it comes from, said once


def writing(page: PersonPage) -> Writing:
    """The facts of a person's page with the addresses where they are written."""
    seen = {*page.sight.seen, "ordinary"}
    keys = {row.case_id: row.pk for row in CriminalCase.objects.filter(person=page.person)}
    known = {one.fact for one in page.facts}
    person = str(page.person.pk)
    return Writing(
        facts=tuple((one, _of_person(person, one.fact)) for one in page.facts),
        missing=tuple(
            ToWrite(label(name), _of_person(person, name))
            for name in PERSON
            if name in BY_HAND and name not in known and PERSON_FACTS[name].data_class in seen
        ),
        cases=tuple(_case(person, case, keys.get(case.case_id[:200]), seen) for case in page.cases),
        source=_most_common(page),
    )


def _most_common(page: PersonPage) -> str:
    """The source of most facts; empty where hardly anything is known."""
    sources = Counter(one.source for one in (*page.facts, *(fact for case in page.cases for fact in case.facts)))
    return next((source for source, count in sources.most_common(1) if count > FEW), "")


def _case(person: str, case: CaseFacts, key: UUID | None, seen: set[str]) -> WrittenCase:
    known = {one.fact for one in case.facts}
    missing = tuple(
        ToWrite(label(name), _of_case(person, key, name))
        for name in CASE
        if key and name in BY_HAND and name not in known and CASE_FACTS[name].data_class in seen
    )
    return WrittenCase(case.case_id, tuple((one, _of_case(person, key, one.fact)) for one in case.facts), missing)


def _of_person(person: str, fact: str) -> str:
    fact = _WRITTEN_AS.get(fact, fact)
    return reverse("people:correct", args=[person, fact]) if fact in BY_HAND else ""


def _of_case(person: str, key: UUID | None, fact: str) -> str:
    return reverse("people:correct-case", args=[person, key, fact]) if key and fact in BY_HAND else ""

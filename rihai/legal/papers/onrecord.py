"""What is believed of a person in one case, in the classes the actor sees: what a paper is filled from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from rihai.days import date_of, read_date
from rihai.facts import CASE_FACTS
from rihai.kit.actor import Actor
from rihai.paper.script import ARABIC
from rihai.people.models import Person
from rihai.people.queries.people import person_seen
from rihai.people.queries.records import said_about
from rihai.people.record import Belief, Path, believed, path_text, read_path
from rihai.people.shown import label, source_text, value_text


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as the record has it now: where it stands, its name, its value in words, from where."""

    path: str
    label: str
    value: str
    source: str
    said: str


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A person, a case, and what is believed of both."""

    person: Person
    case_id: str
    beliefs: Mapping[Path, Belief]

    def path_of(self, fact: str) -> Path:
        """Where a fact stands: in the case, or with the person."""
        return Path(self.case_id if fact in CASE_FACTS else "", fact)

    def value(self, fact: str) -> Any:
        """What is believed; None where nothing is."""
        found = self.beliefs.get(self.path_of(fact))
        return found.value if found else None

    def text(self, fact: str) -> str:
        """The same in words, in the reader's language; empty where nothing is known."""
        value = self.value(fact)
        return "" if value is None else value_text(fact, value)

    def day(self, fact: str) -> date | None:
        """A day known to the day; None for anything else."""
        value = self.value(fact)
        span = read_date(value) if value is not None else None
        return date_of(span.earliest) if span and span.exact else None

    def told(self, path: str) -> Told:
        """One fact as it stands now; without value where nothing is known any more."""
        at = read_path(path)
        found = self.beliefs.get(at)
        if found is None:
            return Told(path, label(at.fact), "", "", "")
        return Told(path, label(at.fact), value_text(at.fact, found.value), source_text(found.said), said(found.value))

    def known(self, facts: Iterable[str]) -> list[str]:
        """The paths of those facts that are known, in their order."""
        paths = dict.fromkeys(self.path_of(fact) for fact in facts)
        return [path_text(path) for path in paths if path in self.beliefs]

    def name(self, language: str) -> str:
        """The name in the script of a language, where it is known in both."""
        names = [one for one in (self.person.full_name, self.person.other_script) if one]
        wanted = [one for one in names if is_arabic(one) == (language == "ur")]
        return (wanted or names or [""])[0]


def said(value: Any) -> str:
    """A value as one text by which two are compared."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def is_arabic(text: str) -> bool:
    """Whether a text is written in Arabic script."""
    import re

    return re.search(f"[{ARABIC}]", text) is not None


def on_record(person_id: UUID, case_id: str, *, actor: Actor) -> OnRecord | None:
    """What the actor may know; None for a person they do not see. Without a case named, the only one there is."""
    person = person_seen(person_id, actor=actor)
    if person is None:
        return None
    beliefs = {one.path: one for one in believed(said_about(person.pk, actor=actor))}
    cases = list(dict.fromkeys(path.case_id for path in beliefs if path.case_id))
    return OnRecord(person, case_id or (cases[0] if len(cases) == 1 else ""), beliefs)

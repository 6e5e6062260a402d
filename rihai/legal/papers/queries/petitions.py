"""Petitions the actor sees, and how each stands: fact by fact, confirmed against which paper, or changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.legal.matters.delay import delay_chart, from_facts
from rihai.legal.matters.queries.reach import matters_for
from rihai.legal.papers.drawing import Beside, Confirmed, pleading_of
from rihai.legal.papers.gaps import Given
from rihai.legal.papers.models import Petition, PetitionFact, PetitionFile
from rihai.legal.papers.onrecord import OnRecord, Told, on_record
from rihai.legal.papers.wording import Template, templates
from rihai.paper.pleading import Pleading
from rihai.paper.table import Table
from rihai.people.record import read_path
from rihai.people.record.slices import class_of
from rihai.screening.law.packs import Law, law_on
from rihai.screening.queries.sight import findings_for
from rihai.screening.shown.grounds import Cited, Grounds, cited, grounds_of

CHARTED = "bail_statutory"
"""The petition to which the chart of adjournments belongs."""
OPEN_FACTS = Count("facts", filter=Q(facts__confirmed_at=None))


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact a petition stands on: as the record has it, and its confirmation where one holds.

    `changed`: it was confirmed, and the record says otherwise since.
    """

    told: Told
    row: PetitionFact | None
    holds: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A petition with all it is drawn from."""

    petition: Petition
    template: Template
    record: OnRecord
    cited: Cited | None
    grounds: Grounds | None
    lines: tuple[FactLine, ...]
    law: Law

    @property
    def is_draft(self) -> bool:
        """Whether a fact it stands on is not confirmed as it is now; one that stands on none stays a draft."""
        return not self.lines or not all(one.holds for one in self.lines)

    @property
    def left(self) -> int:
        """How many facts are still to be confirmed."""
        return sum(not one.holds for one in self.lines)


def petitions_for(actor: Actor) -> QuerySet[Petition]:
    """The petitions of the people whose legal class the actor sees; one of a matter is shown to its team alone."""
    ours = Q(matter=None) | Q(matter__in=matters_for(actor))
    return Petition.objects.filter(sees(actor, DataClass.LEGAL), ours)


def listed(actor: Actor, *, mine: bool, filed: bool, most: int) -> list[Petition]:
    """For a list, newest first, with their people and how many facts are open; a constant number of queries."""
    found = petitions_for(actor).filter(dropped_at=None, filed_on__isnull=not filed)
    if mine:
        found = found.filter(made_by=actor.pk)
    return list(found.select_related("person", "person__held_at").annotate(left=OPEN_FACTS)[:most])


def petition_seen(petition_id: UUID, *, actor: Actor) -> Petition | None:
    """One petition with its files; None for one the actor does not see."""
    files = Prefetch("files", queryset=PetitionFile.objects.select_related("stored"))
    found = petitions_for(actor).select_related("person", "matter").prefetch_related("facts", files)
    return found.filter(pk=petition_id).first()


def standing(petition: Petition, *, actor: Actor, on: date) -> Standing | None:
    """How a petition that the actor sees stands today; texts in the language that is active."""
    record = on_record(petition.person_id, petition.case_id, actor=actor)
    if record is None:
        return None
    law = law_on(on)
    grounds = grounds_for(petition.person_id, petition.provision, petition.case_id, actor=actor, law=law)
    template = templates()[petition.template]
    told = grounds.cited if grounds else cited(petition.provision, law)
    rows = {one.path: one for one in petition.facts.all()}
    kept = [path for path, row in rows.items() if row.confirmed_at]
    lines = tuple(_line(record.told(path), rows.get(path)) for path in asked(record, template, told, kept))
    return Standing(petition, template, record, told, grounds, lines, law)


def grounds_for(person_id: UUID, provision: str, case_id: str, *, actor: Actor, law: Law) -> Grounds | None:
    """How a provision stands for a person; None where nothing is found that the actor sees."""
    found = findings_for(actor).filter(person=person_id, provision=provision).select_related("person", "place")
    finding = next((one for one in found if one.case_id in {case_id, ""}), None)
    return grounds_of(finding, actor=actor, law=law) if finding else None


def fitting(person_id: UUID, template: Template, provision: str, case_id: str, *, actor: Actor) -> tuple[str, str]:
    """The provision and case a paper from a template rests on: those named, else what is found under one of its own."""
    if provision in template.provisions:
        return provision, case_id
    found = findings_for(actor).filter(person=person_id, provision__in=template.provisions)
    one = (found.filter(case_id=case_id) if case_id else found).order_by("rank", "pk").first()
    return (one.provision, one.case_id) if one else (next(iter(template.provisions), ""), case_id)


def asked(record: OnRecord, template: Template, told: Cited | None, rows: Iterable[str] = ()) -> list[str]:
    """The paths of the facts a petition stands on: those known now, and those of `rows`, confirmed before and gone.

    What is of class health stands in no petition: it goes to those who treat the person, and to the board.
    """
    known = record.known((*template.facts, *(told.facts if told else ())))
    allowed = [path for path in known if class_of(read_path(path).fact) != DataClass.HEALTH]
    return list(dict.fromkeys([*allowed, *rows]))


def _line(told: Told, row: PetitionFact | None) -> FactLine:
    was = row is not None and row.confirmed_at is not None
    holds = was and row is not None and row.said == told.said
    changed = (was and not holds) or (row is not None and row.reopened_at is not None and not was)
    return FactLine(told, row, holds, changed)


def drawn(found: Standing, *, language: str, on: date) -> Pleading:
    """The petition as it is printed today, in a language that must be active."""
    petition = found.petition
    given = Given(
        found.record, found.cited, found.grounds, language, on, court=petition.court, counsel=petition.counsel
    )
    beside = Beside(
        added=petition.added or "",
        facts=[_confirmed(one) for one in found.lines],
        papers=frozenset(one.row.paper for one in found.lines if one.row and one.holds),
        delay=adjournments(found.record, on) if petition.template == CHARTED else None,
        is_draft=found.is_draft,
    )
    return pleading_of(found.template, given, beside)


def _confirmed(line: FactLine) -> Confirmed:
    if line.row is None or not line.holds:
        return Confirmed(line.told.label, line.told.value)
    return Confirmed(line.told.label, line.told.value, line.row.paper, line.row.page)


def adjournments(record: OnRecord, on: date) -> Table | None:
    """By whose act the trial was put off, as far as the record has it."""
    told: Any = record.value("adjournments")
    items = from_facts(told if isinstance(told, list) else (), next_hearing_on=record.day("next_hearing_on"))
    return delay_chart(items, as_of=on).as_table() if items else None

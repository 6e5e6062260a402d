"""Takes in what a prison answers on the sheet that asked it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import keep
from rihai.kit.offers import Done
from rihai.people.models import CriminalCase, Person, SourceKind
from rihai.people.operations import Source, state
from rihai.people.operations.entering import guard_by_section
from rihai.people.projection import project
from rihai.people.queries.people import people_for
from rihai.people.record import read_path
from rihai.screening.answers import Answered, Read, Unread
from rihai.screening.operations.stale import mark_stale, start_screening

ACT = "screening.answers.taken_in"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a sheet: answers kept, of how many people, and every cell that was not."""

    answers: int
    people: int
    unread: tuple[Unread, ...]


@transaction.atomic
def take_answers(*, content: bytes, name: str, read: Read, true_on: date, actor: Actor, at: datetime) -> TakenIn:
    """Keep the answers as statements of a document, each with its line and text; whoever they are about is screened.

    A line about somebody the actor does not see, or about a case that is not on record, is not taken in, and said to be
    so. Raises FileRefused for a file that cannot be kept.
    """
    stored = keep(content, name=name, data_class=DataClass.PERSONAL, actor=actor, at=at)
    seen = set(people_for(actor, at=at).filter(pk__in=list(read.people)).values_list("pk", flat=True))
    cases = set(CriminalCase.objects.filter(person__in=seen).values_list("person_id", "case_id"))
    unread, kept, answers = list(read.unread), [], 0
    facts: set[str] = set()
    for person_id, one in read.people.items():
        gone = [case_id for case_id in one.cases if (person_id, case_id) not in cases]
        if person_id not in seen or gone:
            unread.append(Unread(one.row, "", "", _("Nobody you see has this reference and this case.")))
            continue
        state(person_id, one.record, _source(one, name, stored.pk, true_on, actor, at), raw=one.raw)
        guard_by_section(person_id, one.record, actor=actor, at=at)
        kept.append(person_id)
        answers += len(one.raw)
        facts |= {read_path(text).fact for text in one.raw}
    with as_house(at):
        Person.objects.filter(pk__in=kept).update(version=F("version") + 1)
        project(kept)
    mark_stale(kept, at=at)
    start_screening(because=ACT, at=at)
    after(
        Done(act="people.facts.corrected", actor=actor, at=at, person_ids=tuple(kept), detail={"facts": sorted(facts)})
    )
    detail = {"file": stored.pk, "answers": answers, "people": len(kept), "unread": len(unread)}
    append(ACT, actor=actor, at=at, subject=stored.pk, kind="kit.file", detail=detail)
    return TakenIn(answers, len(kept), tuple(unread))


def _source(one: Answered, name: str, file_id: UUID, true_on: date, actor: Actor, at: datetime) -> Source:
    return Source(
        kind=SourceKind.DOCUMENT, at=at, by=actor.pk, by_name=actor.name[:120], true_on=true_on,
        source_id=file_id, title=name, sheet=one.sheet, row=one.row,
    )  # fmt: skip

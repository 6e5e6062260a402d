"""A case is written into the line list, and changed as more is known; either may cross a threshold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.sight import sight_of
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.monitoring.disease.known import diseases
from rihai.monitoring.disease.models import DiseaseCase, Isolation, Outcome, Result, Status
from rihai.monitoring.disease.operations.watching import watch
from rihai.monitoring.disease.queries import DISEASE, case_seen
from rihai.monitoring.errors import NoSuchCase, NothingSaid
from rihai.monitoring.reach import places_for
from rihai.people.models import Person
from rihai.people.queries.people import person_seen
from rihai.places.models import Place

FIELDS = [
    "code", "status", "onset_on", "seen_on", "counted_on", "test", "result", "barrack", "isolation", "isolated_on",
    "contacts", "outcome", "note",
]  # fmt: skip


MOST = 50
"""Changes of a line that are kept beside it."""


@transaction.atomic
def write_case(*, said: Mapping[str, Any], person_id: UUID | None = None, actor: Actor, at: datetime) -> DiseaseCase:
    """A new line: of a person whose health the actor sees, or under a code. Raises NoSuchCase, NothingSaid."""
    if not actor.may(DISEASE):
        raise nothing()
    person = _person(person_id, actor, at)
    place = said.get("place") or (person.held_at if person else None)
    if not isinstance(place, Place) or not places_for(actor, DISEASE).filter(pk=place.pk).exists():
        raise NothingSaid(_("Choose the prison; it is one where you work."))
    if said.get("disease") not in diseases():
        raise NothingSaid(_("Choose the disease."))
    if person is None and not str(said.get("code") or "").strip():
        raise NothingSaid(_("Name the person, or write the code under which the prison lists them."))
    made = DiseaseCase(
        place=place, person=person, made_for=person.pk if person else None, disease=said["disease"],
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    _take(made, said, at)
    made.save()
    watch(made, actor=actor, at=at)
    append("monitoring.case.written", actor=actor, at=at, subject=made.pk, kind="diseasecase")
    return made


@transaction.atomic
def change_case(*, case_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> DiseaseCase:
    """What is known of it now. Raises NoSuchCase, NothingSaid, Changed."""
    if case_seen(case_id, actor=actor, at=at) is None:
        raise nothing()
    found = DiseaseCase.objects.select_for_update(of=("self",)).select_related("place").get(pk=case_id)
    before = {name: str(getattr(found, name) or "") for name in FIELDS}
    _take(found, said, at)
    changed = {name: was for name, was in before.items() if was != str(getattr(found, name) or "")}
    found.history = [*found.history, {"by": found.by_name, "at": found.at.isoformat(), "was": changed}][-MOST:]
    found.by_name, found.at = actor.name[:120], at
    save_if_unchanged(found, version=version, fields=[*FIELDS, "history", "by_name", "at"])
    watch(found, actor=actor, at=at)
    append("monitoring.case.changed", actor=actor, at=at, subject=found.pk, kind="diseasecase")
    return found


def nothing() -> NoSuchCase:
    """There is no such line or alert, for this actor."""
    return NoSuchCase(_("There is no such case."))


def _take(row: DiseaseCase, said: Mapping[str, Any], at: datetime) -> None:
    onset, seen, today = said.get("onset_on"), said.get("seen_on"), local_day(at)
    if said.get("status") not in Status.values or not isinstance(seen, date):
        raise NothingSaid(_("Say how sure it is, and on which day it was seen."))
    if seen > today or (onset is not None and onset > seen):
        raise NothingSaid(_("It began before it was seen, and neither lies ahead. Check both days."))
    row.status, row.onset_on, row.seen_on, row.counted_on = said["status"], onset, seen, onset or seen
    result, isolation, outcome = (str(said.get(name) or "") for name in ("result", "isolation", "outcome"))
    row.result = result if result in Result.values else ""
    row.isolation = isolation if isolation in Isolation.values else Isolation.NO
    row.outcome = outcome if outcome in Outcome.values else Outcome.ILL
    row.isolated_on, row.contacts = said.get("isolated_on"), said.get("contacts")
    for name in ("code", "test", "barrack", "note"):
        setattr(row, name, str(said.get(name) or "").strip())


def _person(person_id: UUID | None, actor: Actor, at: datetime) -> Person | None:
    if person_id is None:
        return None
    person = person_seen(person_id, actor=actor, at=at)
    if person is None or DataClass.HEALTH not in sight_of(actor, person.pk, at=at).seen:
        raise nothing()
    with as_house(at):
        return Person.objects.select_related("held_at").get(pk=person.pk)

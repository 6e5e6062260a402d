"""What goes along when two persons turn out to be one, and back when they were two after all: one table of the room.

A row keeps who it was written for. A merge gives it to the person kept; parting gives back what was written for the
other, or for whoever had been merged into the other before. What came after the merge stays with the person kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework import models as kept
from rihai.casework.health.operations.following import leave_one_open, open_again
from rihai.casework.survivors.operations.following import move_records, records_of, written_for
from rihai.errors import Refused
from rihai.kit.offers import Done
from rihai.people.queries.people import everybody_in

PART = 5_000
"""People asked of at once; a query of SQLite has 32,766 gaps and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One table: the column with the person, the column with who it was written for.

    A row that names two persons never comes to name one twice: it stays where `other` is the person kept already.
    `holds` says whether a row is work on which a list that brought the person rests.
    """

    model: Any
    person: str = "person"
    first: str = "made_for"
    other: str = ""
    holds: bool = True

    def carry(self, keep: UUID, gone: UUID) -> None:
        """Rows of the one are the other's."""
        twice = Q(**{self.other: keep}) if self.other else Q(pk__in=())
        self.model._default_manager.filter(**{self.person: gone}).exclude(twice).update(**{self.person: keep})

    def give_back(self, keep: UUID, gone: UUID, once: Iterable[UUID]) -> None:
        """Rows written for the other go back."""
        rows = self.model._default_manager.filter(**{self.person: keep, f"{self.first}__in": once})
        rows.update(**{self.person: gone})

    def has(self, person_ids: Iterable[UUID]) -> bool:
        """Whether there is a row of any of these people."""
        return bool(self.model._default_manager.filter(**{f"{self.person}__in": person_ids}).exists())


def _all(*models: Any, **how: Any) -> tuple[Carried, ...]:
    return tuple(Carried(model=model, **how) for model in models)


TABLES = (
    *_all(kept.Case, kept.Intake, first="first_person_id"),
    *_all(kept.RegisterRow, first="first_person_id", holds=False),
    *_all(kept.Enrolment, kept.StageEntry, kept.Referral, kept.JobPlacement, kept.MaterialHelp, first="first_person"),
    *_all(kept.Member, kept.Attendance, kept.Remark, kept.Certificate, first="first_person"),
    Carried(model=kept.Apart, person="one", first="first_one", other="other"),
    Carried(model=kept.Apart, person="other", first="first_other", other="one"),
    *_all(kept.Assessment, kept.Assessed, kept.Plan, kept.Need, kept.Goal, kept.Step, kept.PlanReview),
    *_all(kept.PlanChange, kept.PlanPaper, kept.FirstDays, kept.FirstDaysHealth, kept.AtOnce),
    *_all(kept.MentoringWish, kept.MentorMatch, kept.MentorMeeting, kept.MentorConcern, kept.Volunteer,
          first="first_person_id"),
    *_all(kept.ReleasePlan, kept.PlanPoint, kept.CareWord, kept.MayBeTold, kept.HandoverMeeting, kept.FollowUp,
          kept.OfficerDay, kept.FamilyTie, kept.ChildOutside, kept.FamilyContact, holds=False),
    *_all(kept.HealthNeed, kept.Appointment, kept.HealthReferral, kept.SupportPlan, kept.DutyLine, kept.Look),
    *_all(kept.Pregnancy, kept.Baby, kept.Dose),
)  # fmt: skip
"""Every table of the room with a person; sealed records, whose person nobody may look for, go by their blind index."""


def follow_merge(done: Done) -> None:
    """Everything of the one that is gone is of the one that is kept; grants were moved with the person."""
    keep, gone = done.person_ids
    with as_house(done.at):
        leave_one_open(keep, gone, done)
        for table in TABLES:
            table.carry(keep, gone)
        move_records(records_of(gone), keep)


def follow_parting(done: Done) -> None:
    """They were two after all: what was written for the one who was gone goes back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        once = everybody_in(gone)
        for table in TABLES:
            table.give_back(keep, gone, once)
        move_records(written_for(keep, once), gone)
        for person_id in (keep, gone):
            open_again(person_id)


def nothing_is_built(done: Done) -> None:
    """Raises Refused where we work with people whom an undone list would take away.

    Release plans begin by themselves and have a rule of their own; a register's row does not rest on the person.
    """
    ids = list(done.person_ids)
    with as_house(done.at):
        parts = [ids[start : start + PART] for start in range(0, len(ids), PART)]
        if any(table.has(part) for part in parts for table in TABLES if table.holds):
            raise Refused(_("We work with people of this list. Correct what is wrong person by person."))

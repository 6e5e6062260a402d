"""Volunteers as pages show them: the list, one file with what is still wanted, and what runs out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring.models import (
    Answer,
    CheckKind,
    CheckResult,
    MentorAgreement,
    MentorCheck,
    MentorDecision,
    MentorMatch,
    MentorReference,
    MentorSupervision,
    MentorTraining,
    Volunteer,
    VolunteerState,
)
from rihai.casework.mentoring.models.codes import LIVE
from rihai.casework.mentoring.queries.reach import matches_for, volunteers_for
from rihai.casework.mentoring.standing import REFERENCES, SOON, Held
from rihai.kit.actor import Actor

TABS = ("applied", "in_force", "running_out", "others")
PAGE = 100
SEALED = ("phone", "own_cases")
"""What a list does not show, and does not open."""


@dataclass(frozen=True, slots=True)
class VolunteerRow:
    """A volunteer in a list: what does not hold today, what runs out, with how many people she is."""

    volunteer: Volunteer
    lacking: tuple[str, ...]
    running_out: tuple[tuple[str, date], ...]
    people: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that is needed before a volunteer may meet anybody, whether it is there, and the page where it is done.

    `page` is the last part of the name of an address that takes the volunteer's key.
    """

    code: str
    done: bool
    page: str


@dataclass(frozen=True, slots=True)
class VolunteerPage:
    """One volunteer's file."""

    volunteer: Volunteer
    held: Held
    lacking: tuple[str, ...]
    running_out: tuple[tuple[str, date], ...]
    wanted: tuple[Wanted, ...]
    references: Sequence[MentorReference]
    checks: Sequence[MentorCheck]
    decisions: Sequence[MentorDecision]
    trainings: Sequence[MentorTraining]
    agreements: Sequence[MentorAgreement]
    supervisions: Sequence[MentorSupervision]
    matches: Sequence[MentorMatch]

    @property
    def next_wanted(self) -> Wanted | None:
        """What is to be done next."""
        return next((one for one in self.wanted if not one.done), None)

    @property
    def has_record(self) -> bool:
        """Whether a record was shown; it does not exclude."""
        return any(one.result == CheckResult.RECORD for one in self.checks)


def held_of(volunteer: Volunteer) -> Held:
    """Until when vetting, training and agreement hold."""
    return Held(
        volunteer.state == VolunteerState.ACCEPTED, volunteer.vetted_until, volunteer.trained_until,
        volunteer.agreed_until,
    )  # fmt: skip


def in_force(on: date) -> Q:
    """Volunteers who may be matched on a day."""
    return Q(state=VolunteerState.ACCEPTED, vetted_until__gt=on, trained_until__gt=on, agreed_until__gt=on)


def running_out(on: date) -> Q:
    """Accepted volunteers of whom something runs out within thirty days, or has run out."""
    last = on + SOON
    part = Q(vetted_until__lte=last) | Q(trained_until__lte=last) | Q(agreed_until__lte=last)
    return Q(state=VolunteerState.ACCEPTED) & part


def list_volunteers(tab: str, *, actor: Actor, on: date) -> tuple[list[VolunteerRow], dict[str, int]]:
    """The volunteers under one tab by name, and how many there are under each; a constant number of queries."""
    found = volunteers_for(actor)
    parts = {
        "applied": Q(state=VolunteerState.APPLIED),
        "in_force": in_force(on),
        "running_out": running_out(on),
        "others": Q(state__in=(VolunteerState.DECLINED, VolunteerState.LEFT))
        | (Q(state=VolunteerState.ACCEPTED) & ~in_force(on) & ~running_out(on)),
    }
    counts = found.aggregate(**{name: Count("pk", filter=part) for name, part in parts.items()})
    return rows_of(found.filter(parts[tab])[:PAGE], on), counts


def rows_of(found: QuerySet[Volunteer], on: date) -> list[VolunteerRow]:
    """Rows of a list; with how many people each is, is counted as the house, for people the asker does not see too."""
    rows = list(found.select_related("place").defer(*SEALED))
    with as_house(asked_at()):
        live = MentorMatch.objects.filter(volunteer__in=[one.pk for one in rows], state__in=LIVE)
        people = dict(live.order_by().values_list("volunteer").annotate(n=Count("pk")))
    return [
        VolunteerRow(one, held_of(one).lacking(on), held_of(one).running_out(on), people.get(one.pk, 0)) for one in rows
    ]


def volunteer_page(volunteer_id: UUID, *, actor: Actor, on: date) -> VolunteerPage | None:
    """The file of a volunteer; None for one who is not the actor's to see."""
    found = volunteers_for(actor).select_related("place", "district", "account").filter(pk=volunteer_id).first()
    if found is None:
        return None
    held = held_of(found)
    references = list(found.mentorreference_rows.all())
    checks = list(found.mentorcheck_rows.order_by("-made_at"))
    matches = matches_for(actor).filter(volunteer=found).select_related("person").order_by("-proposed_on")
    return VolunteerPage(
        volunteer=found, held=held, lacking=held.lacking(on), running_out=held.running_out(on),
        wanted=wanted_of(found, references, checks, on), references=references, checks=checks,
        decisions=list(found.mentordecision_rows.order_by("-made_at")),
        trainings=list(found.mentortraining_rows.order_by("-on")),
        agreements=list(found.mentoragreement_rows.order_by("-signed_on")),
        supervisions=list(found.mentorsupervision_rows.order_by("-on")[:12]), matches=list(matches[:20]),
    )  # fmt: skip


def wanted_of(
    volunteer: Volunteer, references: Sequence[MentorReference], checks: Sequence[MentorCheck], on: date
) -> tuple[Wanted, ...]:
    """What is needed, in the order in which it is done."""
    newest = newest_of(checks)
    held = held_of(volunteer)
    lacking = held.lacking(on)
    good = sum(one.answer == Answer.GOOD for one in references)
    is_accepted = volunteer.state == VolunteerState.ACCEPTED and "vetted" not in lacking
    return (
        Wanted("references", good >= REFERENCES, "mentor-reference"),
        *(Wanted(str(kind), is_enough(newest, kind), "mentor-check") for kind in CheckKind),
        Wanted("decision", is_accepted, "mentor-decide"),
        Wanted("training", "trained" not in lacking, "mentor-training"),
        Wanted("agreement", "agreed" not in lacking, "mentor-agreement"),
    )


def newest_of(checks: Sequence[MentorCheck]) -> dict[str, MentorCheck]:
    """The newest check of each kind."""
    return {one.kind: one for one in sorted(checks, key=lambda one: (one.made_at, one.pk))}


def is_enough(newest: dict[str, MentorCheck], kind: str) -> bool:
    """Whether a check of a kind was made and stands in nobody's way; a record does not."""
    check = newest.get(kind)
    return check is not None and check.result in {CheckResult.CLEAR, CheckResult.RECORD}


def mentors_in_force(actor: Actor, on: date) -> int:
    """How many may be matched today."""
    return volunteers_for(actor).filter(in_force(on)).count()

"""What stands of services: of one person, of one service, and what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, QuerySet, Sum

from rihai.accounts.queries import sees
from rihai.casework.services.catalogue import catalogue
from rihai.casework.services.models import (
    Employer,
    Enrolment,
    JobPlacement,
    MaterialHelp,
    PartnerService,
    Referral,
    ReferralState,
)
from rihai.casework.services.queries.reach import rows_for
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.places.models import Inside

PAGE = 50
CHECKED = timedelta(days=180)
"""From so many days on, an entry of a directory is to be checked again."""
LAWYER = "legal.matters"


@dataclass(frozen=True, slots=True)
class OfPerson:
    """What a person has and had of services, the newest first, as far as the actor sees it."""

    enrolments: list[Enrolment]
    referrals: list[Referral]
    help: list[MaterialHelp]
    jobs: list[JobPlacement]


def of_person(person_id: UUID, *, actor: Actor, case_id: UUID | None = None) -> OfPerson:
    """Everything of one person; with `case_id`, what was done under that case."""
    only = {"person": person_id} if case_id is None else {"case": case_id}
    jobs = rows_for(JobPlacement, actor).filter(person=person_id).select_related("employer")
    return OfPerson(
        list(rows_for(Enrolment, actor).filter(**only).select_related("place", "worker")[:PAGE]),
        list(rows_for(Referral, actor).filter(**only)[:PAGE]),
        list(rows_for(MaterialHelp, actor).filter(**only)[:PAGE]),
        [] if case_id else list(jobs[:PAGE]),
    )


def enrolment_seen(enrolment_id: UUID, *, actor: Actor) -> Enrolment | None:
    """One enrolment; None for one the actor may not see."""
    rows = rows_for(Enrolment, actor).select_related("person__held_at", "place", "worker", "case", "evidence")
    return rows.filter(pk=enrolment_id).first()


def in_service(service_id: str, *, actor: Actor) -> list[Enrolment]:
    """Who is in a service now, by name, as far as the actor sees them."""
    rows = rows_for(Enrolment, actor).filter(service=service_id, ended_on=None).select_related("person__held_at")
    return list(rows.order_by("person__full_name", "pk")[:PAGE])


def counts_now(actor: Actor) -> dict[str, int]:
    """How many people are in each service now, by its id."""
    rows = rows_for(Enrolment, actor).filter(ended_on=None).order_by()
    return dict(rows.values_list("service").annotate(n=Count("person", distinct=True)))


def remission_waiting(actor: Actor) -> QuerySet[Enrolment]:
    """Finished courses that may earn remission and of which no lawyer took notice, for lawyers who see the person."""
    if not actor.may(LAWYER):
        return Enrolment.objects.none()
    earning = [one.id for one in catalogue().values() if one.earns_remission]
    rows = Enrolment.objects.filter(sees(actor), data_class=DataClass.PERSONAL, is_finished=True, remission_at=None)
    return rows.filter(service__in=earning).select_related("person__held_at").order_by("ended_on", "pk")


def referrals_listed(actor: Actor, *, state: str = "", way: str = "") -> list[Referral]:
    """Referrals, the newest first."""
    rows = rows_for(Referral, actor).select_related("person")
    if state:
        rows = rows.filter(state=state)
    return list((rows.filter(way=way) if way else rows)[:PAGE])


def referral_seen(referral_id: UUID, *, actor: Actor) -> Referral | None:
    """One referral; None for one the actor may not see."""
    rows = rows_for(Referral, actor).select_related("person__held_at", "partner__body", "case")
    return rows.filter(pk=referral_id).first()


def unanswered(actor: Actor, *, on: date) -> QuerySet[Referral]:
    """Referrals whose answer is due; those sent to us wait for ours at once."""
    rows = rows_for(Referral, actor).filter(state=ReferralState.SENT).select_related("person__held_at")
    return (rows.filter(way=Referral.Way.IN) | rows.filter(due_on__lte=on)).order_by("due_on", "pk")


def partners_to_tell(actor: Actor) -> QuerySet[Referral]:
    """Referrals that went out on a consent since taken back, of which the partner was not told."""
    rows = rows_for(Referral, actor).filter(withdrawn_at__isnull=False, partner_told_at=None, way=Referral.Way.OUT)
    return rows.select_related("person__held_at").order_by("withdrawn_at", "pk")


def help_listed(actor: Actor, *, fund: str = "") -> list[MaterialHelp]:
    """What was given, the newest first."""
    rows = rows_for(MaterialHelp, actor).select_related("person")
    return list((rows.filter(fund=fund) if fund else rows)[:PAGE])


def funds(actor: Actor) -> list[tuple[str, str, Decimal, int]]:
    """Each fund with its currency, the worth given out of it and to how many people."""
    rows = rows_for(MaterialHelp, actor).order_by().values_list("fund", "currency")
    return sorted(rows.annotate(total=Sum("worth"), people=Count("person", distinct=True)))


def employers(*, district: int | None = None) -> list[Employer]:
    """The employers that give work, by name."""
    rows = Employer.objects.filter(ended_on=None).select_related("district")
    return list(_in(rows, "district", district)[: PAGE * 4])


def partners(*, district: int | None = None, service_id: str = "") -> list[PartnerService]:
    """The partners by body and service."""
    rows = PartnerService.objects.filter(ended_on=None).select_related("body__within")
    if service_id:
        rows = rows.filter(service=service_id)
    return list(_in(rows, "body", district)[: PAGE * 4])


def _in(rows: QuerySet, column: str, place: int | None) -> QuerySet:  # type: ignore[type-arg]
    if place is None:
        return rows
    return rows.filter(**{f"{column}__in": Inside.objects.filter(outer=place).values("inner_id")})

"""What the caseworker of the fictional office has given: services, a referral, a kit, work, two directories; once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.services.models import Employer, Enrolment, PartnerService
from rihai.casework.services.operations import (
    Ground,
    end_enrolment,
    enrol,
    give_help,
    keep_employer,
    keep_partner,
    place_in_job,
    send_referral,
)
from rihai.people.models import Person
from rihai.people.operations import give_consent
from rihai.people.queries.people import people_for
from rihai.places.kinds import Kind
from rihai.places.models import Place

LEARNERS = 14
ATTENDED = ("stress_management", "life_skills", "human_rights_awareness")


@transaction.atomic
def play_services(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played or nobody is there."""
    worker = Account.objects.get(email="caseworker@rihai.example")
    with as_house(at):
        if Enrolment.objects.exists():
            return False
    with acting_as(worker, at):
        held = people_for(worker, at=at).filter(held_at__isnull=False, sex="female").order_by("pk")
        people = list(held[:LEARNERS])
        if len(people) < LEARNERS:
            return False
        partner, employer = _directories(worker, at)
        _enrolments(people, worker, at)
        _given(people, partner, employer, worker, at)
    return True


def _directories(worker: Account, at: datetime) -> tuple[PartnerService | None, Employer]:
    """Who helps and who gives work in the invented district."""
    today = localdate(at)
    body = Place.objects.filter(kind=Kind.PARTNER_BODY, invented=True).order_by("pk").first()
    district = body.within if body else Place.objects.filter(kind=Kind.DISTRICT).order_by("pk").first()
    assert district is not None, "the seed holds every district"
    for name, trades in (("Misali Stitching Works", "tailoring, packing"), ("Namoona Kitchen", "cooking, cleaning")):
        employer = keep_employer(
            employer_id=None, actor=worker, at=at,
            said={"name": f"{name} (invented)", "district": district, "trades": trades,
                  "terms": "six days, lunch, bus", "contact": "Farida Misali", "phone": "", "checked_on": today},
        )  # fmt: skip
    partner = body and keep_partner(
        partner_id=None, actor=worker, at=at,
        said={"body": body, "service": "legal_aid", "needs_told": ["name", "age", "contact"],
              "reached_how": "desk at the gate, mornings", "answers_in_days": 14, "checked_on": today},
    )  # fmt: skip
    return partner or None, employer


def _enrolments(people: list[Person], worker: Account, at: datetime) -> None:
    """All of them learn a trade; some come to a second service; two have finished."""
    today = localdate(at)
    for place, person in enumerate(people):
        row = _enrol(person, "skills_training", today - timedelta(days=70), worker, at)
        if place < len(ATTENDED) * 2:
            _enrol(person, ATTENDED[place % len(ATTENDED)], today - timedelta(days=30), worker, at)
        if place >= LEARNERS - 2:
            end_enrolment(
                enrolment_id=row.pk, version=1, outcome_id="finished", on=today, actor=worker, at=at,
                note="Sews a shalwar kameez alone.",
            )  # fmt: skip


def _enrol(person: Person, service: str, on: date, worker: Account, at: datetime) -> Enrolment:
    return enrol(person_id=person.pk, service_id=service, started_on=on, wishes=True, actor=worker, at=at)


def _given(
    people: list[Person], partner: PartnerService | None, employer: Employer, worker: Account, at: datetime
) -> None:
    """A consent and a referral that stands on it; a kit; work that waits outside."""
    today, first = localdate(at), people[0]
    consent = give_consent(
        person_id=first.pk, purpose="care", recipient="the district bar’s legal aid", classes=["personal"],
        given_how="thumb-print", started_on=today - timedelta(days=20), actor=worker, at=at,
    )[0]  # fmt: skip
    if partner is not None:
        send_referral(
            person_id=first.pk, partner_id=partner.pk, asked="A lawyer for her bail (invented)",
            fields=["name", "contact"], ground=Ground("consent", consent.pk), on=today - timedelta(days=16),
            actor=worker, at=at,
        )  # fmt: skip
    for person, what, worth in (
        (people[1], "clothes, soap, a blanket", "3500"),
        (people[2], "sewing machine", "21000"),
    ):
        give_help(
            person_id=person.pk, actor=worker, at=at,
            said={"kind": "tools" if "machine" in what else "kit", "what": f"{what} (invented)", "fund": "Zakat 2026",
                  "worth": Decimal(worth), "currency": "PKR", "given_on": today - timedelta(days=3),
                  "given_by_name": worker.name, "witness": "Amna Namoona", "proof": "thumb"},
        )  # fmt: skip
    place_in_job(
        person_id=people[-1].pk, employer_id=employer.pk, trade="tailor", told="herself", on=today, actor=worker, at=at
    )

"""Invented people for the tests of papers, and what is done with them in a line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from rihai.kit.actor import Actor
from rihai.legal.papers.models import Pack, Petition
from rihai.legal.papers.operations import Basis, begin_pack, confirm_facts, draw_up, put_in
from rihai.legal.papers.queries.petitions import Standing, petition_seen, standing
from rihai.people.models import Consent, Person
from rihai.people.operations import give_consent
from rihai.screening.models import Finding
from tests.people.world import World
from tests.screening.cast import keep, woman

CASE = "51/26 Saddar"


def told_woman(today: date, **more: Any) -> dict[str, Any]:
    """A woman held six months and a day, with all that a petition is filled from."""
    record = woman(today, father_or_husband_name="Karim Farzi", relation_to_named="daughter_of")
    record["cases"][0].update(
        fir_number="51/2026", fir_date=(today - timedelta(days=190)).isoformat(), police_station="Saddar",
        court="Sessions Court Gulistan", next_hearing_on=(today + timedelta(days=7)).isoformat(),
    )  # fmt: skip
    return {**record, **more}


def keep_woman(world: World, actor: Actor, **more: Any) -> Person:
    """The woman, typed in today."""
    return keep(told_woman(timezone.localdate(), **more), world.gulzar, actor)


def delay_finding(person: Person) -> Finding:
    """What the delay proviso says of her."""
    return Finding.objects.get(person=person, provision="crpc_497_delay_general")


def petition_of(person: Person, actor: Actor, template: str = "bail_statutory", language: str = "ur") -> Petition:
    """A petition drawn up today."""
    return draw_up(
        person_id=person.pk, template=template, provision="crpc_497_delay_general", case_id=CASE, language=language,
        on=timezone.localdate(), actor=actor, at=timezone.now(),
    )  # fmt: skip


def standing_of(petition_id: UUID, actor: Actor) -> Standing:
    """How it stands today."""
    petition = petition_seen(petition_id, actor=actor)
    assert petition is not None
    found = standing(petition, actor=actor, on=timezone.localdate())
    assert found is not None
    return found


def confirm_all(petition: Petition, actor: Actor) -> None:
    """Every fact confirmed against the FIR."""
    found = standing_of(petition.pk, actor)
    confirm_facts(
        petition_id=petition.pk, papers={one.told.path: ("fir", "2") for one in found.lines},
        on=timezone.localdate(), actor=actor, at=timezone.now(),
    )  # fmt: skip


def consent_of(person: Person, actor: Actor, recipient: str = "the trial court") -> Consent:
    """Her consent to legal help, of today."""
    return give_consent(
        person_id=person.pk, purpose="legal", recipient=recipient, classes=["personal"], given_how="thumb print",
        started_on=timezone.localdate(), actor=actor, at=timezone.now(),
    )[0]  # fmt: skip


def pack_for(receiver: str, actor: Actor, language: str = "en") -> Pack:
    """An empty pack."""
    today = timezone.localdate()
    return begin_pack(
        receiver=receiver, receiver_name="Sessions Court Gulistan", place=None, purpose="bail for delay",
        language=language, use_until=today + timedelta(days=30), actor=actor, at=timezone.now(),
    )  # fmt: skip


def put(pack: Pack, person: Person, basis: Basis, actor: Actor) -> Any:
    """Her in the pack, for the delay proviso."""
    return put_in(
        pack_id=pack.pk, person_id=person.pk, case_id=CASE, provision="crpc_497_delay_general", basis=basis,
        on=timezone.localdate(), actor=actor, at=timezone.now(),
    )  # fmt: skip

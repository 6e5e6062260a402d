"""What is known of who comes to a programme, as far as the actor sees it; and which consents are there."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from rihai.casework.cases.eligibility import Asker, Judged, judge
from rihai.casework.cases.models import Setting
from rihai.casework.cases.programmes import Programme
from rihai.kit.actor import Actor
from rihai.people.models import Consent, Person
from rihai.people.queries.consents import consents_that_hold
from rihai.people.queries.people import age_on
from rihai.people.queries.records import record_of
from rihai.places.kinds import HOLDING, Kind
from rihai.places.models import Place
from rihai.screening.queries.sight import findings_for, risks_for, screened_for

_SETTING = {
    Kind.PRISON: Setting.PRISON, Kind.PRISON_UNIT: Setting.PRISON, Kind.LOCK_UP: Setting.POLICE,
    Kind.POLICE_STATION: Setting.POLICE, Kind.SHELTER_HOME: Setting.SHELTER, Kind.PROBATION_OFFICE: Setting.PROBATION,
    Kind.PAROLE_OFFICE: Setting.PROBATION,
}  # fmt: skip
MET = "met"


def setting_of(place: Place | None) -> str:
    """Where somebody served at a place is; in the community where it is none that holds or supervises."""
    return _SETTING.get(Kind(place.kind), Setting.COMMUNITY) if place else Setting.COMMUNITY


def asker_of(person: Person, *, setting: str, actor: Actor, on: date, at: datetime | None = None) -> Asker:
    """What is known of a person the actor sees, in the classes they see; four queries."""
    risks = risks_for(actor, at=at).filter(person=person).values_list("code", "outcome")
    findings = findings_for(actor, at=at).filter(person=person).values_list("provision", "outcome")
    return Asker(
        setting=setting,
        record=record_of(person.pk, actor=actor, at=at),
        ages=age_on(person, on),
        risks={code: outcome == MET for code, outcome in risks},
        findings={code: outcome == MET for code, outcome in findings},
        is_screened=screened_for(actor, at=at).filter(person=person).exists(),
    )


def eligibility_of(
    programme: Programme, person: Person, *, setting: str, actor: Actor, on: date, at: datetime | None = None
) -> tuple[Judged, ...]:
    """What each rule of the programme answers for the person."""
    return judge(programme, asker_of(person, setting=setting, actor=actor, on=on, at=at))


def consents_for(person_id: UUID, programme: Programme, *, on: date, at: datetime) -> dict[str, list[Consent]]:
    """For each purpose the programme asks leave for, the consents that hold; an empty list is what is missing."""
    return {
        purpose: consents_that_hold([person_id], purpose=purpose, on=on, at=at).get(person_id, [])
        for purpose in programme.consents
    }


def is_holding(place: Place | None) -> bool:
    """Whether people are held at the place."""
    return place is not None and place.kind in HOLDING

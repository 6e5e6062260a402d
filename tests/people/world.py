"""A small invented world for the tests: two prisons, who works there, and people typed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.kit.actor import Actor
from rihai.people.models import Person
from rihai.people.operations import enter_person
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place

NOON = datetime(2026, 11, 25, 7, tzinfo=UTC)
TODAY = date(2026, 11, 25)
CASE = "51/26 Saddar"
"""The key of the case below."""


def woman(**more: Any) -> dict[str, Any]:
    """The record of an invented woman under trial."""
    return {
        "full_name": "Nargis Farzi",
        "father_or_husband_name": "Karim Farzi",
        "relation_to_named": "daughter_of",
        "sex": "female",
        "date_of_birth": "1992-05-03",
        "cnic": "9040300000008",
        "prison_id": "UTP-118",
        "pregnant": True,
        "cases": [
            {
                "case_id": CASE,
                "fir_number": "51/2026",
                "police_station": "Saddar",
                "legal_status": "under_trial",
                "arrested_on": "2026-03-10",
                "charges": [{"act": "PPC", "section": "381-A", "section_text": "381-A PPC"}],
                "delay_attributed_to_accused": False,
                "next_hearing_on": "2026-11-30",
            }
        ],
        **more,
    }


@dataclass
class World:
    """Gulzar and Naya Bagh in one province; accounts by the name of their role and place."""

    gulzar: Place
    naya_bagh: Place
    province: Place
    accounts: dict[str, Account] = field(default_factory=dict)

    def worker(self, role: str, place: Place | None) -> Account:
        """An account with one posting; the same one when asked again."""
        key = f"{role}-{place.pk if place else 'office'}"
        if key not in self.accounts:
            account = Account.objects.create_user(f"{key}@rihai.example", f"{role} of {place or 'the office'}")
            give_posting(
                account=account, role=role, place=place, unit=None, started_on=TODAY - timedelta(days=900),
                ended_on=None, actor=house(), at=NOON - timedelta(days=900),
            )  # fmt: skip
            self.accounts[key] = account
        return self.accounts[key]

    def enter(self, actor: Actor, place: Place | None = None, days_ago: int = 10, **more: Any) -> Person:
        """A woman typed in some days ago."""
        return enter_person(
            place=place or self.gulzar,
            record=woman(**more),
            raw={"full_name": "NARGIS FARZI"},
            true_on=TODAY - timedelta(days=days_ago),
            admitted_on=date(2026, 3, 12),
            actor=actor,
            at=NOON - timedelta(days=days_ago),
        )


def make_world() -> World:
    """The places, invented, standing in each other."""
    country = _place(Kind.COUNTRY, "Sehrabad", None)
    province = _place(Kind.PROVINCE, "Wadi", country)
    district = _place(Kind.DISTRICT, "Gulistan", province)
    gulzar = _place(Kind.PRISON, "Women’s Prison Gulzar", district)
    naya_bagh = _place(Kind.PRISON, "District Prison Naya Bagh", district)
    return World(gulzar, naya_bagh, province)


def _place(kind: Kind, name: str, within: Place | None) -> Place:
    place = Place.objects.create(kind=kind, name=name, sought=name.casefold(), within=within, invented=True)
    outer: Place | None = place
    while outer is not None:
        Inside.objects.create(outer=outer, inner=place)
        outer = outer.within
    return place

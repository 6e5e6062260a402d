"""Invented people in custody, as canonical records: realistic in the sum, nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from rihai.census.synth import figures
from rihai.census.synth.chance import Weighted, before, pick, whole
from rihai.census.synth.course import invent_case
from rihai.census.synth.crimes import CRIMES, ORDERS, Crime
from rihai.census.synth.words import DISTRICTS, FATHERS, FOREIGNERS, MEN, PRISONS, SECOND, SECOND_OF_WOMEN, TOWNS, WOMEN
from rihai.days import anniversary

Facts = dict[str, Any]
_CRIMES = Weighted([(crime, crime.people) for crime in CRIMES])
_CRIMES_OF_WOMEN = Weighted([(crime, crime.women or crime.people / 60) for crime in CRIMES])
_PROVINCES = Weighted(figures.PROVINCES)
_PRISONS = Weighted([((name, kind), weight) for name, kind, weight in PRISONS])
_FOREIGNERS = Weighted(FOREIGNERS)
_HELD_OTHERWISE = Weighted([("detained_without_charge", 4), ("civil", 2), ("immigration", 2), ("security", 2)])
_GOES_MISSING = (
    ("cnic", 0.06),
    ("date_of_birth", 0.05),
    ("nationality", 0.03),
    ("admitted_on", 0.02),
    ("first_admitted_on", 0.08),
    ("sex", 0.02),
    ("previous_convictions", 0.08),
    ("illness", 0.08),
    ("home_district", 0.04),
    ("religion", 0.05),
)
_GOES_MISSING_IN_CASE = (
    ("arrested_on", 0.03),
    ("fir_date", 0.06),
    ("legal_counsel", 0.06),
    ("bail_granted", 0.05),
    ("challan_submitted", 0.04),
    ("convicted_on", 0.02),
    ("s382b_granted", 0.08),
    ("remission_days", 0.08),
    ("appeal_decided", 0.06),
    ("release_due_on", 0.08),
    ("fine_paid", 0.05),
    ("trial_concluded", 0.05),
)


def invent_records(n: int, seed: int, as_of: date) -> Iterator[Facts]:
    """The first `n` records of the invented prison population of a seed, on the day `as_of`; canonical nested facts.

    2 to 8 in a hundred facts are not known, each apart. Asking for more gives the same people first.
    """
    chance = Random(seed)  # noqa: S311 - invents people, guards no secret
    for number in range(n):
        record = invent_person(chance, number, as_of)
        for fact, share in _GOES_MISSING:
            if chance.random() < share:
                record.pop(fact, None)
        for case in record["cases"]:
            if chance.random() < 0.04:
                del case["court"], case["court_type"]
            for fact, share in _GOES_MISSING_IN_CASE:
                if chance.random() < share:
                    case.pop(fact, None)
        yield record


def invent_person(chance: Random, number: int, as_of: date) -> Facts:
    """One person with everything known that a good register would know."""
    sex = _sex(chance)
    juvenile = chance.random() < figures.JUVENILES
    status = _status(chance, juvenile)
    crime = (_CRIMES_OF_WOMEN if sex == "female" else _CRIMES).draw(chance)
    case = invent_case(chance, _fitting(crime, status), status, as_of)
    foreign = chance.random() < figures.FOREIGN
    born = _born(chance, juvenile, case["arrested_on"], as_of)
    record = (
        _identity(chance, number, sex)
        | _prison(chance)
        | {
            "census_date": as_of.isoformat(),
            "sex": sex,
            "date_of_birth": born.isoformat(),
            "date_of_birth_precision": "day",
            "nationality": _FOREIGNERS.draw(chance) if foreign else "PK",
            "religion": "Islam" if chance.random() < 0.965 else "Christian",
            "previous_convictions": [{}] if chance.random() < 0.06 else [],
            "illness": [illness for illness, share in figures.ILLNESS if chance.random() < share],
        }
    )
    record |= _admission(chance, case["arrested_on"], as_of)
    if sex == "female":
        record |= _motherhood(chance, as_of)
    if foreign:
        del record["cnic"]
        record["other_identity"] = f"Passport ZZ{whole(chance, 1_000_000, 9_999_999)}"
    return record | {"cases": [case]}


def _sex(chance: Random) -> str:
    luck = chance.random()
    return "female" if luck < figures.WOMEN else "transgender" if luck < figures.WOMEN + figures.TRANSGENDER else "male"


def _status(chance: Random, juvenile: bool) -> str:
    luck = chance.random()
    if juvenile:
        return "under_trial" if luck < figures.JUVENILES_UNDER_TRIAL else "convict"
    if luck < figures.UNDER_TRIAL:
        return "under_trial"
    if luck < figures.UNDER_TRIAL + figures.CONDEMNED:
        return "condemned"
    return _HELD_OTHERWISE.draw(chance) if luck > 1 - figures.OTHERWISE_HELD else "convict"


def _fitting(crime: Crime, status: str) -> Crime:
    """The accusation that goes with a status: death only where life is possible too, orders under their own Acts."""
    if status == "condemned" and 0 not in crime.years:
        return CRIMES[0]
    return ORDERS.get(status, crime)


def _born(chance: Random, juvenile: bool, arrested: str, as_of: date) -> date:
    if juvenile:
        return before(anniversary(date.fromisoformat(arrested), -12 * 14), whole(chance, 1, 4 * 365 - 2))
    years = whole(chance, 60, 78) if chance.random() < figures.OVER_60 else 18 + int(41 * chance.random() ** 1.6)
    day = before(anniversary(as_of, -12 * years), whole(chance, 0, 364))
    adult = anniversary(date.fromisoformat(arrested), -12 * 18)
    return min(day, adult)


def _identity(chance: Random, number: int, sex: str) -> Facts:
    """Names and numbers; every identity number begins with 9, which no province does."""
    woman = sex == "female"
    given, second = pick(chance, WOMEN if woman else MEN), pick(chance, SECOND_OF_WOMEN if woman else SECOND)
    last = pick(chance, "2468") if woman else pick(chance, "13579")
    return {
        "id": f"I-{number + 1:07}",
        "prison_id": f"P-{number + 1}",
        "full_name": f"{given[0]} {second[0]}",
        "father_or_husband_name": pick(chance, FATHERS)[0],
        "relation_to_named": ("wife_of" if chance.random() < 0.5 else "daughter_of") if woman else "son_of",
        "cnic": f"9{whole(chance, 1000, 9999)}{(number * 7919 + 1234567) % 10_000_000:07}{last}",
    }


def _prison(chance: Random) -> Facts:
    province = _PROVINCES.draw(chance)
    name, kind = _PRISONS.draw(chance)
    return {
        "country": "PK",
        "province": province,
        "prison": f"{name} {pick(chance, TOWNS[province])}",
        "prison_type": kind,
        "home_district": pick(chance, DISTRICTS[province]),
    }


def _admission(chance: Random, arrested: str, as_of: date) -> Facts:
    """First into a prison within a fortnight of the arrest; one in ten has been transferred since."""
    day = date.fromisoformat(arrested)
    held = (as_of - day).days
    first = before(as_of, max(0, held - whole(chance, 1, 14)))
    here = first if chance.random() < 0.9 else before(as_of, whole(chance, 0, (as_of - first).days))
    return {"first_admitted_on": first.isoformat(), "admitted_on": here.isoformat()}


def _motherhood(chance: Random, as_of: date) -> Facts:
    facts: Facts = {"pregnant": chance.random() < 0.015}
    if chance.random() < figures.WOMEN_WITH_CHILDREN:
        births = [before(as_of, whole(chance, 30, 365 * 6)) for _ in range(1 if chance.random() < 0.7 else 2)]
        facts["children"] = [{"date_of_birth": birth.isoformat(), "lives_in_prison": True} for birth in births]
        facts["children_in_prison"] = len(births)
    return facts

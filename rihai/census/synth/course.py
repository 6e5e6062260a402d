"""The course of an invented case: arrest, remand, hearings, bail; or judgment, sentence, appeal and remission."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from rihai.census.synth.chance import along, before, pick, whole
from rihai.census.synth.crimes import USUAL_SLOWNESS, Crime
from rihai.census.synth.figures import DAYS_UNDER_TRIAL
from rihai.census.synth.words import COURTS, LOWER_COURTS, STATIONS
from rihai.days import anniversary

Facts = dict[str, Any]
_RECUT = date(2022, 9, 2)
"""CNSA s.9 was cut anew on this day (Act XX of 2022); an older arrest carries the older letters."""


def invent_case(chance: Random, crime: Crime, status: str, as_of: date) -> Facts:
    """One case in canonical facts, with the status given; no day in it is after `as_of` but hearings and releases."""
    convicted = status in {"convict", "condemned"}
    waited = min(4_000, max(1, int(along(chance, DAYS_UNDER_TRIAL) * crime.slowness / USUAL_SLOWNESS)))
    sentence = _sentence(chance, crime, status) if convicted else {}
    served = _served(chance, sentence) if convicted else 0
    judged = before(as_of, served)
    arrested = before(judged, waited)
    reported = before(arrested, whole(chance, 0, 12))
    station = pick(chance, STATIONS)
    number = f"{whole(chance, 1, 1900)}/{reported.year}"
    court, court_type = pick(chance, COURTS if max(crime.years) >= 7 or 0 in crime.years else LOWER_COURTS)
    case: Facts = {
        "case_id": f"{number} {station}",
        "fir_number": number,
        "fir_date": reported.isoformat(),
        "police_station": station,
        "court": court,
        "court_type": court_type,
        "legal_status": status,
        "legal_counsel": ("private", "private", "state", "legal_aid", "none")[int(chance.random() * 5)],
        "charges": _charges(chance, crime, arrested, reported),
        "arrested_on": arrested.isoformat(),
    }
    if convicted:
        case |= _after_judgment(chance, sentence, judged, arrested, as_of)
    elif status == "under_trial":
        case |= _before_judgment(chance, waited, as_of)
    return case


def _charges(chance: Random, crime: Crime, arrested: date, reported: date) -> list[Facts]:
    charges = []
    for act, section, limb in crime.charges:
        charge: Facts = {"act": act, "section": section}
        if limb:
            charge["sub_limb"] = limb if arrested >= _RECUT else {"(1)3-b": "(b)"}.get(limb, "(c)")
        if chance.random() < 0.6:
            charge["offence_date"] = reported.isoformat()
        charges.append(charge)
    return charges


def _before_judgment(chance: Random, waited: int, as_of: date) -> Facts:
    facts: Facts = {"trial_concluded": False, "challan_submitted": waited > 14 and chance.random() < 0.85}
    if facts["challan_submitted"] and waited > 120 and chance.random() < 0.7:
        facts["charge_framed_on"] = before(as_of, whole(chance, 1, waited - 60)).isoformat()
    seen = whole(chance, 1, min(waited, 30))
    facts["last_hearing_on"] = before(as_of, seen).isoformat()
    luck = chance.random()
    if luck > 0.03:
        ahead = whole(chance, 0, 21) if luck > 0.06 else -whole(chance, 1, seen)
        facts["next_hearing_on"] = (as_of + timedelta(days=ahead)).isoformat()
    bail = chance.random()
    if bail < 0.015:
        facts |= {
            "bail_granted": True,
            "bail_furnished": False,
            "surety_amount": pick(chance, (50_000, 100_000, 200_000)),
        }
        facts["bail_granted_on"] = before(as_of, whole(chance, 1, min(waited, 60))).isoformat()
    elif bail < 0.93:
        facts["bail_granted"] = False
    if chance.random() < 0.1:
        facts["delay_attributed_to_accused"] = chance.random() < 0.2
    return facts


def _sentence(chance: Random, crime: Crime, status: str) -> Facts:
    if status == "condemned":
        return {"kind": "death"}
    years = pick(chance, crime.years)
    if years == 0:
        return {"kind": "life"}
    return {"kind": "term", "term": {"years": years}, "rigorous": chance.random() < 0.95}


def _served(chance: Random, sentence: Mapping[str, Any]) -> int:
    """Days since the judgment: anywhere in the term, a few beyond it; long for life and death."""
    if sentence["kind"] != "term":
        return whole(chance, 30, 5_500)
    return max(1, int(365 * sentence["term"]["years"] * chance.random() * (0.9 if chance.random() < 0.98 else 1.2)))


def _after_judgment(chance: Random, sentence: Facts, judged: date, arrested: date, as_of: date) -> Facts:
    facts: Facts = {
        "convicted_on": judged.isoformat(),
        "sentences": [{**sentence, "imposed_on": judged.isoformat()}],
        "s382b_granted": sentence["kind"] == "term" and chance.random() < 0.9,
    }
    if chance.random() < 0.5:
        paid = chance.random() < 0.3
        facts |= {
            "fine": pick(chance, (5_000, 20_000, 50_000, 100_000)),
            "fine_paid": paid,
            "default_term": {"months": pick(chance, (1, 3, 6))},
        }
    facts |= _appeal(chance, judged, as_of)
    months = (as_of - judged).days // 30
    facts["remission_days"] = months * whole(chance, 2, 8)
    if sentence["kind"] == "term":
        begun = arrested if facts["s382b_granted"] else judged
        end = before(anniversary(begun, 12 * sentence["term"]["years"]), facts["remission_days"])
        if end >= as_of or chance.random() < 0.1:
            facts["release_due_on"] = end.isoformat()
    return facts


def _appeal(chance: Random, judged: date, as_of: date) -> Facts:
    if chance.random() < 0.4:
        return {"appeal_filed": False}
    filed = judged + timedelta(days=whole(chance, 5, 60))
    if filed > as_of:
        return {}
    number = f"Crl.A {whole(chance, 10, 9999)}/{filed.year}"
    return {
        "appeal_filed": True,
        "appeal_filed_on": filed.isoformat(),
        "appeal_no": number,
        "appeal_court": "LHC",
        "appeal_decided": chance.random() < 0.3,
    }

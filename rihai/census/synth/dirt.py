"""How another hand writes a person: names respelled or in Urdu, slips of the pen, numbers lost, ages for births."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

from rihai.census.synth.chance import pick
from rihai.census.synth.month import years_between
from rihai.census.synth.spellings import Name, in_urdu, respelled, slipped

Facts = dict[str, Any]
STATIONS: Mapping[str, tuple[str, ...]] = {
    "Saddar": ("Sadar", "PS Saddar", "صدر"),
    "City": ("PS City", "سٹی"),
    "Civil Lines": ("Civil Line", "سول لائنز"),
    "Cantt": ("Cantt.", "Cantonment"),
    "Model Town": ("Modal Town", "ماڈل ٹاؤن"),
    "Sabzi Mandi": ("Sabzimandi", "سبزی منڈی"),
    "Naya Bazar": ("Nya Bazar", "نیا بازار"),
    "Bagh-e-Nau": ("Bagh e Nau", "باغ نو"),
}


def written_again(record: Facts, names: tuple[Name, Name], chance: Random, as_of: date) -> Facts:
    """The record as another hand writes it; `names` are the person's and the father's or husband's."""
    record = dict(record, cases=[dict(case) for case in record["cases"]])
    urdu = chance.random() < 0.08
    record["full_name"] = _another_hand(names[0], record["full_name"], chance, urdu, 0.25)
    record["father_or_husband_name"] = _another_hand(names[1], record["father_or_husband_name"], chance, urdu, 0.2)
    if chance.random() < 0.01:
        del record["father_or_husband_name"]
    _numbers(record, chance)
    _birth(record, chance, as_of)
    case, luck = record["cases"][0], chance.random()
    if luck < 0.03:
        case.pop("fir_number", None)
    elif luck < 0.12:
        case["police_station"] = pick(chance, STATIONS[case["police_station"]])
    if luck > 0.97:
        case.pop("arrested_on", None)
    return record


def _another_hand(name: Name, written: str, chance: Random, urdu: bool, share: float) -> str:
    if urdu:
        return in_urdu(name)
    luck = chance.random()
    if luck < share:
        return respelled(name, chance)
    if luck < share + 0.02:
        return slipped(written, chance)
    if luck < share + 0.04 and len(name) > 1 and name[0][0] == "Muhammad":
        return " ".join(word[0] for word in name[1:])
    return written.upper() if luck > 0.93 else written


def _numbers(record: Facts, chance: Random) -> None:
    luck = chance.random()
    if "cnic" in record and luck < 0.09:
        del record["cnic"]
    elif "cnic" in record and luck < 0.11:
        digits = list(record["cnic"])
        at = 2 + int(chance.random() * 9)
        digits[at] = str((int(digits[at]) + 1) % 10)
        record["cnic"] = "".join(digits)
    if chance.random() < 0.03:
        record.pop("prison_id", None)


def _birth(record: Facts, chance: Random, as_of: date) -> None:
    """A date of birth given as an age on the day of the list, or as a year."""
    born = record.get("date_of_birth")
    luck = chance.random()
    if born is None:
        return
    if luck < 0.2:
        del record["date_of_birth"]
        record.pop("date_of_birth_precision", None)
        record["age_years"] = years_between(date.fromisoformat(born), as_of)
        record["age_stated_on"] = as_of.isoformat()
    elif luck < 0.25:
        record["date_of_birth"], record["date_of_birth_precision"] = born[:4], "year"

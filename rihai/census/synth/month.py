"""What happens to a person between two lists a month apart, what the clerk gets wrong, and what is then true."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from rihai.census.synth.chance import before, pick, whole
from rihai.census.synth.words import TOWNS
from rihai.days import anniversary

Facts = dict[str, Any]
GONE_REMARKS = ("Released on {day}", "Bailed {day}", "Acquitted {day}")


class Happened(NamedTuple):
    """One change that is true of a person: its kind, and the fact that shows it (None for the whole person)."""

    kind: str
    fact: str | None = None


def a_month_on(record: Facts, chance: Random, as_of: date) -> tuple[Facts | None, list[Happened]]:
    """The person's record on the later day `as_of`, None if the later list has none, and what is true of the change."""
    later = deepcopy(record)
    later["census_date"] = as_of.isoformat()
    _hearings(later, chance, as_of)
    luck = chance.random()
    if luck < 0.04:
        return None, [Happened("missing_without_release")]
    if luck < 0.07:
        left = before(as_of, whole(chance, 1, 27))
        later["remarks"] = pick(chance, GONE_REMARKS).format(day=left.strftime("%d.%m.%Y"))
        return later, [Happened("gone")]
    happened = []
    for share, happens in _EVENTS:
        if chance.random() < share and (said := happens(later, chance, as_of)):
            happened.append(said)
    fault = chance.random() if not happened else 1.0
    for share, goes_wrong in _FAULTS:
        if fault < share:
            said = goes_wrong(later, chance, as_of)
            happened += [said] if said else []
            break
        fault -= share
    return later, happened


def _hearings(record: Facts, chance: Random, as_of: date) -> None:
    for case in record["cases"]:
        if "next_hearing_on" in case:
            case["last_hearing_on"] = before(as_of, whole(chance, 1, 20)).isoformat()
            case["next_hearing_on"] = (as_of + timedelta(days=whole(chance, 1, 20))).isoformat()


def _transferred(record: Facts, chance: Random, as_of: date) -> Happened | None:
    towns = [town for towns in TOWNS.values() for town in towns]
    prison = f"Central Jail {pick(chance, towns)}"
    if prison == record["prison"]:
        return None
    record["transferred_from"], record["prison"], record["prison_type"] = record["prison"], prison, "central"
    record["prison_id"] = f"{whole(chance, 20_000, 99_999)}/{as_of.year}"
    record["admitted_on"] = before(as_of, whole(chance, 1, 27)).isoformat()
    record.pop("barrack", None)
    return Happened("moved", "prison")


def _other_barrack(record: Facts, chance: Random, as_of: date) -> Happened | None:
    del as_of
    if "barrack" not in record:
        return None
    number, letter = record["barrack"].split("/")
    record["barrack"] = f"{int(number) % 9 + 1}/{letter}" if chance.random() < 0.7 else f"{number}/Z"
    return Happened("moved", "barrack")


def _convicted(record: Facts, chance: Random, as_of: date) -> Happened | None:
    case = record["cases"][0]
    if case["legal_status"] != "under_trial":
        return None
    judged = before(as_of, whole(chance, 1, 27)).isoformat()
    for gone in ("next_hearing_on", "last_hearing_on", "trial_concluded", "bail_granted"):
        case.pop(gone, None)
    term = {"years": pick(chance, (1, 2, 3, 5))}
    case |= {"legal_status": "convict", "convicted_on": judged}
    case["sentences"] = [{"kind": "term", "term": term, "rigorous": True, "imposed_on": judged}]
    return Happened("status_changed", "legal_status")


def _back_under_trial(record: Facts, chance: Random, as_of: date) -> Happened | None:
    del chance, as_of
    case = record["cases"][0]
    if case["legal_status"] not in ("convict", "condemned"):
        return None
    case["legal_status"] = "under_trial"
    return Happened("impossible", "legal_status")


def _arrest_moved(record: Facts, chance: Random, as_of: date) -> Happened | None:
    del as_of
    case = record["cases"][0]
    if "arrested_on" not in case:
        return None
    day = date.fromisoformat(case["arrested_on"])
    case["arrested_on"] = before(day, whole(chance, 20, 400)).isoformat()
    return Happened("impossible", "arrested_on")


def _sex_mistaken(record: Facts, chance: Random, as_of: date) -> Happened | None:
    del chance, as_of
    if record.get("sex") not in ("male", "female") or "cnic" not in record:
        return None
    record["sex"] = "female" if record["sex"] == "male" else "male"
    return Happened("impossible", "sex")


def _age_wrong(record: Facts, chance: Random, as_of: date) -> Happened | None:
    if "date_of_birth" not in record:
        return None
    born = date.fromisoformat(record.pop("date_of_birth"))
    record.pop("date_of_birth_precision", None)
    day = anniversary(born, 12 * whole(chance, 2, 5))
    record["age_years"], record["age_stated_on"] = years_between(day, as_of), as_of.isoformat()
    return Happened("impossible", "age")


def years_between(born: date, on: date) -> int:
    """Completed years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


Event = Callable[[Facts, Random, date], Happened | None]
_EVENTS: tuple[tuple[float, Event], ...] = ((0.03, _transferred), (0.06, _other_barrack), (0.03, _convicted))
_FAULTS: tuple[tuple[float, Event], ...] = (
    (0.006, _back_under_trial), (0.005, _arrest_moved), (0.002, _sex_mistaken), (0.005, _age_wrong),
)  # fmt: skip

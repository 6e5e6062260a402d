"""What goes wrong in a list, one fault at a time, and what the contract of facts says a reader must make of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, Literal, NamedTuple

from rihai.census.synth.cells import Facts, Formula, Value
from rihai.census.synth.chance import Weighted, pick
from rihai.days import anniversary

Effect = Literal["rejected", "warned", "silent"]
Cells = dict[str, Value]
Spoil = Callable[[Cells, Random, date], None]


class Fault(NamedTuple):
    """One way to spoil a row: how often, what it does to the verdict, and to which rows it can happen."""

    name: str
    weight: float
    effect: Effect
    spoil: Spoil
    applies: Callable[[Facts, Facts], bool] = lambda _record, _case: True


def _put(column: str, *values: Value) -> Spoil:
    def spoil(cells: Cells, chance: Random, as_of: date) -> None:
        del as_of
        cells[column] = pick(chance, values)

    return spoil


def _after_census(cells: Cells, chance: Random, as_of: date) -> None:
    cells["arrest_date"] = (as_of + timedelta(days=1 + int(chance.random() * 300))).strftime("%d-%m-%Y")


def _about(cells: Cells, chance: Random, as_of: date) -> None:
    del chance, as_of
    cells["age"], cells["date_of_birth"] = f"about {cells['age']}", None


def _year_only(cells: Cells, chance: Random, as_of: date) -> None:
    del chance
    cells["date_of_birth"] = f"01-01-{as_of.year - int(str(cells['age']))}"


def _damaged_number(cells: Cells, chance: Random, as_of: date) -> None:
    del chance, as_of
    digits = str(cells["cnic"]).replace("-", "")
    cells["cnic"] = f"{digits[0]}.{digits[1:6]}E+12"


def _fir_as_date(cells: Cells, chance: Random, as_of: date) -> None:
    del as_of
    cells["fir_number"] = pick(chance, ("05-May-24", "12-Jan-25", "7-Mar-23", "Apr-24"))


def _month_first(cells: Cells, chance: Random, as_of: date) -> None:
    """The day of the list itself, or one shortly before, that can only be month first."""
    del chance
    day = as_of if as_of.day > 12 else as_of - timedelta(days=as_of.day + 1)
    cells["admission_date"] = day.strftime("%m/%d/%Y")


def _two_firs(cells: Cells, chance: Random, as_of: date) -> None:
    del chance
    cells["fir_number"] = f"{cells['fir_number']} & 1901/{as_of.year - 1}"


def _married_man_of_even_number(cells: Cells, chance: Random, as_of: date) -> None:
    del chance, as_of
    cells["father_or_husband_name"] = f"W/o {str(cells['father_or_husband_name']).removeprefix('S/o ')}"
    cells["cnic"] = f"{str(cells['cnic'])[:-1]}2"


def _convicted(record: Facts, case: Facts) -> bool:
    del record
    return bool(case["legal_status"] == "convict")


def _under_trial(record: Facts, case: Facts) -> bool:
    del record
    return bool(case["legal_status"] == "under_trial")


def _has(*names: str) -> Callable[[Facts, Facts], bool]:
    return lambda record, case: all(name in record or name in case for name in names)


def _man_with_number(record: Facts, case: Facts) -> bool:
    del case
    return record.get("sex") == "male" and "cnic" in record


def _adult_of_known_age(record: Facts, case: Facts) -> bool:
    del case
    return str(record.get("date_of_birth", "9999")) < "2000"


FAULTS: tuple[Fault, ...] = (
    Fault("no_such_day", 3, "rejected", _put("arrest_date", "31-02-2026", "31-04-2026", "30-02-2025")),
    Fault("age_nobody_has", 1, "rejected", _put("age", 150, "199")),
    Fault("no_name", 2, "rejected", _put("full_name", None)),
    Fault("no_status", 2, "rejected", _put("status", None, "??", "see file")),
    Fault("no_offence", 2, "rejected", _put("sections", None, "see file")),
    Fault("no_sentence", 2, "rejected", _put("sentence_text", None, "as per warrant"), _convicted),
    Fault("arrest_after_census", 2, "rejected", _after_census),
    Fault("sex_twice_contradicted", 1, "rejected", _married_man_of_even_number, _man_with_number),
    Fault("age_about", 6, "warned", _about, _adult_of_known_age),
    Fault("birth_year_only", 6, "warned", _year_only, _adult_of_known_age),
    Fault("age_in_words", 2, "warned", _put("age", "adult"), _adult_of_known_age),
    Fault("number_damaged", 8, "warned", _damaged_number, _has("cnic")),
    Fault("number_filler", 2, "warned", _put("cnic", "11111-1111111-1", "00000-0000000-0")),
    Fault("number_missing", 6, "warned", _put("cnic", None, "Not available", "Nil")),
    Fault("fir_turned_into_date", 6, "warned", _fir_as_date),
    Fault("two_firs_in_a_cell", 4, "warned", _two_firs, _under_trial),
    Fault("month_first", 4, "warned", _month_first, _has("arrested_on", "admitted_on")),
    Fault("arrest_missing", 5, "warned", _put("arrest_date", None, "-"), _under_trial),
    Fault("two_statuses", 3, "warned", _put("status", "UTP/CP"), _under_trial),
    Fault("has_left", 3, "warned", _put("remarks", "Bailed 3/6", "Released on 3.6.26", "Escaped")),
    Fault("formula_not_counted", 2, "warned", _put("age", Formula("=2026-1990"))),
    Fault("passport_in_number", 2, "silent", _put("cnic", "ZZ1234567", "Passport ZZ7654321"), _has("cnic")),
    Fault("in_hospital", 3, "silent", _put("remarks", "Shifted to Hosp.", "On B/W")),
)  # fmt: skip


def draw_fault(chance: Random, record: Facts, case: Facts) -> Fault | None:
    """A fault this row can have; None where the drawn one cannot happen to it."""
    fault = _WEIGHTED.draw(chance)
    return fault if fault.applies(record, case) else None


_WEIGHTED = Weighted([(fault, fault.weight) for fault in FAULTS])


def warned_by_itself(record: Mapping[str, Any], case: Mapping[str, Any], as_of: date) -> bool:
    """Whether a row without a fault still asks for a look: a needed date missing, a hearing past, only money, over."""
    listed = as_of.isoformat()
    if "admitted_on" not in record or not ({"cnic", "other_identity"} & set(record)):
        return True
    if case["legal_status"] == "under_trial":
        hearing = case.get("next_hearing_on")
        if "arrested_on" not in case or hearing is None or hearing < listed:
            return True
        return case.get("bail_granted") is True and case.get("bail_furnished") is False
    if case["legal_status"] in {"convict", "condemned"}:
        return "convicted_on" not in case or _over(case, as_of)
    return False


def _over(case: Mapping[str, Any], as_of: date) -> bool:
    due = case.get("release_due_on")
    if due is not None and due < as_of.isoformat():
        return True
    return any(
        anniversary(date.fromisoformat(sentence["imposed_on"]), 12 * sentence["term"]["years"]) < as_of
        for sentence in case["sentences"]
        if "term" in sentence
    )

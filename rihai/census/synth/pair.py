"""Two invented lists a month apart, as two hands write them, and the truth: who is who, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any, NamedTuple

from rihai.census.synth.chance import before, pick, whole
from rihai.census.synth.dirt import written_again
from rihai.census.synth.month import a_month_on
from rihai.census.synth.people import invent_records
from rihai.census.synth.spellings import Name, NameBank, usual
from rihai.days import anniversary

Facts = dict[str, Any]


class TrueChange(NamedTuple):
    """What is true between the lists: the kind, the record in each list (None where there is none), the fact."""

    kind: str
    old: str | None
    new: str | None
    fact: str | None = None


class Living(NamedTuple):
    """Somebody invented: the record as the register has it, own name and father's or husband's name."""

    record: Facts
    names: tuple[Name, Name]


@dataclass(frozen=True, slots=True)
class InventedPair:
    """Two lists in canonical records, on `days`; `same` joins the records of one person, `changes` is what changed."""

    old: tuple[Facts, ...]
    new: tuple[Facts, ...]
    days: tuple[date, date]
    same: dict[str, str]
    changes: frozenset[TrueChange]


def invent_pair(rows: int, seed: int, as_of: date, bank: NameBank | None = None) -> InventedPair:
    """A list of `rows` people a month before `as_of`, and the list of that day; the same seed gives the same lists.

    Between the two some leave (recorded or not), some are transferred, convicted, admitted; the second list is written
    by other hands. Many are accused together, some of them brothers; some are namesakes. Ids tell nothing.
    """
    chance = Random(seed)  # noqa: S311 - invents people, guards no secret
    earlier = anniversary(as_of, -1)
    bank = bank or NameBank()
    people = list(_population(rows, seed, chance, earlier, bank))
    old, new, changes = [], [], []
    same: dict[str, str] = {}
    for number, person in enumerate(people):
        old.append({**person.record, "id": f"A-{number + 1:06}"})
        later, happened = a_month_on(person.record, chance, as_of)
        own = old[-1]["id"]
        if later is None:
            changes += [TrueChange(one.kind, own, None, one.fact) for one in happened]
            continue
        same[own] = name = f"B-{(number * 7919) % 1_000_003:07}"
        new.append({**written_again(later, person.names, chance, as_of), "id": name})
        changes += [TrueChange(one.kind, own, name, one.fact) for one in happened if _shows(new[-1], one.fact)]
    for number, person in enumerate(_admitted(people, rows // 12, seed + 1, chance, as_of, bank)):
        name = f"B-{1_000_003 + number:07}"
        new.append({**written_again(person.record, person.names, chance, as_of), "id": name})
        changes.append(TrueChange("new", None, name))
    new.sort(key=lambda record: str(record["id"]))
    chance.shuffle(new)
    return InventedPair(tuple(old), tuple(new), (earlier, as_of), same, frozenset(changes))


def _shows(record: Facts, fact: str | None) -> bool:
    """Whether the second hand has not lost the very fact that changed."""
    return fact != "arrested_on" or fact in record["cases"][0]


def _population(rows: int, seed: int, chance: Random, day: date, bank: NameBank) -> Iterator[Living]:
    numbers: Counter[str] = Counter()
    known: list[Living] = []
    for record in invent_records(rows, seed, day):
        person = _named(record, chance, bank)
        luck = chance.random()
        if known and luck < 0.12:
            person = _with_company(person, pick(chance, known[-50:]), chance)
        elif known and luck < 0.13:
            person = _namesake(person, pick(chance, known))
        prison = person.record["prison"]
        numbers[prison] += 1
        person.record["prison_id"] = f"{numbers[prison]}/{day.year}"
        if chance.random() < 0.8:
            person.record["barrack"] = f"{whole(chance, 1, 9)}/{pick(chance, 'ABC')}"
        known.append(person)
        yield person


def _named(record: Facts, chance: Random, bank: NameBank) -> Living:
    woman = record["relation_to_named"] != "son_of"
    names = (bank.woman(chance) if woman else bank.man(chance), bank.man(chance))
    return Living(record | {"full_name": usual(names[0]), "father_or_husband_name": usual(names[1])}, names)


def _with_company(person: Living, other: Living, chance: Random) -> Living:
    """The person arrested together with another: one FIR, one day, one prison; two in five are of one father."""
    if person.names[0] == other.names[0]:
        return person
    together = ("fir_number", "fir_date", "police_station", "arrested_on", "charges", "case_id")
    case = person.record["cases"][0]
    case |= {name: other.record["cases"][0][name] for name in together if name in other.record["cases"][0]}
    place = ("prison", "prison_type", "province", "home_district", "admitted_on", "first_admitted_on")
    record = person.record | {name: other.record[name] for name in place if name in other.record}
    if chance.random() < 0.4 and record["relation_to_named"] != "wife_of":
        record["father_or_husband_name"] = other.record["father_or_husband_name"]
        return Living(record, (person.names[0], other.names[1]))
    return Living(record, person.names)


def _namesake(person: Living, other: Living) -> Living:
    """The person with the names of another, of the same sex, and nothing else in common."""
    if person.record["relation_to_named"] != other.record["relation_to_named"]:
        return person
    same = {name: other.record[name] for name in ("full_name", "father_or_husband_name")}
    return Living(person.record | same, other.names)


def _admitted(
    people: list[Living], count: int, seed: int, chance: Random, as_of: date, bank: NameBank
) -> Iterator[Living]:
    """People who came in during the month; some in a case in which others are held already, some namesakes of those."""
    for number, record in enumerate(invent_records(count, seed + 7, as_of)):
        person = _named(record, chance, bank)
        came = before(as_of, whole(chance, 0, 27)).isoformat()
        luck = chance.random()
        if luck < 0.1:
            person = _with_company(person, pick(chance, people), chance)
        elif luck < 0.2:
            person = _namesake(person, pick(chance, people))
        case = person.record["cases"][0]
        case["arrested_on"] = before(date.fromisoformat(came), whole(chance, 0, 3)).isoformat()
        person.record.update(admitted_on=came, first_admitted_on=came, prison_id=f"{5_000 + number}/{as_of.year}")
        if "cnic" in person.record:
            person.record["cnic"] = f"97{person.record['cnic'][2:]}"
        yield person

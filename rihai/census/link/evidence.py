"""What speaks for and against two records being one person: each point with its weight and the sentence that says it.

Weights are bits: +1 doubles the odds, -1 halves them. Those of agreement come from how rare the value is (`rarity`);
those of disagreement from how often a register writes such a thing wrongly of one person. These were set by hand from
what clerks are known to do (numbers lost and mistyped, ages guessed, names respelled) and are measured by
`python -m bench linking` on invented censuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rihai.census.link.likeness import Level, Likeness, likeness
from rihai.census.link.particulars import Particulars, same_day_turned, years_apart
from rihai.census.link.rarity import Rarity

SAME_IDENTITY, NEAR_IDENTITY, OTHER_IDENTITY = 24.0, 6.0, -9.0
SAME_NUMBER_MOST, OTHER_NUMBER = 12.0, -4.0
OTHER_NAME, OTHER_FATHER, OTHER_SEX = -8.0, -5.0, -8.0
SAME_BIRTH, TURNED, SAME_YEARS = 9.0, 5.0, 2.0
AGES = ((1, 0.5), (2, -0.5), (4, -2.0), (8, -5.0))
"""Bits for ages that surely differ by no more than so many years; FAR beyond."""
FAR = -9.0
DAY_MOST, FIR_MOST, OTHER_DAY, OTHER_FIR, OTHER_ADMISSION = 10.0, 12.0, -3.0, -3.0, -2.0
PLACE_MOST, OTHER_DISTRICT = 3.0, -1.0
WIDE = 800
"""A birth known to fewer days than this, some two years, agrees with a purpose; a wider one hardly says anything."""


class Point(NamedTuple):
    """One thing that agrees or not: its code (see `says`), its weight in bits, and years for an age that differs."""

    code: str
    bits: float
    years: int = 0


def points_beside_names(a: Particulars, b: Particulars, rarity: Rarity) -> list[Point]:
    """What numbers, sex, birth, case and places say of two records; quick, so that names need seldom be compared."""
    found: list[Point] = []
    _numbers(found, a, b, rarity)
    if a.sex and b.sex and a.sex != b.sex:
        found.append(Point("sex_differs", OTHER_SEX))
    if a.born and b.born:
        found.append(_birth(a, b))
    _case(found, a, b, rarity)
    if a.district and b.district:
        same = a.district == b.district
        bits = rarity.value("district", a.district, PLACE_MOST) if same else OTHER_DISTRICT
        found.append(Point("same_district" if same else "districts_differ", bits))
    return found


def _numbers(found: list[Point], a: Particulars, b: Particulars, rarity: Rarity) -> None:
    if a.cnic and b.cnic:
        if a.cnic == b.cnic:
            found.append(Point("same_identity_number", SAME_IDENTITY))
        elif _one_digit_apart(a.cnic, b.cnic):
            found.append(Point("identity_numbers_near", NEAR_IDENTITY))
        else:
            found.append(Point("identity_numbers_differ", OTHER_IDENTITY))
    if a.number and b.number and a.prison == b.prison:
        if a.number == b.number:
            found.append(Point("same_prison_number", min(SAME_NUMBER_MOST, rarity.size)))
        else:
            found.append(Point("prison_numbers_differ", OTHER_NUMBER))


def _one_digit_apart(one: str, other: str) -> bool:
    """One digit wrong, or two neighbours exchanged."""
    wrong = [at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    if len(one) != len(other) or len(wrong) > 2:
        return False
    first, last = wrong[0], wrong[-1]
    return first == last or (last == first + 1 and one[first] == other[last] and one[last] == other[first])


def never_one(a: Particulars, b: Particulars) -> bool:
    """Whether two records are never joined without a person's word: two sexes, or two identity numbers."""
    if a.sex and b.sex and a.sex != b.sex:
        return True
    return bool(a.cnic and b.cnic) and a.cnic != b.cnic and not _one_digit_apart(str(a.cnic), str(b.cnic))


def _birth(a: Particulars, b: Particulars) -> Point:
    assert a.born
    assert b.born
    one, other = a.born, b.born
    if one.exact and other.exact:
        if one == other:
            return Point("same_birth_date", SAME_BIRTH)
        if same_day_turned(one.earliest, other.earliest):
            return Point("birth_date_turned", TURNED)
    years = years_apart(one, other)
    if one.earliest <= other.latest and other.earliest <= one.latest:
        narrow = max(one.latest - one.earliest, other.latest - other.earliest) < WIDE
        return Point("ages_agree", SAME_YEARS if narrow else SAME_YEARS / 4)
    return Point("ages_differ", next((bits for most, bits in AGES if years < most), FAR), years)


def _case(found: list[Point], a: Particulars, b: Particulars, rarity: Rarity) -> None:
    """FIR, arrest and admission, together worth no more than the FIR: those arrested together share all three."""
    said = [*_fir(a, b, rarity), *_arrest(a, b, rarity), *_admission(a, b, rarity)]
    most = max(8.0, rarity.size - 1.0)
    gained = sum(point.bits for point in said if point.bits > 0)
    share = min(1.0, most / gained) if gained else 1.0
    found += [point._replace(bits=point.bits * share) if point.bits > 0 else point for point in said]


def _fir(a: Particulars, b: Particulars, rarity: Rarity) -> Iterator[Point]:
    if a.firs and b.firs:
        shared = a.firs & b.firs
        if not shared:
            yield Point("firs_differ", OTHER_FIR)
        elif a.stations and b.stations and a.stations.isdisjoint(b.stations):
            yield Point("same_fir_number_elsewhere", 1.0)
        else:
            yield Point("same_fir", max(rarity.value("fir", number, FIR_MOST) for number in shared))
    elif a.stations & b.stations:
        yield Point("same_station", 1.0)


def _arrest(a: Particulars, b: Particulars, rarity: Rarity) -> Iterator[Point]:
    if not (a.arrested and b.arrested):
        return
    shared = a.arrested & b.arrested
    if shared:
        yield Point("same_arrest", max(rarity.value("arrested", day, DAY_MOST) for day in shared))
    elif any(same_day_turned(one, other) for one in a.arrested for other in b.arrested):
        yield Point("arrest_turned", TURNED)
    else:
        yield Point("arrests_differ", OTHER_DAY)


def _admission(a: Particulars, b: Particulars, rarity: Rarity) -> Iterator[Point]:
    if a.admitted is None or b.admitted is None or a.prison != b.prison:
        return
    if a.admitted == b.admitted:
        yield Point("same_admission", rarity.value("admitted", a.admitted, DAY_MOST))
    elif same_day_turned(a.admitted, b.admitted):
        yield Point("admission_turned", TURNED)
    else:
        yield Point("admissions_differ", OTHER_ADMISSION)


def points_of_own_names(a: Particulars, b: Particulars, rarity: Rarity) -> list[Point]:
    """What the two people's own names and aliases say."""
    if not (a.name and b.name):
        return []
    bits = min(rarity.own_name(a.name), rarity.own_name(b.name))
    return [_name("name", _nearest(a, b), bits, OTHER_NAME)]


def points_of_fathers(a: Particulars, b: Particulars, rarity: Rarity) -> list[Point]:
    """What the names of father or husband say; a married woman's may be the one here and the other there."""
    found = []
    if a.father and b.father:
        agreed = likeness(a.father, b.father)
        bits = min(rarity.father(a.father), rarity.father(b.father))
        if agreed.level == "other" and a.relation != b.relation and "wife_of" in {a.relation, b.relation}:
            found.append(Point("husband_and_father", 0.0))
        else:
            found.append(_name("father", agreed, bits, OTHER_FATHER))
    return found


def _nearest(a: Particulars, b: Particulars) -> Likeness:
    """The nearest of the names and aliases of two people."""
    ours, theirs = [name for name in (a.name, a.alias) if name], [name for name in (b.name, b.alias) if name]
    return max((likeness(one, other) for one in ours for other in theirs), key=lambda found: found.share)


def _name(whose: str, agreed: Likeness, bits: float, otherwise: float) -> Point:
    worth: dict[Level, float] = {
        "same": bits * agreed.share, "slip": bits * 0.6, "part": bits * 0.2 - 1.0, "other": otherwise
    }  # fmt: skip
    return Point(f"{whose}_{agreed.level}", worth[agreed.level])


def most_of_names(a: Particulars, b: Particulars, rarity: Rarity) -> float:
    """The most that all names could still say for two records, before they are compared."""
    own = min(rarity.own_name(a.name), rarity.own_name(b.name)) if a.name and b.name else 0.0
    return own + most_of_fathers(a, b, rarity)


def most_of_fathers(a: Particulars, b: Particulars, rarity: Rarity) -> float:
    """The most that the names of father or husband could say."""
    return min(rarity.father(a.father), rarity.father(b.father)) if a.father and b.father else 0.0

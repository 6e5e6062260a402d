"""The indicators of an inspection, each with its numerator, denominator and formula; pure.

The formulae are those of the instrument's own list, IND-01 to IND-26. A denominator that is nought or not known gives
no value, never a nought. A rate on fewer than twenty events is marked unstable and has an exact Poisson interval
(Garwood, Biometrika 28 (1936)), found by bisection because no statistics library is needed for anything else.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.monitoring.inspections.figures import FIGURES, Figure

UNSTABLE = 20
NORMS = ((3.0, "ECtHR"), (3.4, "ICRC"), (4.0, "CPT"))
"""Square metres a person in a shared room: Muršić v. Croatia (2016); ICRC (2012); CPT/Inf (2015) 44."""
SINGLE = {"ICRC": 5.4, "CPT": 6.0, "ECtHR": 3.0}
Measures = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure. `per` is what the share is multiplied by; `low` and `high` are its interval where it is a rate."""

    code: str
    title: Any
    formula: Any
    value: float | None
    unit: Any = ""
    numerator: float | None = None
    denominator: float | None = None
    low: float | None = None
    high: float | None = None
    note: Any = ""

    @property
    def is_unstable(self) -> bool:
        """Whether it rests on so few events that it says little."""
        return self.low is not None


def indicators(found: Measures, *, kept: tuple[int, int] | None = None) -> list[Indicator]:
    """Every indicator that the measurements give, in their order; `kept` is recommendations kept, of those due."""
    made = [one for group in _GROUPS for one in group(found)]
    if kept is not None:
        made.append(
            _share("IND-24", _("Recommendations kept"), _("kept, as a later visit found / due × 100"), kept[0], kept[1])
        )
    return sorted(made, key=lambda one: one.code)


def held(found: Measures) -> float | None:
    """People held on the day; children living with a parent are no prisoners."""
    parts = [_number(found, f"held_{one}") for one in ("men", "women", "boys", "girls", "transgender")]
    known = [one for one in parts if one is not None]
    return sum(known) if known else None


def deaths(found: Measures) -> float | None:
    """All deaths in the twelve months."""
    parts = [_number(found, f"deaths_{one}") for one in ("suicide", "homicide", "natural", "accident", "unknown")]
    known = [one for one in parts if one is not None]
    return sum(known) if known else None


def _places(found: Measures) -> list[Indicator]:
    people, capacity = held(found), _number(found, "capacity")
    made = [
        _share("IND-01", _("Occupancy"), _("people held on the day / official capacity × 100"), people, capacity,
               note=str(found.get("capacity_source") or ""))
    ]  # fmt: skip
    rooms = [one for one in map(_room, found.get("rooms") or []) if one is not None]
    if not rooms:
        return made
    area, slept = sum(one[0] for one in rooms), sum(one[1] for one in rooms)
    least = min(one[0] / one[1] for one in rooms)
    made.append(
        Indicator("IND-02", _("Floor area a person, rooms measured"),
                  _("net area of the rooms / people who slept there; net is length × width − toilet"),
                  area / slept, "m²", area, slept)
    )  # fmt: skip
    made.append(
        Indicator("IND-02a", _("Floor area a person, the fullest room"), _("the least of the rooms"), least, "m²")
    )
    for norm, who in NORMS:
        fits = sum(
            (1 if net >= SINGLE[who] else 0) if single else math.floor(net / norm) for net, _people, single in rooms
        )
        made.append(
            _share("IND-02b", _("Occupancy of the rooms by the standard of %(who)s") % {"who": who},
                   _("people / places × 100; places are whole people to the square metres a person"), slept, fits)
        )  # fmt: skip
    return made


def _day(found: Measures) -> list[Indicator]:
    made = []
    units = found.get("units") or []
    for name, title in (("toilets", _("People to a working toilet, worst unit")),
                        ("showers", _("People to a working shower, worst unit")),
                        ("taps", _("People to a working tap, worst unit"))):  # fmt: skip
        pairs = [(_number(one, "unit_people"), _number(one, f"unit_{name}")) for one in units]
        known = [(people, works) for people, works in pairs if people is not None and works is not None]
        if known:
            people, works = max(known, key=lambda one: one[0] / one[1] if one[1] else math.inf)
            made.append(
                Indicator("IND-03", title, _("people in the unit / working ones"), people / works if works else None,
                          "", people, works, note="" if works else _("None works there."))
            )  # fmt: skip
    made.append(
        _ratio("IND-04", _("Water a person and day"), _("litres delivered in 24 hours / people"),
               _number(found, "water_litres"), _number(found, "water_people"), unit="l")
    )  # fmt: skip
    hours = [(_number(one, "hours_people"), _number(one, "hours_out"), _number(one, "hours_air"))
             for one in found.get("hours") or []]  # fmt: skip
    known_hours = [(p, h, a) for p, h, a in hours if p is not None and h is not None and a is not None]
    if known_hours:
        people = sum(p for p, _h, _a in known_hours)
        hours_sum = sum(p * h for p, h, _a in known_hours)
        made.append(
            Indicator("IND-13", _("Hours out of the sleeping place"), _("people × hours, summed / people"),
                      hours_sum / people if people else None, "h", hours_sum, people)
        )  # fmt: skip
        made.append(
            _share("IND-13a", _("People with an hour in the open air"),
                   _("people in units with 60 minutes / people × 100"),
                   sum(p for p, _h, a in known_hours if a >= 60), people)
        )  # fmt: skip
    return made


def _listed(found: Measures) -> list[Indicator]:
    """What stands in the table of figures; each is a share, a rate of events, a ratio, or a number as it was found."""
    known = {name: value for name in found if (value := _number(found, name)) is not None} | _summed(found)
    note = _("Mean of month-end counts.") if found.get("mdp_method") == "monthly" else ""
    return [_made(row, known, note) for row in FIGURES]


def _made(row: Figure, known: Mapping[str, float], note: Any) -> Indicator:
    part, whole = known.get(row.part), known.get(row.whole) if row.whole else None
    if row.kind == "number":
        return Indicator(row.code, row.title, row.formula, part, row.unit)
    if row.kind == "share":
        return _share(row.code, row.title, row.formula, part, whole)
    said = note if row.whole == "mdp" else ""
    if row.code == "IND-17" and part == 0:
        said = _("None at all is a warning, no success.")
    make = _rate if row.kind == "rate" else _ratio
    return make(row.code, row.title, row.formula, part, whole, per=row.per, note=said)


def _summed(found: Measures) -> dict[str, float]:
    """What is added up of several measurements."""
    start, admitted = _number(found, "stock_start"), _number(found, "admissions")
    made = {
        "held": held(found),
        "deaths": deaths(found),
        "unsentenced": None if _number(found, "untried") is None else _sum(found, "untried", "convicted"),
        "females": _sum(found, "held_women", "held_girls"),
        "minors": _sum(found, "held_boys", "held_girls"),
        "went_through": None if start is None or admitted is None else start + admitted,
    }
    return {name: value for name, value in made.items() if value is not None}


_GROUPS: tuple[Callable[[Measures], list[Indicator]], ...] = (_places, _day, _listed)


def _ratio(
    code: str, title: Any, formula: Any, part: float | None, whole: float | None, *, unit: Any = "", per: float = 1,
    note: Any = "",
) -> Indicator:  # fmt: skip
    value = part / whole * per if part is not None and whole else None
    return Indicator(code, title, formula, value, unit, part, whole, note=note)


def _share(
    code: str, title: Any, formula: Any, part: float | None, whole: float | None, *, note: Any = ""
) -> Indicator:
    return _ratio(code, title, formula, part, whole, unit="%", per=100, note=note)


def _rate(
    code: str, title: Any, formula: Any, events: float | None, people: float | None, *, per: float, note: Any = ""
) -> Indicator:
    """A rate of events; on few of them with what it may be by chance."""
    value = events / people * per if events is not None and people else None
    low = high = None
    if value is not None and people and events is not None and events < UNSTABLE:
        fewest, most = poisson_interval(int(events))
        low, high = fewest / people * per, most / people * per
    return Indicator(code, title, formula, value, "", events, people, low, high, note)


def poisson_interval(events: int) -> tuple[float, float]:
    """Between which means 95 in 100 such counts would lie: exact, both tails 2.5 per cent."""
    low = 0.0 if events == 0 else _bisected(lambda mean: 1 - _at_most(events - 1, mean) - 0.025, events)
    return low, _bisected(lambda mean: 0.025 - _at_most(events, mean), events)


def _at_most(events: int, mean: float) -> float:
    term = total = math.exp(-mean)
    for number in range(1, events + 1):
        term *= mean / number
        total += term
    return total


def _bisected(rises: Callable[[float], float], events: int) -> float:
    low, high = 0.0, events + 10 * math.sqrt(events + 1) + 10
    for _round in range(200):
        middle = (low + high) / 2
        low, high = (low, middle) if rises(middle) > 0 else (middle, high)
    return (low + high) / 2


def _room(one: Measures) -> tuple[float, float, bool] | None:
    """Net area, people, whether it is single; None where it was not measured."""
    length, width, people = _number(one, "room_length"), _number(one, "room_width"), _number(one, "room_people")
    if length is None or width is None or not people:
        return None
    return length * width - (_number(one, "room_toilet") or 0), people, one.get("room_kind") == "single"


def _sum(found: Measures, *names: str) -> float | None:
    known = [value for name in names if (value := _number(found, name)) is not None]
    return sum(known) if known else None


def _number(found: Measures, name: str) -> float | None:
    value = found.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def by_code(found: Sequence[Indicator]) -> dict[str, Indicator]:
    """The first of each code."""
    made: dict[str, Indicator] = {}
    for one in found:
        made.setdefault(one.code, one)
    return made

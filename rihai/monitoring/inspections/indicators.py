"""The indicators of an inspection, each with its numerator, denominator and formula; pure.

The formulae are those of the instrument's own list, IND-01 to IND-26. A denominator that is nought or not known gives no
value, never a nought. A rate on fewer than twenty events is marked unstable and has an exact Poisson interval (Garwood,
Biometrika 28 (1936)), found by bisection because no statistics library is needed for anything else.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

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
               _number(found, "water_litres"), _number(found, "water_people"), "l")
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
            _share("IND-13a", _("People with an hour in the open air"), _("people in units with 60 minutes / people × 100"),
                   sum(p for p, _h, a in known_hours if a >= 60), people)
        )  # fmt: skip
    return made


def _rates(found: Measures) -> list[Indicator]:
    mdp, every = _number(found, "mdp"), deaths(found)
    by_month = found.get("mdp_method") == "monthly"
    note = _("Mean of month-end counts.") if by_month else ""
    suicides = _number(found, "deaths_suicide")
    of_mdp = _("/ mean daily population")
    made = [
        _rate("IND-05", _("Deaths per 1,000"), _("deaths in 12 months / mean daily population × 1,000"), every, mdp, 1_000, note),
        _rate("IND-06", _("Suicides per 10,000"), _("suicides / mean daily population × 10,000"), suicides, mdp, 10_000, note),
        _rate("IND-06a", _("Suicides per 100,000"), _("suicides / mean daily population × 100,000"), suicides, mdp, 100_000, note),
        _rate("IND-07", _("Homicides per 10,000"), _("homicides / mean daily population × 10,000"),
              _number(found, "deaths_homicide"), mdp, 10_000, note),
        _share("IND-07a", _("Deaths of unknown cause"), _("unknown or pending / all deaths × 100"),
               _number(found, "deaths_unknown"), every),
        _share("IND-08", _("Deaths into which an authority outside inquires"), _("inquiries opened / all deaths × 100"),
               _number(found, "deaths_inquired"), every),
        _rate("IND-09", _("Tuberculosis notified per 100,000"), _("new and relapse cases / mean daily population × 100,000"),
              _number(found, "tb_cases"), mdp, 100_000, note),
        _share("IND-09a", _("Screened for tuberculosis"), _("screened / admissions × 100"), _number(found, "tb_screened"),
               _number(found, "admissions")),
        _rate("IND-15", _("Assaults per 1,000"), _("assaults / mean daily population × 1,000"), _number(found, "assaults"), mdp, 1_000, note),
        _rate("IND-15a", _("Acts of self-harm per 1,000"), _("acts / mean daily population × 1,000"),
              _number(found, "selfharm_acts"), mdp, 1_000, note),
        _rate("IND-15b", _("People who harmed themselves per 1,000"), _("people / mean daily population × 1,000"),
              _number(found, "selfharm_people"), mdp, 1_000, note),
        _rate("IND-16", _("Uses of force per 1,000"), _("uses / mean daily population × 1,000"), _number(found, "force"), mdp, 1_000, note),
        _share("IND-16a", _("Uses of force reported the same day"), _("reported / uses × 100"),
               _number(found, "force_same_day"), _number(found, "force")),
        _rate("IND-16b", _("Uses of restraint per 1,000"), _("uses / mean daily population × 1,000"),
              _number(found, "restraints"), mdp, 1_000, note),
        _rate("IND-17", _("Complaints per 100"), _("received / mean daily population × 100"), _number(found, "complaints"), mdp, 100,
              _("None at all is a warning, no success.") if found.get("complaints") == 0 else note),
        _share("IND-17a", _("Complaints answered in time"), _("in time / received × 100"),
               _number(found, "complaints_in_time"), _number(found, "complaints")),
        _share("IND-17b", _("Complaints upheld"), _("upheld / received × 100"), _number(found, "complaints_upheld"),
               _number(found, "complaints")),
    ]  # fmt: skip
    for code, name, title in (("IND-12", "doctors", _("Doctors per 1,000")), ("IND-12a", "nurses", _("Nurses per 1,000")),
                              ("IND-12b", "mental_staff", _("Mental-health staff per 1,000"))):  # fmt: skip
        made.append(
            _ratio(
                code,
                title,
                _("full-time equivalents %(of)s × 1,000") % {"of": of_mdp},
                _number(found, name),
                mdp,
                "",
                1_000,
            )
        )
    return made


def _people(found: Measures) -> list[Indicator]:
    people, untried, admitted = held(found), _number(found, "untried"), _number(found, "admissions")
    convicted = _number(found, "convicted")
    unsentenced = None if untried is None else untried + (convicted or 0)
    start, released, mdp = _number(found, "stock_start"), _number(found, "releases"), _number(found, "mdp")
    minors = _sum(found, "held_boys", "held_girls")
    to_staff = _("people held / %(whom)s")
    return [
        _ratio("IND-10", _("People to one of the staff"), to_staff % {"whom": _("all staff")}, people, _number(found, "staff_all")),
        _ratio("IND-10a", _("People to one of the custody staff"), to_staff % {"whom": _("custody staff")}, people, _number(found, "staff_custody")),
        _ratio("IND-10b", _("People to one on duty by day"), to_staff % {"whom": _("on duty by day")}, people, _number(found, "staff_day")),
        _ratio("IND-10c", _("People to one on duty at night"), to_staff % {"whom": _("on duty at night")}, people, _number(found, "staff_night")),
        _share("IND-11", _("Unsentenced"), _("untried and convicted, not sentenced / held × 100"), unsentenced, people),
        _share("IND-11a", _("Untried"), _("untried / held × 100"), untried, people),
        _ratio("IND-14", _("Alone for 22 hours or more, per 1,000"), _("people / held × 1,000"), _number(found, "alone_today"), people, "", 1_000),
        _plain("IND-14a", _("Alone, the longest run"), _("days"), _number(found, "alone_longest"), _("days")),
        _plain("IND-14b", _("Alone for over 15 days in 12 months"), _("people; rule 44"), _number(found, "alone_over_15")),
        _share("IND-18", _("Produced in court"), _("produced / due × 100, last month"), _number(found, "court_produced"), _number(found, "court_due")),
        _plain("IND-19", _("Held past their lawful end"), _("people"), _number(found, "overstay_people")),
        _plain("IND-19a", _("Days held past their lawful end"), _("person-days"), _number(found, "overstay_days"), _("days")),
        _plain("IND-20", _("Days under trial, median"), _("of the untried held today"), _number(found, "remand_median"), _("days")),
        _plain("IND-20a", _("Days under trial, 90 in 100 below"), _("of the untried held today"), _number(found, "remand_p90"), _("days")),
        _plain("IND-20b", _("Untried over the national limit"), _("people"), _number(found, "remand_over")),
        _share("IND-21", _("With a lawyer"), _("untried with a lawyer on record / untried × 100"), _number(found, "with_lawyer"), untried),
        _share("IND-22", _("Women and girls"), _("women and girls / held × 100"), _sum(found, "held_women", "held_girls"), people),
        _share("IND-22a", _("Under 18"), _("boys and girls / held × 100"), minors, people),
        _plain("IND-22b", _("Children living with a parent"), _("children; not counted as held"), _number(found, "held_children")),
        _share("IND-23", _("Examined within 24 hours"), _("examined / admissions × 100"), _number(found, "examined_24h"), admitted),
        _share("IND-25", _("Turnover"), _("releases / (held at the start + admissions) × 100"), released,
               None if start is None or admitted is None else start + admitted),
        _ratio("IND-25a", _("Mean stay, months"), _("mean daily population / admissions in the year × 12"), mdp, admitted, "", 12),
        _share("IND-26", _("Staff trained"), _("trained in two years / all staff × 100"), _number(found, "staff_trained"), _number(found, "staff_all")),
        _share("IND-26a", _("Women among custody staff"), _("women / custody staff × 100"), _number(found, "staff_women"), _number(found, "staff_custody")),
    ]  # fmt: skip


_GROUPS: tuple[Callable[[Measures], list[Indicator]], ...] = (_places, _day, _rates, _people)


def _plain(code: str, title: Any, formula: Any, value: float | None, unit: Any = "") -> Indicator:
    return Indicator(code, title, formula, value, unit)


def _ratio(
    code: str, title: Any, formula: Any, part: float | None, whole: float | None, unit: Any = "", per: float = 1,
    note: Any = "",
) -> Indicator:  # fmt: skip
    value = part / whole * per if part is not None and whole else None
    return Indicator(code, title, formula, value, unit, part, whole, note=note)


def _share(
    code: str, title: Any, formula: Any, part: float | None, whole: float | None, *, note: Any = ""
) -> Indicator:
    return _ratio(code, title, formula, part, whole, "%", 100, note)


def _rate(
    code: str, title: Any, formula: Any, events: float | None, people: float | None, per: float, note: Any = ""
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

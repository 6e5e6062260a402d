"""The offence of a whole case: the heaviest of its charges, as far as every charge on record is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rihai.days import NEVER, UNKNOWN, Span, read_date
from rihai.offences.row import FACTS, Value
from rihai.offences.table import Offence, OffenceTable

_RANK: dict[str | None, int] = {None: 0, "high": 0, "medium": 1, "low": 2}
_LOWERED = ("punishable_with_death", "punishable_with_life", "max_term_months", "min_term_months", "prohibitory")
"""What an attempt may lower: PPC s.511 gives up to half the longest term of the offence attempted."""


@dataclass(frozen=True, slots=True)
class CaseOffences:
    """The facts of FACTS for a case, None = not known; `ask` names for each such fact what would settle it.

    `confidence` is, for each known fact that rests on the table, the lowest confidence among the rows it needs.
    """

    facts: Mapping[str, Value]
    ask: Mapping[str, tuple[str, ...]]
    confidence: Mapping[str, str | None]

    def note(self, fact: str) -> str | None:
        """The note an outcome resting on this fact must carry: offence_confidence_medium or offence_confidence_low."""
        found = self.confidence.get(fact)
        return f"offence_confidence_{found}" if found in {"medium", "low"} else None


class _Said(NamedTuple):
    """What one charge says of one fact."""

    value: Value
    ask: str
    confidence: str | None


def of_charge(charge: Mapping[str, object], table: OffenceTable, latest: int = NEVER) -> Offence:
    """A charge of a record, looked up; a value it gives itself wins over the table.

    `latest` is the last day on which the act can have been done, if known: nobody is arrested for what is still to be.
    """
    day = read_date(charge.get("offence_date")) or UNKNOWN
    if day.earliest <= latest:
        day = Span(day.earliest, min(day.latest, latest))
    found = table.look_up(
        _text(charge.get("act")),
        _text(charge.get("section")),
        _text(charge.get("sub_limb")),
        day,
        _text(charge.get("substance")),
        _number(charge.get("quantity_grams")),
    )
    given = {name: value for name in FACTS if (value := _given(charge.get(name))) is not None}
    if not given:
        return found
    return replace(
        found,
        facts={**found.facts, **given},
        ask={name: asked for name, asked in found.ask.items() if name not in given},
    )


def heaviest(charges: Sequence[Mapping[str, object]] | None, table: OffenceTable, latest: int = NEVER) -> CaseOffences:
    """The facts of a case from its charges; None or no charge at all leaves everything unknown and asks for them.

    Death, life, prohibitory, cognizable and terrorism are true if any charge is so, bailable only if every charge is
    (CrPC ss.496-497); the terms are the longest. A charge not known leaves open what it could change. A section of
    liability (PPC 34, 109, 149, 511) follows the others and counts only where it stands alone; beside an attempt
    (511) the punishment of the others may be lower than theirs, so what they carry is not known, only what they lack.
    """
    found = [(charge, of_charge(charge, table, latest)) for charge in charges or ()]
    principal = [pair for pair in found if not pair[1].liability] or found
    attempted = any(offence.attempt for _, offence in found)
    facts: dict[str, Value] = {}
    ask: dict[str, tuple[str, ...]] = {}
    confidence: dict[str, str | None] = {}
    for name in FACTS:
        said = [_said(charge, offence, name) for charge, offence in principal]
        value, asked, confidence[name] = _joined(name, said)
        if attempted and name in _LOWERED and value:
            value, asked, confidence[name] = None, (f"charges.{name}",), None
        facts[name] = value
        if value is None:
            ask[name] = asked
    return CaseOffences(facts, ask, confidence)


def _said(charge: Mapping[str, object], offence: Offence, name: str) -> _Said:
    from_table = name != "terrorism" and _given(charge.get(name)) is None
    ask = offence.ask.get(name, f"charges.{name}")
    return _Said(offence.facts[name], ask, offence.confidence if from_table else None)


def _joined(name: str, said: Sequence[_Said]) -> tuple[Value, tuple[str, ...], str | None]:
    """Value, what to ask when it is None, and confidence. One charge that decides alone needs no other."""
    if not said:
        return None, ("charges",), None
    if not name.endswith("_months"):
        decisive = [one for one in said if one.value is (name != "bailable")]
        if decisive:
            return decisive[0].value, (), min((one.confidence for one in decisive), key=_RANK.__getitem__)
    unknown = tuple(dict.fromkeys(one.ask for one in said if one.value is None))
    if unknown:
        return None, unknown, None
    value = max(one.value for one in said if one.value is not None)
    return value, (), max((one.confidence for one in said), key=_RANK.__getitem__)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _number(value: object) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _given(value: object) -> Value:
    return value if isinstance(value, bool | int) else None

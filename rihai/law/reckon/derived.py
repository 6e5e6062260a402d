"""Facts of the dictionary that follow from others, used only where they are not given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rihai.law.reckon.custody import holds_on
from rihai.law.reckon.known import Record

Derive = Callable[[Record, Record], Any]
"""From the person and the case to the value, None when it cannot be said."""


def _first_time(person: Record, _case: Record) -> bool | None:
    convictions = person.get("previous_convictions")
    return None if convictions is None else not convictions


def _previous_convictions(person: Record, _case: Record) -> list[Record] | None:
    return [] if person.get("first_time_offender") is True else None


def _foreign(person: Record, _case: Record) -> bool | None:
    nationality, country = person.get("nationality"), person.get("country")
    if nationality is None or (country is None and nationality != "stateless"):
        return None
    return bool(nationality != country)


def _solitary(person: Record, _case: Record) -> bool | None:
    return True if person.get("solitary_since") is not None else None


def _some_child(person: Record, fact: str) -> bool | None:
    children = person.get("children")
    if children is None:
        return None
    if any(child.get(fact) is True for child in children):
        return True
    return None if any(child.get(fact) is None for child in children) else False


def _dependent_child(person: Record, _case: Record) -> bool | None:
    return False if person.get("children_total") == 0 else _some_child(person, "dependent")


def _children_inside(person: Record, _case: Record) -> dict[str, int] | None:
    children = person.get("children")
    if children is None:
        return None
    sure = sum(child.get("lives_in_prison") is True for child in children)
    return {"min": sure, "max": sure + sum(child.get("lives_in_prison") is None for child in children)}


def _trial_concluded(_person: Record, case: Record) -> bool | None:
    return False if case.get("legal_status") == "under_trial" else None


def _not_furnished(_person: Record, case: Record) -> bool | None:
    granted, furnished = case.get("bail_granted"), case.get("bail_furnished")
    if granted is False or furnished is True:
        return False
    return True if granted is True and furnished is False else None


def _fine_paid(_person: Record, case: Record) -> bool | None:
    fine, paid = case.get("fine"), case.get("fine_paid_amount")
    if fine is None or paid is None:
        return None
    return bool(paid >= fine)


DERIVED: dict[str, Derive] = {
    "first_time_offender": _first_time,
    "previous_convictions": _previous_convictions,
    "is_foreign_national": _foreign,
    "in_solitary": _solitary,
    "has_dependent_child": _dependent_child,
    "children_in_prison": _children_inside,
    "trial_concluded": _trial_concluded,
    "bail_granted_not_furnished": _not_furnished,
    "fine_paid": _fine_paid,
}
"""`held_in_other_case` and `national_limit_exceeded` depend on the day and on other findings: see the row."""

_CHECKED = ("first_time_offender", "is_foreign_national", "trial_concluded", "bail_granted_not_furnished", "fine_paid")


def contradictions(person: Record, case: Record) -> list[tuple[str, Any]]:
    """Facts given that contradict what follows from others: (fact, value given)."""
    found = []
    for fact in _CHECKED:
        given = case.get(fact, person.get(fact))
        if given is not None and (follows := DERIVED[fact](person, case)) is not None and follows != given:
            found.append((fact, given))
    return found


def another_holds(cases: list[Record], case: Record, on: int) -> bool:
    """Whether another listed case holds the person on a day."""
    return any(other is not case and holds_on(other, on) for other in cases)

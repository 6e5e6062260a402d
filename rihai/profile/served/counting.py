"""Counts people once and sessions apart.

A person is counted once however many services and sessions she had, in a service once however many sessions of it, and
in one district: that of her first session within the days asked. So districts add up to the whole, services do not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

NOT_SAID = ""
"""The district of those of whom no district is said."""


class Contact(NamedTuple):
    """One session: whose, which service, where, on which day."""

    who: str
    service: str
    district: str
    on: date


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted. `services` overlap; `districts` add up to `people`, and `districts_of` each to its service;
    `several` is how many people had how many different services; `moved` how many were served in several districts.
    """

    people: int
    sessions: int
    services: Mapping[str, int]
    sessions_of: Mapping[str, int]
    districts: Mapping[str, int]
    districts_of: Mapping[str, Mapping[str, int]]
    several: Mapping[int, int]
    moved: int


def count(contacts: Iterable[Contact], first: date | None = None, end: date | None = None) -> Tally:
    """The people and sessions from `first` until before `end`; without a day, all."""
    rows = [one for one in contacts if (first is None or one.on >= first) and (end is None or one.on < end)]
    services: dict[str, set[str]] = defaultdict(set)
    of_person: dict[str, set[str]] = defaultdict(set)
    seen_in: dict[str, set[str]] = defaultdict(set)
    home: dict[str, tuple[date, str]] = {}
    for one in rows:
        services[one.service].add(one.who)
        of_person[one.who].add(one.service)
        seen_in[one.who].add(one.district)
        mine = (one.on, one.district or "\uffff")  # on one day a district that is said goes before one that is not
        home[one.who] = min(home.get(one.who, mine), mine)
    district = {who: place.replace("\uffff", NOT_SAID) for who, (_, place) in home.items()}
    return Tally(
        people=len(of_person),
        sessions=len(rows),
        services={name: len(people) for name, people in sorted(services.items())},
        sessions_of=_counted(one.service for one in rows),
        districts=_counted(district.values()),
        districts_of={name: _counted(district[who] for who in people) for name, people in sorted(services.items())},
        several=dict(sorted(Counter(len(found) for found in of_person.values()).items())),
        moved=sum(len(found - {NOT_SAID}) > 1 for found in seen_in.values()),
    )


def _counted(values: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(values).items()))

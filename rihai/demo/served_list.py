"""Invents a list of services given, of the shape a partner's project has: every person, place and day is made up.

What the figures come to is known: 370 women, of whom 240, 30, 36 and 200 had each service, in 1,168 sessions.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from io import StringIO
from random import Random
from typing import NamedTuple

COLUMNS = ("beneficiary_code", "district", "place", "service", "date")
WOMEN, SESSIONS = 370, 1_168
SERVED: Mapping[str, int] = {"legal_counselling": 240, "legal_aid": 30, "stress_management": 36, "life_skills": 200}
DISTRICTS = (("Gulzar", 150), ("Naya Bagh", 120), ("Darya Kot", 65), ("Shahkot-i-Nau", 35))
"""Invented districts, and how many of the women stand in each."""


class Session(NamedTuple):
    """One row of the list."""

    code: str
    district: str
    place: str
    service: str
    on: date


def invent_sessions(first: date, days: int, *, seed: int = 9) -> list[Session]:
    """The sessions of a project that began on `first`, within so many days, in the order of days."""
    dice = Random(seed)  # noqa: S311 - an invented list, the same each time
    women = [f"ETW-{number:03d}" for number in range(1, WOMEN + 1)]
    home = [name for name, many in DISTRICTS for _ in range(many)]
    dice.shuffle(home)
    at = dict(zip(women, home, strict=True))
    pairs = [(who, service) for service, people in _who_had_what(women).items() for who in people]
    found = {_session(who, service, at[who], first, days, dice) for who, service in pairs}
    while len(found) < SESSIONS:
        who, service = dice.choice(pairs)
        found.add(_session(who, service, at[who], first, days, dice))
    return sorted(found, key=lambda one: (one.on, one))


def _who_had_what(women: Sequence[str]) -> dict[str, list[str]]:
    """Everybody has one service at least, and the services overlap as much as their numbers demand."""
    counselled = list(women[:240])
    skilled = list(women[170:370])  # seventy had both
    return {
        "legal_counselling": counselled, "life_skills": skilled, "legal_aid": counselled[:30],
        "stress_management": [*counselled[20:40], *skilled[-16:]],
    }  # fmt: skip


def _session(who: str, service: str, district: str, first: date, days: int, dice: Random) -> Session:
    place = f"District Prison {district}" if int(who[-3:]) % 3 else f"Darul Aman {district}"
    return Session(who, district, place, service, first + timedelta(days=dice.randrange(days)))


def as_csv(sessions: Sequence[Session]) -> str:
    """The list as a text table."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([*one[:4], one.on.isoformat()] for one in sessions)
    return out.getvalue()

"""An office that publishes: who prepares and who signs, and counts of invented prisons as the house would make them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.advocacy.figures import operations as do
from rihai.advocacy.figures.counted import Area, Cause, Counted, Kept, Visited
from rihai.advocacy.figures.models import FigureRelease
from rihai.days import day_of
from rihai.profile.statistics import stock_on
from tests.people.world import World, make_world

T = TypeVar("T")
NOW = datetime(2026, 10, 1, 7, tzinfo=UTC)
DAY = timedelta(days=1)
SIZES = {"1": 190, "2": 110, "3": 60, "4": 31, "5": 9}
"""People of five prisons; of the last so few that it is no row of its own."""


def people(on: date, sizes: dict[str, int] | None = None, seed: int = 7) -> list[dict[str, Any]]:
    """Invented records: mostly men under trial, some women, boys and mothers."""
    chance, made = random.Random(seed), list[dict[str, Any]]()
    for prison, many in (sizes or SIZES).items():
        for n in range(many):
            days = chance.choice((40, 170, 250, 500, 900, 2400))
            status = chance.choice(("under_trial", "under_trial", "under_trial", "convict", "condemned", "civil"))
            made.append({
                "id": f"{prison}-{n}", "country": "PK", "sex": "female" if n % 17 == 3 else "male", "prison": prison,
                "date_of_birth": f"{2026 - chance.choice((16, 19, 23, 31, 44, 63))}-01-02", "nationality": "PK",
                "home_district": chance.choice(("11", "11", "11", "12", "12", "13")) if n % 40 else "14",
                "pregnant": n % 90 == 3, "children": [{"age_years": 2, "lives_inside": True}] if n % 70 == 3 else [],
                "cases": [{"case_id": "c", "legal_status": status, "charges": [],
                           "custody": [{"from": (on - timedelta(days=days)).isoformat()}]}],
            })  # fmt: skip
    return made


def cause(name: str, met: int, still_open: int) -> Cause:
    """A cause with some forty days for each of its people."""
    return Cause((name, f"{name} ur"), "Act, 1", met, met * 41, still_open, still_open * 43)


def count(on: date, records: list[dict[str, Any]] | None = None, **other: Any) -> Counted:
    """The counts of a day."""
    given = people(on) if records is None else records
    causes = {"bail": cause("Bail", 43, 27), "appeal": cause("Appeal", 12, 2), "fine": cause("Fine", 3, 0)}
    areas = {"bod": Area(("Body", "جسم"), (40, 12, 7, 3)), "law": Area(("Law", "قانون"), (22, 9, 11, 0))}
    said: dict[str, Any] = {
        "on": on, "stock": stock_on(given, day_of(on)), "causes": causes, "places": {"1": 120, "2": 100, "3": 80},
        "prisons": {key: (f"Prison {key}", f"جیل {key}") for key in SIZES}, "prisons_known": 9,
        "districts": {key: (f"District {key}", f"ضلع {key}") for key in ("11", "12", "13", "14")},
        "visited": Visited(areas, tuple(str(UUID(int=n)) for n in range(4)), 3, on),
        "kept": {"prison": Kept(("The head of the prison", "جیل کا سربراہ"), 9, 4, 2)},
        "lists_from": on - 9 * DAY, "lists_to": on - 2 * DAY,
    }  # fmt: skip
    return Counted(**{**said, **other})


@dataclass
class Desk:
    """An analyst who prepares, a director who signs, a lawyer who has no part in it."""

    world: World
    analyst: Account
    director: Account
    lawyer: Account
    at: datetime = NOW
    truth: list[Counted] = field(default_factory=list)

    def does(self, act: Callable[..., T], *, by: Account | None = None, **said: Any) -> T:
        """An act by the analyst, or by somebody else, at this moment."""
        who = by or self.analyst
        with acting_as(who, self.at):
            return act(**said, actor=who, at=self.at)

    def prepared(self, counted: Counted | None = None, **more: Any) -> FigureRelease:
        """A draft of the day."""
        counted = counted or count(self.at.date())
        self.truth.append(counted)
        return self.does(do.prepare_release, counted=counted, **more)

    def published(self, counted: Counted | None = None, **more: Any) -> FigureRelease:
        """A release that anybody may read; an hour passes before each act."""
        self.at += timedelta(hours=1)
        draft = self.prepared(counted, **more)
        self.at += timedelta(hours=1)
        return self.does(do.sign_release, by=self.director, release_id=draft.pk)


def make_desk() -> Desk:
    """Who works there."""
    world = make_world()
    director, lawyer = world.worker("supervisor", world.province), world.worker("lawyer", world.gulzar)
    return Desk(world, world.worker("research_analyst", None), director, lawyer)


def signed_in(who: Account) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client

"""What the tests of results set up: a project of the founding shape with its invented list, and who works on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.demo.served_list import Session, as_csv, invent_sessions
from rihai.results import operations
from rihai.results.counting import Span, figures_of
from rihai.results.models import Indicator, LockedPeriod, Project, ServedFile
from tests.people.world import World, make_world

T = TypeVar("T")
FIRST = date(2025, 7, 1)
DAYS = 365
NOW = datetime(2026, 11, 25, 7, tzinfo=UTC)


@dataclass
class Desk:
    """Who keeps the project and who signs it off; `at` is the moment at the desk."""

    world: World
    manager: Account
    director: Account
    at: datetime = NOW

    def does(self, act: Callable[..., T], *, by: Account | None = None, **said: Any) -> T:
        """An act by the manager, or by somebody else, at this moment."""
        who = by or self.manager
        with acting_as(who, self.at):
            return act(**said, actor=who, at=self.at)

    def project(self, **more: Any) -> Project:
        """A project with the indicators of the founding one."""
        said: dict[str, Any] = {
            "code": "ETW", "name": "Enlightening the women", "name_ur": "خواتین کی آگاہی", "funders": ["A donor"],
            "started_on": FIRST, "ended_on": None, "grain": "quarter", "services": [], "women_only": True,
            "codes_of": "", "tags": ["16.3"], "dhis2_set": "", "dhis2_unit": "", "places": [], "with_founding": True,
        }  # fmt: skip
        return self.does(operations.keep_project, said={**said, **more})

    def give(self, project: Project, content: str | bytes, name: str = "list.csv") -> ServedFile:
        """A list given in and looked at."""
        data = content.encode() if isinstance(content, str) else content
        return self.does(operations.give_list, project_id=project.pk, content=data, name=name)

    def count(self, project: Project, rows: Sequence[Session], name: str = "list.csv") -> ServedFile:
        """A list given in and counted."""
        given = self.give(project, as_csv(rows), name)
        return self.does(operations.take_in, file_id=given.pk)

    def figures(self, project: Project, span: Span | None = None) -> dict[str, int | None]:
        """The figures by code."""
        asked = span or Span(FIRST, FIRST + timedelta(days=DAYS))
        with acting_as(self.manager, self.at):
            return {one.indicator.code: one.value for one in figures_of(project, asked)}

    def indicator(self, project: Project, code: str, **more: Any) -> Indicator:
        """Another indicator: a figure that is entered, unless said otherwise."""
        said: dict[str, Any] = {
            "code": code, "title": code.replace("_", " "), "title_ur": "", "basis": "entered", "unit": "people",
            "service": "", "measure": "", "narrowed": {}, "definition": "", "includes": "", "excludes": "",
            "source": "", "baseline": None, "target": None, "part_of": None, "tags": [], "dhis2_element": "",
        }  # fmt: skip
        return self.does(operations.keep_indicator, project_id=project.pk, said={**said, **more})

    def enter(self, one: Indicator, value: int, method: str = "counted", **more: Any) -> None:
        """A figure entered for the first quarter."""
        said = {"first": FIRST, "last": date(2025, 9, 30), "value": value, "method": method, "says": "a list", **more}
        self.does(operations.enter_figure, indicator_id=one.pk, said=said)

    def lock(self, project: Project, first: str = "2025-07-01") -> LockedPeriod:
        """The first quarter locked, and signed off by the director."""
        made = self.does(operations.lock_period, project_id=project.pk, first=first)
        return self.does(operations.sign_off, by=self.director, period_id=made.pk)


def make_desk() -> Desk:
    """The places and who works here."""
    world = make_world()
    return Desk(world, world.worker("programme_manager", None), world.worker("supervisor", None))


def sessions() -> list[Session]:
    """The invented list of the founding shape: 1,168 sessions of 370 women."""
    return invent_sessions(FIRST, DAYS)


def signed_in(who: Account) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client

"""What the tests of monitoring set up: two inspectors, an official of the prison, and visits that were made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeVar
from unittest.mock import patch
from uuid import UUID

from django.test import Client
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.monitoring import MEASURED, filled_with
from rihai.instruments.operations import give
from rihai.instruments.reading import read_workbook
from rihai.instruments.shipped import build
from rihai.monitoring.inspections import operations
from rihai.monitoring.inspections.forms_known import HANDLER
from rihai.monitoring.inspections.models import Inspection, Mandate
from rihai.monitoring.inspections.shipping import keep_up
from rihai.monitoring.instrument import FORM_ID
from tests.people.world import World, make_world

T = TypeVar("T")
Said = Mapping[str, str]
RAPID = "rapid"
INSTALLS = "rihai.instruments.operations"


_built, _read = cache(build), cache(read_workbook)
"""The instrument takes three seconds to build and to read: once for all tests of a process."""


@dataclass
class Desk:
    """Two inspectors of the whole office and of Naya Bagh, and who answers for the prison; `day` moves the clock."""

    world: World
    lead: Account
    second: Account
    official: Account
    day: int = 0
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        """The moment at the desk."""
        return timezone.now() + timedelta(days=self.day)

    def does(self, act: Callable[..., T], *, by: Account | None = None, **said: Any) -> T:
        """An act by the lead, or by somebody else, on this day."""
        who = by or self.lead
        with acting_as(who, self.at):
            return act(**said, actor=who, at=self.at)

    def plan(self, *, two: bool = False, round: str = RAPID) -> Inspection:
        """An inspection of Naya Bagh, alone or of two who judge apart."""
        said = {
            "place": self.world.naya_bagh, "mandate": self.mandate, "form_id": FORM_ID, "round": round,
            "planned_on": timezone.localdate(self.at),
        }  # fmt: skip
        one = self.does(operations.plan_inspection, said=said)
        if two:
            member = {"account": self.second, "part": "inspector", "rates": True}
            self.does(operations.add_member, inspection_id=one.pk, said=member)
        return one

    @property
    def mandate(self) -> Mandate:
        """One mandate for all."""
        with as_house():
            known = Mandate.objects.first()
        if known is not None:
            return known
        said = {
            "title": "Oversight", "body": "Committee", "basis": "Order 12",
            "started_on": timezone.localdate() - timedelta(days=900),
        }  # fmt: skip
        return self.does(operations.keep_mandate, said=said)

    def answer(self, one: Inspection, said: Said, *, by: Account | None = None, **more: Any) -> UUID:
        """The form filled in by one of the team: these answers, yes to all others."""
        who = by or self.lead
        with as_house():
            member = one.team.get(account=who)
        values = filled_with(said, round=one.round, **{**MEASURED, **more})
        with acting_as(who, self.at):
            return give(
                form_id=FORM_ID, handler=HANDLER, subject=str(member.pk), actor=who, at=self.at, values=values
            ).pk  # fmt: skip

    def settled(self, said: Said, **more: Any) -> Inspection:
        """A visit by one inspector, settled."""
        one = self.plan()
        self.answer(one, said, **more)
        return self.does(operations.settle, inspection_id=one.pk)

    def fresh(self, one: Inspection) -> Inspection:
        """The inspection as it stands."""
        with as_house():
            return Inspection.objects.select_related("place", "mandate").get(pk=one.pk)


def make_desk() -> Desk:
    """The places, the instrument, and who works here."""
    world = make_world()
    with patch(f"{INSTALLS}.shipped.build", _built), patch(f"{INSTALLS}.versions.read_workbook", _read):
        keep_up(timezone.now())
    lead, second = world.worker("monitor", None), world.worker("monitor", world.naya_bagh)
    return Desk(world, lead, second, world.worker("partner", world.naya_bagh))


def signed_in(who: Account) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client

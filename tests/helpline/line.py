"""What the tests of the line set up: two who answer it, who stands above, who works with her, and a woman inside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.test import Client
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.helpline.codes import Given
from rihai.helpline.requests import operations
from rihai.helpline.requests.models import HelpRequest, Said
from rihai.people.models import Person
from tests.people.world import NOON, TODAY, World, make_world

T = TypeVar("T")
MOTHER = Said(
    name="Nargis", father="Karim Farzi", prison="the women’s jail", what="She said goodbye on the telephone.",
    signs=("dying",), caller="Amna Farzi", relation="mother", phone="0300 9000001", word="pomegranate",
    may_tell="name",
)  # fmt: skip
QUIET = replace(MOTHER, signs=("alone",))
"""The same without danger to life: nothing is told without her word."""


@dataclass
class Desk:
    """The line, with the moment at it."""

    world: World
    operator: Account
    second: Account
    lead: Account
    supervisor: Account
    caseworker: Account
    woman: Person
    at: datetime

    def does(
        self, act: Callable[..., T], *, by: Account | None = None, later: timedelta | None = None, **said: Any
    ) -> T:
        """An act by the operator, or by somebody else, some time later."""
        who, moment = by or self.operator, self.at + (later or timedelta())
        with acting_as(who, moment):
            return act(**said, actor=who, at=moment)

    def asked(self, said: Said = MOTHER, topic: str = "hurt") -> tuple[HelpRequest, Given]:
        """A request by the form, with its code and PIN."""
        given = operations.send(token="", said=said, topic=topic, language="en", at=self.at)
        return self.fresh(given.code), given

    def taken(self, said: Said = MOTHER) -> tuple[HelpRequest, Given]:
        """The same, taken by the operator."""
        one, given = self.asked(said)
        return self.does(operations.take, request_id=one.pk), given

    def fresh(self, code: str) -> HelpRequest:
        """A request as it stands."""
        with as_house():
            return HelpRequest.objects.get(code=code)


def make_desk() -> Desk:
    """The places, who works here, and a woman held in Gulzar."""
    world = make_world()
    records = world.worker("records_officer", world.gulzar)
    with acting_as(records):
        woman = world.enter(records)
    second = Account.objects.create_user("second@rihai.example", "Second Namoona")
    give_posting(
        account=second, role="helpline_operator", place=None, unit=None, started_on=TODAY - timedelta(days=900),
        ended_on=None, actor=house(), at=NOON - timedelta(days=900),
    )  # fmt: skip
    return Desk(
        world, world.worker("helpline_operator", None), second, world.worker("safeguarding_lead", None),
        world.worker("supervisor", world.gulzar), world.worker("caseworker", world.gulzar), woman, timezone.now(),
    )  # fmt: skip


def client(who: Account | None = None) -> Client:
    """A browser; with somebody signed in, or with nobody."""
    found = Client(raise_request_exception=True)
    if who is not None:
        found.force_login(who, backend=settings.AUTHENTICATION_BACKENDS[1])
    return found


def text(response: Any) -> str:
    """What a page says."""
    return str(response.content.decode())

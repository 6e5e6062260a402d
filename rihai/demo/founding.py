"""Founds the fictional office: places, units, the cast, their postings and a little history; nothing a second time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rihai.accounts.models import Account, Unit
from rihai.accounts.operations import give_posting, house, make_account, make_unit
from rihai.accounts.roles import GIVEN, Where
from rihai.demo.cast import CAST, PASSWORD, TEAMS, Member
from rihai.demo.history import play
from rihai.demo.places import make_places
from rihai.instruments.operations import install_shipped
from rihai.places.models import Place
from rihai.places.operations import seed

POSTED_FOR_DAYS = 400


def found(*, at: datetime) -> None:
    """Everything of the fictional world that is not there yet, as of a moment."""
    seed(actor=None, at=at)
    house()
    make_places(at=at)
    install_shipped(at=at)
    started_on = at.date() - timedelta(days=POSTED_FOR_DAYS)
    units = {unit.name: unit for unit in Unit.objects.all()}
    for team in TEAMS:
        if team.name not in units:
            at_places = Place.objects.filter(code__in=team.places)
            units[team.name] = make_unit(name=team.name, purpose=team.purpose, places=at_places, actor=None, at=at)
    known = set(Account.objects.values_list("email", flat=True))
    for member in CAST:
        if member.email not in known:
            _employ(member, units, started_on, at)
    play(at=at)


def _employ(member: Member, units: dict[str, Unit], started_on: date, at: datetime) -> None:
    account = make_account(
        email=member.email, name=member.name, password=PASSWORD, language=member.language, actor=None, at=at
    )
    places = list(Place.objects.filter(code__in=member.places))
    if len(places) != len(member.places):
        raise LookupError(f"The cast works at places that nobody made: {member.places}")
    for role in member.roles:
        if member.unit:
            give_posting(account=account, role=role, unit=units[member.unit], started_on=started_on, actor=None, at=at)
        elif Where.PLACE in GIVEN[role].where and places:
            for place in places:
                give_posting(account=account, role=role, place=place, started_on=started_on, actor=None, at=at)
        else:
            give_posting(account=account, role=role, started_on=started_on, actor=None, at=at)

"""Founds a new office: its administrator, and where they begin to work."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house, make_account
from rihai.accounts.standing import local_day
from rihai.errors import NotFound, Refused
from rihai.kit.audit import append
from rihai.places.models import Place
from rihai.places.queries import places_for

SEVERAL = 12
"""So many places are named when what was typed fits several."""


class OfficeFounded(Refused):
    """There is an office in this database already."""


class PlaceUnclear(Refused):
    """What was typed as the first prison names no place, or several."""


def ensure_none() -> None:
    """Raises OfficeFounded when somebody works here already."""
    with acting_as(house()):
        if Account.objects.filter(is_active=True).exists():
            raise OfficeFounded(_("This database holds an office already; nothing was changed."))


def first_prison(words: str) -> Place:
    """The prison of that name or number. Raises NotFound for none, PlaceUnclear, naming some, for several."""
    found = places_for(words="" if words.isdigit() else words, kind="prison")
    if words.isdigit():
        found = found.filter(pk=int(words[:15]))
    places = list(found.order_by("name", "pk")[: SEVERAL + 1])
    exact = [place for place in places if place.name.casefold() == words.strip().casefold()]
    if len(exact) == 1 or len(places) == 1:
        return (exact or places)[0]
    if not places:
        raise NotFound(_("No prison is called so. Give a part of its name, as Roshanabad."))
    named = "\n".join(f"  {place.pk}: {place.name}" for place in places[:SEVERAL])
    raise PlaceUnclear(_("Several prisons are called so; give the number of one:\n%(named)s") % {"named": named})


def found_office(
    *, name: str, email: str, password: str, language: str, prison: Place, role: str, at: datetime
) -> Account:
    """The administrator with their posting, and with `role` at the first prison where one is given; one transaction."""
    on = local_day(at)
    with acting_as(house(), at), transaction.atomic():
        account = make_account(email=email, name=name, password=password, language=language, actor=None, at=at)
        give_posting(account=account, role="administrator", started_on=on, actor=None, at=at)
        if role:
            give_posting(account=account, role=role, place=prison, started_on=on, actor=None, at=at)
        append("web.office.founded", actor=None, at=at, subject=prison.pk, kind="place", detail={"by": account.pk})
    return account

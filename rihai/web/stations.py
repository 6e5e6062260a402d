"""The four stations of the masthead: See, Ask, Act, Show; every page of the house stands on one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.offers import Navigation, offered


@dataclass(frozen=True, slots=True)
class StationText:
    """A station's name, what it is for, and what will stand there while it is empty."""

    title: Any
    says: Any
    empty: Any


STATIONS = {
    "see": StationText(
        _("See"),
        _("What is known: places, people, what prisons send and what visitors find."),
        _("Nothing here is open to your roles. Who gives them: your administrator."),
    ),
    "ask": StationText(
        _("Ask"),
        _("What the law says of it: who could go, who is still inside although, who is at risk, what is missing."),
        _("No list of people has been taken in yet, so there is nobody to ask the law about."),
    ),
    "act": StationText(
        _("Act"),
        _("What is done about it: referrals, hearings, care, plans, each with an owner and a day."),
        _("Nothing is waiting to be done here: work on people begins when a list has been taken in."),
    ),
    "show": StationText(
        _("Show"),
        _("What came of it: released, still held, days lost, promises kept; and who saw what."),
        _("There is nothing to show your roles yet."),
    ),
}


def pages_of(station: str, *, actor: Actor) -> tuple[Navigation, ...]:
    """The pages of a station that the actor may enter, in their order."""
    return tuple(
        offer
        for offer in offered(Navigation)
        if offer.station == station and (not offer.capability or actor.may(offer.capability))
    )


def grouped(pages: tuple[Navigation, ...]) -> list[tuple[Any, list[Navigation]]]:
    """The pages under their headings, each where its first page stands; those without a heading come first."""
    found: dict[str, list[Navigation]] = {"": []}
    for page in pages:
        found.setdefault(str(page.group), []).append(page)
    return [(title, rows) for title, rows in found.items() if rows]

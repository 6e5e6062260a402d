"""What the parts of the room hand each other: recommendations stand above inspections, which know nothing of them.

A part writes `ROOM_OFFERS: tuple[RoomOffer, ...]` in its `offers.py`, beside OFFERS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from rihai.kit.actor import Actor
from rihai.monitoring.inspections.models import Inspection
from rihai.paper.blocks import Block

PARTS = ("inspections", "recommendations")
Earlier = tuple[str, str]
"""A recommendation of before: its number, and what it asked for."""


def _not_known(_inspection: Inspection) -> None:
    """What a part says of recommendations kept that knows of none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomOffer:
    """What a part adds to an inspection: what the form starts with, a panel of its page, blocks of its report.

    `kept`: of the recommendations of earlier visits due by the day of this one, how many this visit found kept, of how
    many it judged.
    """

    name: str
    earlier: Callable[[Inspection], Sequence[Earlier]]
    template: str
    context: Callable[[Actor, Inspection], dict[str, Any]]
    report: Callable[[Inspection, bool], Sequence[Block]]
    kept: Callable[[Inspection], tuple[int, int] | None] = _not_known
    order: int = 50


@cache
def _gathered() -> tuple[RoomOffer, ...]:
    modules = [import_module(f"rihai.monitoring.{part}.offers") for part in PARTS]
    found = [one for module in modules for one in getattr(module, "ROOM_OFFERS", ())]
    return tuple(sorted(found, key=lambda one: one.order))


def earlier_of(inspection: Inspection) -> list[Earlier]:
    """The recommendations that are to be verified on a visit, those due first."""
    return [one for offer in _gathered() for one in offer.earlier(inspection)]


def kept_of(inspection: Inspection) -> tuple[int, int] | None:
    """Recommendations found kept on a visit, of those that were due; None where none was judged."""
    return next((found for offer in _gathered() if (found := offer.kept(inspection)) is not None), None)


def panels_of(inspection: Inspection, *, actor: Actor) -> list[tuple[str, dict[str, Any]]]:
    """What the parts add to the page of an inspection: a template each, and what it is given."""
    return [(offer.template, offer.context(actor, inspection)) for offer in _gathered()]


def report_of(inspection: Inspection, *, own: bool) -> list[Block]:
    """What the parts add to the report; with `own`, also what the authority is not to read."""
    return [block for offer in _gathered() for block in offer.report(inspection, own)]

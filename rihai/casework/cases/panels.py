"""What a part of the room offers the page of a case and the caseload; cases know no part above them.

A part writes `CASE_OFFERS: tuple[CaseOffer, ...] = (CasePanel(...), CaseDue(...))` in its `offers.py`, beside OFFERS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any
from uuid import UUID

from rihai.casework.cases.models import Case
from rihai.kit.actor import Actor

PARTS = ("services", "plans", "sessions", "mentoring", "aftercare", "health", "survivors")


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePanel:
    """A part of the page of a case: a template and what it is given as `panel_context`; None shows nothing.

    It is asked only for a case that the actor sees; rows of another class than the case's it withholds itself.
    """

    name: str
    title: Any
    template: str
    context: Callable[[Actor, Case, date], dict[str, Any] | None]
    order: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """Something due in a case: on which day, what, where it is done."""

    due_on: date
    says: Any
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDue:
    """What a part has due in cases, for a page of them at once in a constant number of queries; and by worker.

    `by_worker` gives for each account how much is due in the next week and how much is overdue, of cases the actor
    sees.
    """

    name: str
    of_cases: Callable[[Actor, Sequence[UUID], date], Mapping[UUID, Sequence[DueLine]]]
    by_worker: Callable[[Actor, date], Mapping[UUID, tuple[int, int]]]


CaseOffer = CasePanel | CaseDue


@cache
def gathered() -> tuple[CaseOffer, ...]:
    """Everything the parts offer to cases, in the order of the parts."""
    modules = [import_module(f"rihai.casework.{part}.offers") for part in PARTS]
    return tuple(one for module in modules for one in getattr(module, "CASE_OFFERS", ()))


def panels() -> list[CasePanel]:
    """The parts of the page of a case, in their order."""
    return sorted((one for one in gathered() if isinstance(one, CasePanel)), key=lambda one: one.order)


def dues() -> list[CaseDue]:
    """Who has something due in cases."""
    return [one for one in gathered() if isinstance(one, CaseDue)]

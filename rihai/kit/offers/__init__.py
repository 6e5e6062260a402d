"""What a room offers the house: plain values in its `offers.py`, gathered once.

A room writes `OFFERS: tuple[Offer, ...]`; whoever shows them asks `offered(Worklist)`. Calls upwards go through here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TypeVar

from django.apps import apps

from rihai.kit.handling import FormHandler
from rihai.kit.offers.acts import ActWords, After, Before, Done, JobKind, NoticeWords, RunsAs, Tick
from rihai.kit.offers.agenda import AgendaFor, AgendaRow, AgendaSource
from rihai.kit.offers.leaving import (
    Export,
    FileOwner,
    FindsPerson,
    Letter,
    Measure,
    Retained,
    Retention,
    SubjectExtract,
)
from rihai.kit.offers.lines import Doubt, FactDoubts, LawNote, ProvisionNote, RowActs, RowKey, RowSaid
from rihai.kit.offers.pages import (
    AtStake,
    Found,
    Happening,
    Navigation,
    PersonPanel,
    PersonTimeline,
    PlacePanel,
    Search,
    Station,
    Worklist,
    WorkRow,
)
from rihai.kit.offers.public import CertificateKind, ChallengeDoor, Hardship, Verified

__all__ = [
    "ActWords",
    "After",
    "AgendaFor",
    "AgendaRow",
    "AgendaSource",
    "AtStake",
    "Before",
    "CertificateKind",
    "ChallengeDoor",
    "Done",
    "Doubt",
    "Export",
    "FactDoubts",
    "FileOwner",
    "FindsPerson",
    "Found",
    "Happening",
    "Hardship",
    "JobKind",
    "Kind",
    "LawNote",
    "Letter",
    "Measure",
    "Navigation",
    "NoticeWords",
    "Offer",
    "PersonPanel",
    "PersonTimeline",
    "PlacePanel",
    "ProvisionNote",
    "Retained",
    "Retention",
    "RowActs",
    "RowKey",
    "RowSaid",
    "RunsAs",
    "Search",
    "Station",
    "SubjectExtract",
    "Tick",
    "Verified",
    "WorkRow",
    "Worklist",
    "gathered",
    "offered",
]

Offer = (
    Navigation | Worklist | Search | PlacePanel | FindsPerson | Tick | JobKind | RunsAs | FileOwner | Export | Letter
    | PersonPanel | Before | After | ActWords | RowActs | FactDoubts | ProvisionNote | PersonTimeline | Measure
    | SubjectExtract | NoticeWords | FormHandler | AgendaSource | Retention | CertificateKind
    | ChallengeDoor
)  # fmt: skip
Kind = TypeVar(
    "Kind",
    Navigation, Worklist, Search, PlacePanel, FindsPerson, Tick, JobKind, RunsAs, FileOwner, Export, Letter,
    PersonPanel, Before, After, ActWords, RowActs, FactDoubts, ProvisionNote, PersonTimeline, Measure, SubjectExtract,
    FormHandler, NoticeWords, AgendaSource, Retention, CertificateKind, ChallengeDoor,
)  # fmt: skip
HOUSEKEEPING = "rihai.kit.housekeeping"  # what kit itself offers; it cannot stand here, where the kinds of offers are


@cache
def gathered() -> tuple[Offer, ...]:
    """Everything the installed rooms offer, in the order of the rooms."""
    rooms = [f"{config.name}.offers" for config in apps.get_app_configs() if config.name != "rihai.kit"]
    modules = [module for module in rooms if find_spec(module)] + [HOUSEKEEPING]
    return tuple(offer for module in modules for offer in import_module(module).OFFERS)


def offered(kind: type[Kind]) -> tuple[Kind, ...]:
    """The offers of one kind, ordered where they have an order."""
    found: Iterable[Kind] = [offer for offer in gathered() if isinstance(offer, kind)]
    return tuple(sorted(found, key=lambda offer: getattr(offer, "order", 0)))

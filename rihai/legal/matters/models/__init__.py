"""What is kept of matters; every table is of the team alone, but for what is said to be public."""

from __future__ import annotations

from rihai.legal.matters.models.bail import BailOrder, Surety
from rihai.legal.matters.models.codes import (
    SUCCESSES,
    AdjournedBy,
    AdjournedWhy,
    HearingOutcome,
    Kind,
    LegalGround,
    MoneyKind,
    NotProduced,
    Outcome,
    PaidBy,
    PaperKind,
    Produced,
    Purpose,
    Side,
    Stage,
    State,
    TeamRole,
)
from rihai.legal.matters.models.court import CalendarFeed, MatterHearing
from rihai.legal.matters.models.matter import (
    ConflictCheck,
    ConflictHit,
    Matter,
    MatterYear,
    Party,
    PartyKey,
    TeamMember,
    TimeEntry,
)
from rihai.legal.matters.models.money import MoneyOrder, Payment
from rihai.legal.matters.models.paper import MatterFile, PaperNeeded, Vakalatnama
from rihai.legal.matters.models.public import PublicFacts

__all__ = [
    "SUCCESSES", "AdjournedBy", "AdjournedWhy", "BailOrder", "CalendarFeed", "ConflictCheck", "ConflictHit",
    "HearingOutcome", "Kind", "LegalGround", "Matter", "MatterFile", "MatterHearing", "MatterYear", "MoneyKind",
    "MoneyOrder", "NotProduced", "Outcome", "PaidBy", "PaperKind", "PaperNeeded", "Party", "PartyKey", "Payment",
    "Produced", "PublicFacts", "Purpose", "Side", "Stage", "State", "Surety", "TeamMember", "TeamRole", "TimeEntry",
    "Vakalatnama",
]  # fmt: skip

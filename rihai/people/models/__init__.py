"""What is kept of people."""

from __future__ import annotations

from rihai.people.intake.calendar.models import CensusRhythm, ExpectedCensus
from rihai.people.intake.models import (
    Census,
    CensusChange,
    CensusFile,
    CensusLayout,
    RowProblem,
    SourceRow,
)
from rihai.people.models.case import Charge, ChildInside, CriminalCase, Hearing, Sentence
from rihai.people.models.custody import ENDS, CustodyEpisode, Movement, MovementKind, Placement
from rihai.people.models.linking import LinkDecision, Merge
from rihai.people.models.person import Alias, Identifier, LegalStatus, NameKey, Person, Sex
from rihai.people.models.statement import Difference, SourceKind, Statement
from rihai.people.models.ties import Consent, Relationship

__all__ = [
    "ENDS", "Alias", "Census", "CensusChange", "CensusFile", "CensusLayout", "CensusRhythm", "Charge",
    "ChildInside", "Consent", "CriminalCase", "CustodyEpisode", "Difference", "ExpectedCensus", "Hearing",
    "Identifier", "LegalStatus", "LinkDecision", "Merge", "Movement", "MovementKind", "NameKey", "Person",
    "Placement", "Relationship", "RowProblem", "Sentence", "Sex", "SourceKind", "SourceRow", "Statement",
]  # fmt: skip

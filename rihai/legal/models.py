"""What is kept of the legal work; each part of the room keeps its own."""

from __future__ import annotations

from rihai.legal.papers.models import Pack, PackPerson, PartnerLink, Petition, PetitionFact, PetitionFile, Sharing
from rihai.legal.response.models import ClockAct, Response, Step, StepNote, Telling

__all__ = [
    "ClockAct",
    "Pack",
    "PackPerson",
    "PartnerLink",
    "Petition",
    "PetitionFact",
    "PetitionFile",
    "Response",
    "Sharing",
    "Step",
    "StepNote",
    "Telling",
]

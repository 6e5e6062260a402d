"""What is kept of the legal work; each part of the room keeps its own."""

from __future__ import annotations

from rihai.legal.papers.models import Pack, PackPerson, PartnerLink, Petition, PetitionFact, PetitionFile, Sharing
from rihai.legal.release.models import DaysKept, ProvisionWord, ReachKept, Release, Slip, UnlawfulDetention
from rihai.legal.response.models import ClockAct, Response, Step, StepNote, Telling

__all__ = [
    "ClockAct",
    "DaysKept",
    "Pack",
    "PackPerson",
    "PartnerLink",
    "Petition",
    "PetitionFact",
    "PetitionFile",
    "ProvisionWord",
    "ReachKept",
    "Release",
    "Response",
    "Sharing",
    "Slip",
    "Step",
    "StepNote",
    "Telling",
    "UnlawfulDetention",
]

"""What is kept of services."""

from __future__ import annotations

from rihai.casework.services.models.base import Made, OfPerson
from rihai.casework.services.models.directory import Employer, PartnerService
from rihai.casework.services.models.enrolment import Enrolment, StageEntry
from rihai.casework.services.models.given import ANSWERS, Basis, JobPlacement, MaterialHelp, Referral, ReferralState

__all__ = [
    "ANSWERS", "Basis", "Employer", "Enrolment", "JobPlacement", "Made", "MaterialHelp", "OfPerson",
    "PartnerService", "Referral", "ReferralState", "StageEntry",
]  # fmt: skip

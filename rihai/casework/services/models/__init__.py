"""What is kept of services."""

from __future__ import annotations

from rihai.casework.services.models.base import Made, OfPerson
from rihai.casework.services.models.directory import Employer, PartnerService
from rihai.casework.services.models.enrolment import Enrolment, StageEntry
from rihai.casework.services.models.given import ANSWERS, Basis, JobPlacement, MaterialHelp, Referral, ReferralState

MOVED = (Enrolment, StageEntry, Referral, JobPlacement, MaterialHelp)
"""Tables whose rows go along when two persons turn out to be one."""

__all__ = [
    "ANSWERS", "MOVED", "Basis", "Employer", "Enrolment", "JobPlacement", "Made", "MaterialHelp", "OfPerson",
    "PartnerService", "Referral", "ReferralState", "StageEntry",
]  # fmt: skip

"""What is kept of health: needs, appointments, referrals, support in danger of self-harm, mothers and babies."""

from __future__ import annotations

from rihai.casework.health.models.care import (
    Appointment,
    HealthNeed,
    HealthReferral,
    How,
    Kind,
    Met,
    ReferralState,
    State,
)
from rihai.casework.health.models.mother import Baby, Dose, Ending, Pregnancy
from rihai.casework.health.models.support import DutyLine, Look, Looked, SupportPlan

__all__ = [
    "Appointment", "Baby", "Dose", "DutyLine", "Ending", "HealthNeed", "HealthReferral", "How", "Kind",
    "Look", "Looked", "Met", "Pregnancy", "ReferralState", "State", "SupportPlan",
]  # fmt: skip

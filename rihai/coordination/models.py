"""What is kept of coordination; each part of the room keeps its own."""

from __future__ import annotations

from rihai.coordination.briefing.models import (
    Briefing,
    BriefingAnswer,
    BriefingLine,
    BriefingLink,
    BriefingSending,
)
from rihai.coordination.challenges.models import Challenge, ChallengeCriteria, ChallengeEvidence, ChallengeReview
from rihai.coordination.plans.models import ActionPlan, Activity, ActivityStep
from rihai.coordination.targets.models import CensusCount, Target, TargetRevision

__all__ = [
    "ActionPlan", "Activity", "ActivityStep", "Briefing", "BriefingAnswer", "BriefingLine", "BriefingLink",
    "BriefingSending", "CensusCount", "Challenge", "ChallengeCriteria", "ChallengeEvidence", "ChallengeReview",
    "Target", "TargetRevision",
]  # fmt: skip

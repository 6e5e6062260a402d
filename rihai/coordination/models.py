"""What is kept of coordination; each part of the room keeps its own."""

from __future__ import annotations

from rihai.coordination.agenda.models import AgendaItem
from rihai.coordination.bodies.models import Body, Holder, Post
from rihai.coordination.briefing.models import (
    Briefing,
    BriefingAnswer,
    BriefingLine,
    BriefingLink,
    BriefingSending,
)
from rihai.coordination.challenges.models import (
    Challenge,
    ChallengeCriteria,
    ChallengeEvidence,
    ChallengeReview,
    Proposal,
)
from rihai.coordination.decisions.models import Action, ActionAnswer, Decision
from rihai.coordination.meetings.models import Attendance, Meeting, Moved
from rihai.coordination.papers.models import CopyLink, PaperCopy, Papers
from rihai.coordination.plans.models import ActionPlan, Activity, ActivityStep
from rihai.coordination.targets.models import CensusCount, Target, TargetRevision

__all__ = [
    "Action", "ActionAnswer", "ActionPlan", "Activity", "ActivityStep", "AgendaItem", "Attendance", "Body", "Briefing",
    "BriefingAnswer", "BriefingLine", "BriefingLink", "BriefingSending", "CensusCount", "Challenge",
    "ChallengeCriteria", "ChallengeEvidence", "ChallengeReview", "CopyLink", "Decision", "Holder", "Meeting", "Moved",
    "PaperCopy", "Papers", "Post", "Proposal", "Target", "TargetRevision",
]  # fmt: skip

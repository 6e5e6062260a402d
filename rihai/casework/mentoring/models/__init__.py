"""What is kept of mentoring: volunteers and how they were vetted, wishes, matches, meetings, concerns."""

from __future__ import annotations

from rihai.casework.mentoring.models.codes import (
    About,
    Answer,
    Boundary,
    CheckKind,
    CheckResult,
    Ending,
    Faith,
    Ground,
    How,
    Language,
    MatchState,
    Once,
    Outcome,
    Pausing,
    Said,
    Signed,
    SupervisionKind,
    Time,
    Topic,
    VolunteerState,
    Wants,
    WithSex,
)
from rihai.casework.mentoring.models.match import MentorConcern, MentoringWish, MentorMatch, MentorMeeting
from rihai.casework.mentoring.models.volunteer import (
    MentorAgreement,
    MentorCheck,
    MentorDecision,
    MentorReference,
    MentorSupervision,
    MentorTraining,
    Volunteer,
)

__all__ = [
    "About", "Answer", "Boundary", "CheckKind", "CheckResult", "Ending", "Faith", "Ground", "How", "Language",
    "MatchState", "MentorAgreement", "MentorCheck", "MentorConcern", "MentorDecision", "MentorMatch", "MentorMeeting",
    "MentorReference", "MentorSupervision", "MentorTraining", "MentoringWish", "Once", "Outcome", "Pausing", "Said",
    "Signed", "SupervisionKind", "Time", "Topic", "Volunteer", "VolunteerState", "Wants", "WithSex",
]  # fmt: skip

"""What is kept of advocacy; each part of the room keeps its own."""

from __future__ import annotations

from rihai.advocacy.campaigns.models import Campaign, CampaignEvent, Material, MediaItem
from rihai.advocacy.commitments.models import Commitment, CommitmentStep
from rihai.advocacy.issues.models import Issue, IssueCase, IssueFigure, IssueStep, IssueTrial, Position
from rihai.advocacy.publications.models import Publication, PublicationFile, PublicationNote
from rihai.advocacy.reports.models import Report
from rihai.advocacy.stories.models import (
    RecognitionCheck,
    Story,
    StoryConsent,
    StoryPerson,
    StoryPicture,
    StoryUse,
    UseDecision,
)

__all__ = [
    "Campaign", "CampaignEvent", "Commitment", "CommitmentStep", "Issue", "IssueCase", "IssueFigure", "IssueStep",
    "IssueTrial", "Material", "MediaItem", "Position", "Publication", "PublicationFile", "PublicationNote",
    "RecognitionCheck", "Report", "Story", "StoryConsent", "StoryPerson", "StoryPicture", "StoryUse", "UseDecision",
]  # fmt: skip

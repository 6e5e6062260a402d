"""What is kept of advocacy; each part of the room keeps its own."""

from __future__ import annotations

from rihai.advocacy.campaigns.models import Campaign, CampaignEvent, Material, MediaItem
from rihai.advocacy.commitments.models import Commitment, CommitmentStep
from rihai.advocacy.figures.models import FigureCell, FigureNote, FigureRelease, FigureTable, FigureWithheld
from rihai.advocacy.issues.models import Issue, IssueCase, IssueFigure, IssueStep, IssueTrial, Position
from rihai.advocacy.publications.models import Publication, PublicationFile, PublicationNote
from rihai.advocacy.reports.models import Report
from rihai.advocacy.research.models import ResearchDownload, ResearchExtract, ResearchLink, ResearchRequest
from rihai.advocacy.stories.models import (
    RecognitionCheck,
    Story,
    StoryConsent,
    StoryPerson,
    StoryPicture,
    StoryUse,
    StoryWords,
    UseDecision,
)

__all__ = [
    "Campaign", "CampaignEvent", "Commitment", "CommitmentStep", "FigureCell", "FigureNote", "FigureRelease",
    "FigureTable", "FigureWithheld", "Issue", "IssueCase", "IssueFigure", "IssueStep", "IssueTrial", "Material",
    "MediaItem", "Position", "Publication", "PublicationFile", "PublicationNote", "RecognitionCheck", "Report",
    "ResearchDownload", "ResearchExtract", "ResearchLink", "ResearchRequest", "Story", "StoryConsent", "StoryPerson",
    "StoryPicture", "StoryUse", "StoryWords", "UseDecision",
]  # fmt: skip

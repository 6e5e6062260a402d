"""What campaigns, commitments, issues, reports, stories and publications offer, joined into the room's."""

from __future__ import annotations

from rihai.advocacy.campaigns.offers import OFFERS as CAMPAIGNS
from rihai.advocacy.commitments.offers import OFFERS as COMMITMENTS
from rihai.advocacy.issues.offers import OFFERS as ISSUES
from rihai.advocacy.publications.offers import OFFERS as PUBLICATIONS
from rihai.advocacy.reports.offers import OFFERS as REPORTS
from rihai.advocacy.stories.offers import OFFERS as STORIES
from rihai.kit.offers import Offer

OFFERS: tuple[Offer, ...] = (*CAMPAIGNS, *ISSUES, *COMMITMENTS, *REPORTS, *STORIES, *PUBLICATIONS)

"""What the room offers the house: the offers of its parts."""

from __future__ import annotations

from rihai.kit.offers import Offer
from rihai.monitoring.agenda import SOURCES
from rihai.monitoring.carried import OFFERS as CARRIED
from rihai.monitoring.complaints.offers import OFFERS as COMPLAINTS
from rihai.monitoring.conditions.offers import OFFERS as CONDITIONS
from rihai.monitoring.deaths.offers import OFFERS as DEATHS
from rihai.monitoring.disease.offers import OFFERS as DISEASE
from rihai.monitoring.incidents.offers import OFFERS as INCIDENTS
from rihai.monitoring.inspections.offers import OFFERS as INSPECTIONS
from rihai.monitoring.recommendations.offers import OFFERS as RECOMMENDATIONS

OFFERS: tuple[Offer, ...] = (
    *SOURCES,
    *INSPECTIONS,
    *RECOMMENDATIONS,
    *DEATHS,
    *DISEASE,
    *INCIDENTS,
    *COMPLAINTS,
    *CONDITIONS,
    *CARRIED,
)

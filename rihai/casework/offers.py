"""What the room offers the house: the offers of its parts."""

from __future__ import annotations

from rihai.casework import carried
from rihai.casework.aftercare.offers import OFFERS as AFTERCARE
from rihai.casework.cases.offers import OFFERS as CASES
from rihai.casework.health.offers import OFFERS as HEALTH
from rihai.casework.mentoring.offers import OFFERS as MENTORING
from rihai.casework.plans.offers import OFFERS as PLANS
from rihai.casework.services.offers import OFFERS as SERVICES
from rihai.casework.sessions.offers import OFFERS as SESSIONS
from rihai.casework.survivors.offers import OFFERS as SURVIVORS
from rihai.kit.offers import After, Before, Offer

OFFERS: tuple[Offer, ...] = (
    *CASES,
    *SERVICES,
    *PLANS,
    *SESSIONS,
    *MENTORING,
    *AFTERCARE,
    *HEALTH,
    *SURVIVORS,
    After(act="people.persons.merged", run=carried.follow_merge),
    After(act="people.persons.parted", run=carried.follow_parting),
    Before(act="people.census.undone", check=carried.nothing_is_built),
)

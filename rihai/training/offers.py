"""What the room offers the house: the offers of its parts."""

from __future__ import annotations

from rihai.kit.offers import Offer
from rihai.training.certificates.offers import OFFERS as CERTIFICATES
from rihai.training.courses.offers import OFFERS as COURSES
from rihai.training.learning import OFFERS as LEARNING
from rihai.training.overdue.offers import OFFERS as OVERDUE
from rihai.training.sessions.offers import OFFERS as SESSIONS

OFFERS: tuple[Offer, ...] = (*COURSES, *SESSIONS, *CERTIFICATES, *OVERDUE, *LEARNING)

"""What tests, levels, academies, cascades, lists from elsewhere and counts bring to the room: addresses and offers."""

from __future__ import annotations

from django.urls import URLPattern

from rihai.kit.offers import Offer
from rihai.training.academy.offers import OFFERS as ACADEMY
from rihai.training.academy.urls import urlpatterns as academy
from rihai.training.cascades.offers import OFFERS as CASCADES
from rihai.training.cascades.urls import urlpatterns as cascades
from rihai.training.completions.offers import OFFERS as COMPLETIONS
from rihai.training.completions.urls import urlpatterns as completions
from rihai.training.counted import MEASURES
from rihai.training.exams.offers import OFFERS as EXAMS
from rihai.training.exams.urls import urlpatterns as exams
from rihai.training.levels.offers import OFFERS as LEVELS
from rihai.training.levels.urls import urlpatterns as levels

OFFERS: tuple[Offer, ...] = (*EXAMS, *LEVELS, *ACADEMY, *CASCADES, *COMPLETIONS, *MEASURES)
URLS: list[URLPattern] = [*exams, *levels, *academy, *cascades, *completions]

"""What tests, doors, levels, academies, cascades, lists, the register and counts bring: addresses and offers."""

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
from rihai.training.doors.offers import OFFERS as DOORS
from rihai.training.doors.urls import urlpatterns as doors
from rihai.training.exams.offers import OFFERS as EXAMS
from rihai.training.exams.urls import urlpatterns as exams
from rihai.training.levels.offers import OFFERS as LEVELS
from rihai.training.levels.urls import urlpatterns as levels
from rihai.training.register.offers import OFFERS as REGISTER
from rihai.training.register.urls import urlpatterns as register

OFFERS: tuple[Offer, ...] = (*EXAMS, *DOORS, *LEVELS, *ACADEMY, *CASCADES, *COMPLETIONS, *REGISTER, *MEASURES)
URLS: list[URLPattern] = [*exams, *doors, *levels, *academy, *cascades, *completions, *register]

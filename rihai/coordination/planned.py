"""Briefings, targets, action plans, challenges and delay: their addresses, joined into the room's."""

from __future__ import annotations

from django.urls import URLPattern

from rihai.coordination.briefing.urls import urlpatterns as briefing_urls
from rihai.coordination.challenges.urls import urlpatterns as challenges_urls
from rihai.coordination.delay.urls import urlpatterns as delay_urls
from rihai.coordination.plans.urls import urlpatterns as plans_urls
from rihai.coordination.targets.urls import urlpatterns as targets_urls

URLS: list[URLPattern] = [*briefing_urls, *targets_urls, *plans_urls, *challenges_urls, *delay_urls]

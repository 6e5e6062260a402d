"""The addresses of the room `monitoring`, those of its parts one after another."""

from __future__ import annotations

from rihai.monitoring.complaints.urls import urlpatterns as complaints
from rihai.monitoring.conditions.urls import urlpatterns as conditions
from rihai.monitoring.deaths.urls import urlpatterns as deaths
from rihai.monitoring.disease.urls import urlpatterns as disease
from rihai.monitoring.incidents.urls import urlpatterns as incidents
from rihai.monitoring.inspections.urls import urlpatterns as inspections
from rihai.monitoring.recommendations.urls import urlpatterns as recommendations

app_name = "monitoring"
urlpatterns = [*inspections, *recommendations, *deaths, *disease, *incidents, *complaints, *conditions]

"""The addresses of the room `casework`, those of its parts one after another."""

from __future__ import annotations

from rihai.casework.aftercare.urls import urlpatterns as aftercare
from rihai.casework.cases.urls import urlpatterns as cases
from rihai.casework.health.urls import urlpatterns as health
from rihai.casework.mentoring.urls import urlpatterns as mentoring
from rihai.casework.plans.urls import urlpatterns as plans
from rihai.casework.services.urls import urlpatterns as services
from rihai.casework.sessions.urls import urlpatterns as sessions
from rihai.casework.survivors.urls import urlpatterns as survivors

app_name = "casework"
urlpatterns = [*cases, *services, *plans, *sessions, *mentoring, *aftercare, *health, *survivors]

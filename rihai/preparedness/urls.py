"""The addresses of the room `preparedness`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

from rihai.preparedness.drills.urls import urlpatterns as drills
from rihai.preparedness.emergencies.urls import urlpatterns as emergencies
from rihai.preparedness.materials.urls import urlpatterns as materials
from rihai.preparedness.money.urls import urlpatterns as money
from rihai.preparedness.plans.urls import urlpatterns as plans
from rihai.preparedness.posts.urls import urlpatterns as posts
from rihai.preparedness.procedures.urls import urlpatterns as procedures
from rihai.preparedness.readiness.urls import urlpatterns as readiness
from rihai.preparedness.stores.urls import urlpatterns as stores

app_name = "preparedness"
urlpatterns: list[URLPattern] = [
    *readiness,
    *procedures,
    *plans,
    *posts,
    *drills,
    *stores,
    *money,
    *emergencies,
    *materials,
]

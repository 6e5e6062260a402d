"""The addresses of the conditions of prisons."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.monitoring.conditions import views

urlpatterns: list[URLPattern] = [
    path("conditions/", views.index, name="conditions"),
    path("conditions/<int:pk>/", views.prison, name="conditions-of"),
    path("conditions/<int:pk>/new/", views.new, name="condition-new"),
    path("conditions/points/<uuid:pk>/back/", views.take_back, name="condition-back"),
]

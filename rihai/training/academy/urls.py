"""The addresses of academies."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.academy import views

urlpatterns: list[URLPattern] = [
    path("academies/", views.index, name="academies"),
    path("academies/new/", views.academy, name="academy-new"),
    path("academies/<uuid:pk>/", views.academy, name="academy-edit"),
    path("courses/<uuid:pk>/way/", views.way, name="way"),
    path("courses/<uuid:pk>/way/step/", views.step, name="way-step"),
    path("way/<uuid:pk>/withdraw/", views.withdraw, name="way-withdraw"),
]

"""The addresses of lists from elsewhere."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.completions import views

urlpatterns: list[URLPattern] = [
    path("finished/", views.index, name="finished-lists"),
    path("finished/give/", views.give, name="finished-give"),
    path("finished/<uuid:pk>/", views.one, name="finished-list"),
]

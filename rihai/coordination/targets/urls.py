"""The addresses of targets."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.coordination.targets import views

urlpatterns: list[URLPattern] = [
    path("targets/", views.index, name="targets"),
    path("targets/new/", views.new, name="target-new"),
    path("targets/<uuid:pk>/", views.target, name="target"),
    path("targets/<uuid:pk>/revise/", views.revise, name="target-revise"),
    path("targets/<uuid:pk>/end/", views.end, name="target-end"),
]

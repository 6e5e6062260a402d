"""The addresses of reports to international bodies."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.advocacy.reports import views

urlpatterns: list[URLPattern] = [
    path("reports/", views.index, name="reports"),
    path("reports/new/", views.new, name="report-new"),
    path("reports/<uuid:pk>/", views.report, name="report"),
    path("reports/<uuid:pk>/edit/", views.edit, name="report-edit"),
    path("reports/<uuid:pk>/hand-in/", views.hand_in, name="report-hand-in"),
]

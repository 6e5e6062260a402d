"""The addresses of disease."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.monitoring.disease.views import alerts, cases

urlpatterns: list[URLPattern] = [
    path("disease/", alerts.index, name="disease"),
    path("disease/definitions/", alerts.definitions, name="disease-definitions"),
    path("disease/alerts/<uuid:pk>/", alerts.alert, name="alert"),
    path("disease/alerts/<uuid:pk>/acknowledge/", alerts.acknowledge, name="alert-acknowledge"),
    path("disease/alerts/<uuid:pk>/done/", alerts.done_about, name="alert-done"),
    path("disease/alerts/<uuid:pk>/close/", alerts.close, name="alert-close"),
    path("disease/list/<int:pk>/", cases.line_list, name="line-list"),
    path("disease/list/<int:pk>/threshold/<slug:disease>/", cases.threshold, name="threshold"),
    path("disease/cases/new/", cases.new, name="disease-new"),
    path("disease/cases/<uuid:pk>/", cases.case, name="disease-case"),
]

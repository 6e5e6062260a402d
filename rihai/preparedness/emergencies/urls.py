"""The addresses of emergencies."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.preparedness.emergencies.views import live, opening, record

urlpatterns: list[URLPattern] = [
    path("emergencies/", opening.index, name="emergencies"),
    path("emergencies/open/", opening.new, name="emergency-new"),
    path("emergencies/offered/<uuid:pk>/", opening.proposal, name="proposal"),
    path("emergencies/offered/<uuid:pk>/decline/", opening.decline, name="proposal-decline"),
    path("emergencies/<uuid:pk>/", live.emergency, name="emergency"),
    path("emergencies/<uuid:pk>/log/", live.log, name="emergency-log"),
    path("emergencies/<uuid:pk>/stock/", live.stock, name="emergency-stock"),
    path("emergencies/<uuid:pk>/money/", live.money, name="emergency-money"),
    path("emergencies/<uuid:pk>/report/", live.report, name="emergency-report"),
    path("emergencies/<uuid:pk>/close/", live.close, name="emergency-close"),
    path("emergencies/<uuid:pk>/review/", live.review, name="emergency-review"),
    path("emergencies/<uuid:pk>/record/", record.record, name="emergency-record"),
    path("emergencies/steps/<uuid:pk>/", live.step, name="emergency-step"),
    path("emergencies/steps/<uuid:pk>/done/", live.done, name="emergency-done"),
    path("emergencies/reports/<uuid:pk>/", live.situation, name="situation"),
    path("emergencies/reports/<uuid:pk>/<slug:language>.pdf", live.situation_pdf, name="situation-pdf"),
]

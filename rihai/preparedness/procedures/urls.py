"""The addresses of procedures and policies."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.preparedness.procedures.views import giving, reading, shared, writing

urlpatterns: list[URLPattern] = [
    path("procedures/", reading.index, name="procedures"),
    path("procedures/new/", writing.new, name="procedure-new"),
    path("procedures/<uuid:pk>/", reading.procedure, name="procedure"),
    path("procedures/<uuid:pk>/edit/", writing.edit, name="procedure-edit"),
    path("procedures/<uuid:pk>/end/", writing.end, name="procedure-end"),
    path("procedures/<uuid:pk>/version/", writing.begin, name="text-new"),
    path("procedures/versions/<uuid:pk>/changes/", reading.changes, name="text-changes"),
    path("procedures/versions/<uuid:pk>/write/", writing.write, name="text-write"),
    path("procedures/versions/<uuid:pk>/ask/", writing.ask, name="text-ask"),
    path("procedures/versions/<uuid:pk>/approve/", writing.approve, name="text-approve"),
    path("procedures/versions/<uuid:pk>/back/", writing.send_back, name="text-back"),
    path("procedures/versions/<uuid:pk>/<int:place_id>/sheet-<slug:language>.pdf", giving.sheet, name="sheet-to-sign"),
    path("procedures/versions/<uuid:pk>/<int:place_id>/<str:post>/link/", giving.link, name="post-link-new"),
    path("procedures/links/<uuid:pk>/close/", giving.close, name="post-link-close"),
    path("to-read/<str:secret>/", shared.shared, name="post-link"),
    path("procedures/versions/<uuid:pk>/<int:place_id>/<str:post>/", reading.acknowledge, name="acknowledge"),
    path("procedures/versions/<uuid:pk>/<int:place_id>/<str:post>/by-hand/", reading.by_hand, name="acknowledge-hand"),
]

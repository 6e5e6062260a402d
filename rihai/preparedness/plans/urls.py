"""The addresses of contingency plans."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.preparedness.plans.views import reading, writing

urlpatterns: list[URLPattern] = [
    path("plans/", reading.index, name="plans"),
    path("plans/new/", writing.begin, name="plan-new"),
    path("plans/<uuid:pk>/", reading.plan, name="plan"),
    path("plans/<uuid:pk>/version/", writing.begin_version, name="plan-version"),
    path("plans/versions/<uuid:pk>/changes/", reading.changes, name="plan-changes"),
    path("plans/versions/<uuid:pk>/paper/<str:language>/", reading.paper, name="plan-paper"),
    path("plans/versions/<uuid:pk>/texts/", writing.texts, name="plan-texts"),
    path("plans/versions/<uuid:pk>/ask/", writing.ask, name="plan-ask"),
    path("plans/versions/<uuid:pk>/approve/", writing.approve, name="plan-approve"),
    path("plans/versions/<uuid:pk>/back/", writing.send_back, name="plan-back"),
    path("plans/versions/<uuid:pk>/<str:sort>/new/", writing.row, name="plan-row-new"),
    path("plans/versions/<uuid:pk>/<str:sort>/<uuid:row_id>/", writing.row, name="plan-row"),
    path("plans/versions/<uuid:pk>/<str:sort>/<uuid:row_id>/drop/", writing.drop, name="plan-row-drop"),
    path("plans/versions/<uuid:pk>/<str:sort>/<uuid:row_id>/up/", writing.move, name="plan-row-up"),
    path("who-needs-help/<int:place_id>/", reading.helped, name="helped"),
    path("who-needs-help/<int:place_id>/paper/<str:language>/", reading.helped_paper, name="helped-paper"),
]

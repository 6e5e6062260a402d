"""The addresses of complaints and requests."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.monitoring.complaints.views import lists, one

urlpatterns: list[URLPattern] = [
    path("complaints/", lists.index, name="complaints"),
    path("complaints/numbers/", lists.in_numbers, name="complaint-numbers"),
    path("complaints/new/", one.new, name="complaint-new"),
    path("complaints/<uuid:pk>/", one.complaint, name="complaint"),
    path("complaints/<uuid:pk>/acknowledge/", one.acknowledge, name="complaint-acknowledge"),
    path("complaints/<uuid:pk>/answer/", one.answer, name="complaint-answer"),
    path("complaints/<uuid:pk>/content/", one.satisfied, name="complaint-satisfied"),
    path("complaints/<uuid:pk>/appeal/", one.appeal, name="complaint-appeal"),
    path("complaints/<uuid:pk>/appeal/answer/", one.appeal_answer, name="complaint-appeal-answer"),
]

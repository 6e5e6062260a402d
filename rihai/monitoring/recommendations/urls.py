"""The addresses of findings and recommendations."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.monitoring.recommendations.views import answering, writing

urlpatterns: list[URLPattern] = [
    path("recommendations/", answering.index, name="recommendations"),
    path("recommendations/<uuid:pk>/", answering.recommendation, name="recommendation"),
    path("recommendations/<uuid:pk>/respond/", answering.respond, name="respond"),
    path("recommendations/<uuid:pk>/verify/<uuid:visit>/", writing.verify, name="verify"),
    path("recommendations/<uuid:pk>/withdraw/", writing.withdraw, name="withdraw"),
    path("inspections/<uuid:pk>/findings/new/", writing.new_finding, name="finding-new"),
    path("inspections/<uuid:pk>/send/", writing.send, name="send"),
    path("inspections/<uuid:pk>/final/", writing.final, name="final"),
    path("inspections/<uuid:pk>/link/", writing.link, name="link"),
    path("findings/<uuid:pk>/", writing.change_finding, name="finding"),
    path("findings/<uuid:pk>/recommend/", writing.recommend, name="recommend"),
    path("findings/<uuid:pk>/answer/", answering.answer, name="answer"),
    path("links/<uuid:pk>/close/", writing.end_link, name="link-close"),
    path("shared/<str:secret>/", answering.shared, name="shared"),
]

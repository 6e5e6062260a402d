"""The addresses of briefings."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.coordination.briefing.views import desk, shared

urlpatterns: list[URLPattern] = [
    path("briefings/", desk.index, name="briefings"),
    path("briefings/new/", desk.new, name="briefing-new"),
    path("briefings/<uuid:pk>/", desk.briefing, name="briefing"),
    path("briefings/<uuid:pk>/again/", desk.again, name="briefing-again"),
    path("briefings/<uuid:pk>/sign/", desk.sign, name="briefing-sign"),
    path("briefings/<uuid:pk>/add/", desk.add, name="briefing-add"),
    path("briefings/<uuid:pk>/send/<str:to>/", desk.send, name="briefing-send"),
    path("briefings/<uuid:pk>/paper/<str:kind>/<str:language>/", desk.paper, name="briefing-paper"),
    path("briefings/lines/<uuid:pk>/answer/", desk.answer, name="briefing-answer"),
    path("briefings/links/<uuid:pk>/close/", desk.close, name="briefing-link-close"),
    path("briefings/shared/<str:secret>/", shared.shared, name="briefing-shared"),
]

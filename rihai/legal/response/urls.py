"""The addresses of the response loop; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.legal.response.views import line, lists, together

urlpatterns: list[URLPattern] = [
    path("mine/", lists.mine, name="mine"),
    path("untouched/", lists.untouched, name="untouched"),
    path("still-inside/", lists.inside, name="inside"),
    path("still-inside/<uuid:pk>/done/", lists.clock_done, name="clock-done"),
    path("days-lost/", lists.lost, name="lost"),
    path("obstacles/", lists.hindrances, name="obstacles"),
    path("line/<uuid:pk>/", line.respond, name="respond"),
    path("line/<uuid:pk>/offer/", line.answer_offer, name="answer-offer"),
    path("telling/<uuid:pk>/", line.telling, name="telling"),
    path("together/take/", together.take_all, name="take-all"),
    path("together/refer/", together.refer_all, name="refer-all"),
    path("together/park/", together.park_all, name="park-all"),
    path("together/hand-over/", together.hand_all, name="hand-all"),
    path("together/assign/", together.assign_all, name="assign-all"),
]

"""The addresses of the challenges register."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.coordination.challenges import views

urlpatterns: list[URLPattern] = [
    path("challenges/", views.index, name="challenges"),
    path("challenges/new/", views.new, name="challenge-new"),
    path("challenges/handed-up/<uuid:pk>/", views.proposal, name="proposal"),
    path("challenges/handed-up/<uuid:pk>/leave/", views.proposal_leave, name="proposal-leave"),
    path("challenges/criteria/", views.criteria, name="criteria"),
    path("challenges/<uuid:pk>/", views.challenge, name="challenge"),
    path("challenges/<uuid:pk>/edit/", views.edit, name="challenge-edit"),
    path("challenges/<uuid:pk>/show/", views.show, name="challenge-show"),
    path("challenges/<uuid:pk>/review/", views.review, name="challenge-review"),
]

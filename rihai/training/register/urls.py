"""The addresses of the register."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.register import views

urlpatterns: list[URLPattern] = [
    path("twice/", views.twice, name="twice"),
    path("twice/<uuid:pk>/<uuid:other>/", views.join, name="trainee-join"),
    path("twice/<uuid:pk>/<uuid:other>/never/", views.never, name="trainee-never"),
    path("trainees/<uuid:pk>/same/", views.same, name="trainee-same"),
    path("trainees/<uuid:pk>/part/", views.part, name="trainee-part"),
    path("trainees/<uuid:pk>/kept/", views.kept, name="trainee-kept"),
    path("time-over/", views.time_over, name="time-over"),
    path("time-over/<uuid:pk>/", views.let_go, name="trainee-let-go"),
]

"""The addresses of doors."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.doors import views

urlpatterns: list[URLPattern] = [
    path("sessions/<uuid:pk>/doors/", views.doors, name="doors"),
    path("doors/<uuid:pk>/shut/", views.shut, name="door-shut"),
    path("door/<str:secret>/", views.door, name="door"),
]

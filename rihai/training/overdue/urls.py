"""The addresses of overdue courses."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.overdue import views

urlpatterns: list[URLPattern] = [
    path("overdue/", views.overdue, name="overdue"),
    path("overdue/<int:pk>/", views.place, name="overdue-place"),
]

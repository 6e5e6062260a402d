"""The addresses of delay and of measures other than prison."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.coordination.delay import views

urlpatterns: list[URLPattern] = [
    path("delay/", views.delay, name="delay"),
    path("measures/", views.instead, name="instead"),
]

"""The address of the volumes of the line."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.helpline.volumes import views

urlpatterns: list[URLPattern] = [path("volumes/", views.index, name="volumes")]

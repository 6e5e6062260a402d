"""The addresses of research extracts."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.advocacy.research import views

urlpatterns: list[URLPattern] = [
    path("research/", views.index, name="research-index"),
    path("research/new/", views.new, name="research-new"),
    path("research/<uuid:pk>/", views.research, name="research"),
    path("research/<uuid:pk>/decide/", views.decide, name="research-decide"),
    path("research/<uuid:pk>/agree/", views.agree, name="research-agree"),
    path("research/<uuid:pk>/make/", views.make, name="research-make"),
    path("research/<uuid:pk>/end/", views.end, name="research-end"),
    path("research/extracts/<uuid:pk>/", views.fetch, name="research-fetch"),
]

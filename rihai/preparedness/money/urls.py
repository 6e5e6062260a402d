"""The addresses of crisis money."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.preparedness.money import views

urlpatterns: list[URLPattern] = [
    path("money/", views.index, name="money"),
    path("money/new/", views.line_new, name="line-new"),
    path("money/<uuid:pk>/", views.line, name="line"),
    path("money/<uuid:pk>/edit/", views.line_edit, name="line-edit"),
    path("money/<uuid:pk>/ask/", views.ask, name="money-ask"),
    path("money/requests/<uuid:pk>/", views.one_request, name="money-request"),
    path("money/requests/<uuid:pk>/decide/", views.decide, name="money-decide"),
    path("money/requests/<uuid:pk>/spend/", views.spend, name="money-spend"),
    path("money/requests/<uuid:pk>/settle/", views.settle, name="money-settle"),
]

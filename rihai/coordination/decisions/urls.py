"""The addresses of decisions and actions."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.coordination.decisions import views

urlpatterns: list[URLPattern] = [
    path("actions/", views.index, name="actions"),
    path("bodies/meetings/<uuid:pk>/decide/", views.decide, name="decide"),
    path("bodies/decisions/<uuid:pk>/action/", views.new_action, name="action-new"),
    path("actions/<uuid:pk>/", views.action, name="action"),
    path("actions/<uuid:pk>/answer/", views.answer, name="action-answer"),
    path("actions/<uuid:pk>/done/", views.settle, name="action-done"),
    path("actions/<uuid:pk>/drop/", views.drop, name="action-drop"),
    path("actions/<uuid:pk>/own/", views.own, name="own-action"),
]

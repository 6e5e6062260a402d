"""The addresses of action plans."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.coordination.plans import views

urlpatterns: list[URLPattern] = [
    path("plans/", views.index, name="plans"),
    path("plans/new/", views.new, name="plan-new"),
    path("plans/<uuid:pk>/", views.plan, name="plan"),
    path("plans/<uuid:pk>/edit/", views.edit, name="plan-edit"),
    path("plans/<uuid:pk>/close/", views.close, name="plan-close"),
    path("plans/<uuid:pk>/add/", views.add, name="activity-new"),
    path("plans/activities/<uuid:pk>/", views.move, name="activity"),
]

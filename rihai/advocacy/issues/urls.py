"""The addresses of policy issues."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.advocacy.issues import views

urlpatterns: list[URLPattern] = [
    path("issues/", views.index, name="issues"),
    path("issues/new/", views.new, name="issue-new"),
    path("issues/<uuid:pk>/", views.issue, name="issue"),
    path("issues/<uuid:pk>/edit/", views.edit, name="issue-edit"),
    path("issues/<uuid:pk>/position/", views.position, name="issue-position"),
    path("issues/<uuid:pk>/step/<slug:kind>/", views.step, name="issue-step"),
    path("issues/<uuid:pk>/figure/", views.figure, name="issue-figure"),
    path("issues/<uuid:pk>/trial/", views.trial, name="issue-trial"),
    path("issues/<uuid:pk>/case/", views.case, name="issue-case"),
]

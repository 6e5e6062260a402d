"""The addresses of publications."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.advocacy.publications import views

urlpatterns: list[URLPattern] = [
    path("publications/", views.index, name="publications"),
    path("publications/new/", views.new, name="publication-new"),
    path("publications/<uuid:pk>/", views.publication, name="publication"),
    path("publications/<uuid:pk>/edit/", views.edit, name="publication-edit"),
    path("publications/<uuid:pk>/file/", views.file, name="publication-file"),
    path("publications/<uuid:pk>/ask/", views.ask, name="publication-ask"),
    path("publications/<uuid:pk>/sign/", views.sign, name="publication-sign"),
    path("publications/<uuid:pk>/back/", views.back, name="publication-back"),
    path("publications/<uuid:pk>/withdraw/", views.withdraw, name="publication-withdraw"),
    path("publications/<uuid:pk>/note/<slug:kind>/", views.note, name="publication-note"),
]

"""The addresses of information materials."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.preparedness.materials import views

urlpatterns: list[URLPattern] = [
    path("materials/", views.index, name="materials"),
    path("materials/new/", views.new, name="material-new"),
    path("materials/<uuid:pk>/", views.material, name="material"),
    path("materials/<uuid:pk>/edit/", views.edit, name="material-edit"),
    path("materials/<uuid:pk>/language/", views.text, name="material-text"),
    path("materials/<uuid:pk>/withdraw/", views.withdraw, name="material-withdraw"),
    path("materials/languages/<uuid:pk>/check/", views.check, name="material-check"),
    path("materials/languages/<uuid:pk>/send/", views.send, name="material-send"),
    path("materials/sent/<uuid:pk>/arrived/", views.arrived, name="material-arrived"),
    path("materials/sent/<uuid:pk>/post/", views.post, name="material-post"),
    path("materials/posted/<uuid:pk>/down/", views.down, name="material-down"),
]

"""The addresses of campaigns."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.advocacy.campaigns import views

urlpatterns: list[URLPattern] = [
    path("campaigns/", views.index, name="campaigns"),
    path("campaigns/new/", views.new, name="campaign-new"),
    path("campaigns/<uuid:pk>/", views.campaign, name="campaign"),
    path("campaigns/<uuid:pk>/edit/", views.edit, name="campaign-edit"),
    path("campaigns/<uuid:pk>/events/new/", views.new_event, name="event-new"),
    path("campaigns/<uuid:pk>/materials/new/", views.new_material, name="material-new"),
    path("campaigns/<uuid:pk>/media/new/", views.new_media, name="media-new"),
    path("campaigns/events/<uuid:pk>/edit/", views.edit_event, name="event-edit"),
]

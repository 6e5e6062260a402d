"""The addresses of posts."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.preparedness.posts import views

urlpatterns: list[URLPattern] = [
    path("posts/<int:place_id>/", views.posts, name="posts"),
    path("posts/<int:place_id>/give/", views.give, name="post-give"),
    path("posts/<int:place_id>/<str:post>/leave/", views.leave, name="post-leave"),
]

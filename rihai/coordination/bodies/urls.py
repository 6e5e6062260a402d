"""The addresses of committees."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.coordination.bodies import views

urlpatterns: list[URLPattern] = [
    path("bodies/", views.index, name="bodies"),
    path("bodies/new/", views.new, name="body-new"),
    path("bodies/<uuid:pk>/", views.body, name="body"),
    path("bodies/<uuid:pk>/edit/", views.edit, name="body-edit"),
    path("bodies/<uuid:pk>/look-after/", views.look_after, name="body-look-after"),
    path("bodies/<uuid:pk>/posts/new/", views.new_post, name="post-new"),
    path("bodies/posts/<uuid:pk>/holder/", views.holder, name="holder"),
    path("bodies/posts/<uuid:pk>/leave/", views.leave, name="post-leave"),
    path("bodies/posts/<uuid:pk>/end/", views.end_post, name="post-end"),
]

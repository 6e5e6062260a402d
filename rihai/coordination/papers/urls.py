"""The addresses of papers; they hold ids and secrets, never a name."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.coordination.papers import views

urlpatterns: list[URLPattern] = [
    path("bodies/meetings/<uuid:pk>/send/", views.send, name="papers-send"),
    path("bodies/copies/<uuid:pk>/<str:language>.<str:kind>", views.copy, name="copy"),
    path("bodies/copies/<uuid:pk>/links/", views.links, name="links"),
    path("bodies/links/<uuid:pk>/close/", views.end_link, name="link-close"),
    path("mine/", views.mine, name="mine"),
    path("mine/<uuid:pk>/", views.own, name="own-copy"),
    path("mine/<uuid:pk>/<str:language>.<str:kind>", views.own_file, name="own-copy-file"),
    path("shared/<str:secret>/", views.shared, name="shared"),
]

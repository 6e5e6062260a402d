"""The addresses of stores."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.preparedness.stores import views

urlpatterns: list[URLPattern] = [
    path("stores/", views.index, name="stores"),
    path("stores/new/", views.store_new, name="store-new"),
    path("stores/<uuid:pk>/", views.store, name="store"),
    path("stores/<uuid:pk>/edit/", views.store_edit, name="store-edit"),
    path("stores/<uuid:pk>/close/", views.store_close, name="store-close"),
    path("stores/<uuid:pk>/add/", views.item_new, name="stock-new"),
    path("stores/<uuid:pk>/count/", views.count, name="store-count"),
    path("stores/<uuid:pk>/sheet.pdf", views.sheet, name="store-sheet"),
    path("stores/items/<uuid:pk>/", views.item, name="stock-item"),
    path("stores/items/<uuid:pk>/edit/", views.item_edit, name="stock-edit"),
    path("stores/items/<uuid:pk>/end/", views.item_end, name="stock-end"),
    path("stores/items/<uuid:pk>/receive/", views.receive, name="stock-receive"),
    path("stores/items/<uuid:pk>/issue/", views.issue, name="stock-issue"),
    path("stores/lots/<uuid:pk>/back/", views.back, name="lot-back"),
    path("stores/lots/<uuid:pk>/write-off/", views.loss, name="lot-loss"),
]

"""The addresses of stores."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.preparedness.stores.views import lots, shelves

urlpatterns: list[URLPattern] = [
    path("stores/", shelves.index, name="stores"),
    path("stores/new/", shelves.store_new, name="store-new"),
    path("stores/<uuid:pk>/", shelves.store, name="store"),
    path("stores/<uuid:pk>/edit/", shelves.store_edit, name="store-edit"),
    path("stores/<uuid:pk>/close/", shelves.store_close, name="store-close"),
    path("stores/<uuid:pk>/add/", shelves.item_new, name="stock-new"),
    path("stores/<uuid:pk>/count/", lots.count, name="store-count"),
    path("stores/<uuid:pk>/sheet.pdf", lots.sheet, name="store-sheet"),
    path("stores/items/<uuid:pk>/", shelves.item, name="stock-item"),
    path("stores/items/<uuid:pk>/edit/", shelves.item_edit, name="stock-edit"),
    path("stores/items/<uuid:pk>/end/", shelves.item_end, name="stock-end"),
    path("stores/items/<uuid:pk>/receive/", shelves.receive, name="stock-receive"),
    path("stores/items/<uuid:pk>/issue/", shelves.issue, name="stock-issue"),
    path("stores/lots/<uuid:pk>/back/", lots.back, name="lot-back"),
    path("stores/lots/<uuid:pk>/write-off/", lots.loss, name="lot-loss"),
]

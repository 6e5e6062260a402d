"""The addresses of agendas."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.coordination.agenda import views

urlpatterns: list[URLPattern] = [
    path("bodies/meetings/<uuid:pk>/agenda/", views.agenda, name="agenda"),
    path("bodies/meetings/<uuid:pk>/agenda/fill/", views.fill, name="agenda-fill"),
    path("bodies/meetings/<uuid:pk>/agenda/add/", views.add, name="agenda-add"),
    path("bodies/meetings/<uuid:pk>/became/", views.became, name="became"),
    path("bodies/items/<uuid:pk>/leave-out/", views.leave_out, name="item-leave-out"),
    path("bodies/items/<uuid:pk>/bring-back/", views.bring_back, name="item-bring-back"),
    path("bodies/items/<uuid:pk>/first/", views.first, name="item-first"),
    path("bodies/guarded/<uuid:pk>/", views.guarded, name="guarded"),
]

"""The addresses of cascades."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.cascades import views

urlpatterns: list[URLPattern] = [
    path("cascades/", views.index, name="cascades"),
    path("sessions/<uuid:pk>/trainers/", views.session, name="came-out"),
    path("sessions/<uuid:pk>/trainers/add/", views.add, name="came-out-add"),
    path("came-out/<uuid:pk>/remove/", views.remove, name="came-out-remove"),
]

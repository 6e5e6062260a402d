"""The addresses of commitments and recommendations."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.advocacy.commitments import views

urlpatterns: list[URLPattern] = [
    path("commitments/", views.index, name="commitments"),
    path("commitments/new/<slug:kind>/", views.new, name="commitment-new"),
    path("commitments/sheet/", views.sheet, name="commitments-sheet"),
    path("commitments/<uuid:pk>/", views.commitment, name="commitment"),
    path("commitments/<uuid:pk>/edit/", views.edit, name="commitment-edit"),
    path("commitments/<uuid:pk>/follow/", views.follow, name="commitment-follow"),
]

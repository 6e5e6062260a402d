"""The addresses of tests."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.exams import views

urlpatterns: list[URLPattern] = [
    path("sessions/<uuid:pk>/test/", views.test, name="test"),
    path("sessions/<uuid:pk>/test/set/", views.set_test, name="test-set"),
    path("sessions/<uuid:pk>/test/codes/", views.codes, name="test-codes"),
    path("sessions/<uuid:pk>/test/close/", views.close, name="test-close"),
]

"""The addresses of certificates."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.certificates import views

urlpatterns: list[URLPattern] = [
    path("sessions/<uuid:pk>/certificates/", views.give, name="certificates-give"),
    path("sessions/<uuid:pk>/certificates/print/", views.print_all, name="certificates-print"),
    path("certificates/<uuid:pk>/", views.certificate, name="certificate"),
    path("certificates/<uuid:pk>/paper/", views.paper, name="certificate-paper"),
    path("certificates/<uuid:pk>/withdraw/", views.withdraw, name="certificate-withdraw"),
    path("trainees/<uuid:pk>/finished/", views.elsewhere, name="trainee-finished"),
    path("finished/<uuid:pk>/unsay/", views.unsay, name="finished-unsay"),
]

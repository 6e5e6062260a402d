"""The addresses of the four levels."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.levels import views

urlpatterns: list[URLPattern] = [
    path("sessions/<uuid:pk>/levels/", views.session_levels, name="levels"),
    path("sessions/<uuid:pk>/figures/add/", views.add_figure, name="figure-add"),
    path("courses/<uuid:pk>/levels/", views.course_levels, name="course-levels"),
    path("figures/<uuid:pk>/count/", views.count_again, name="figure-count"),
    path("figures/<uuid:pk>/drop/", views.drop_figure, name="figure-drop"),
    path("on-the-job/", views.on_the_job, name="on-the-job"),
]

"""The addresses of the test room."""

from __future__ import annotations

from django.urls import path

from tests.walled import views

app_name = "test_people"
urlpatterns = [path("", views.index, name="index"), path("<uuid:pk>/", views.person, name="person")]

"""The addresses of the room `training`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

from rihai.training.certificates.urls import urlpatterns as certificates
from rihai.training.courses.urls import urlpatterns as courses
from rihai.training.learning import URLS as LEARNING
from rihai.training.overdue.urls import urlpatterns as overdue
from rihai.training.sessions.urls import urlpatterns as sessions

app_name = "training"
urlpatterns: list[URLPattern] = [*courses, *sessions, *certificates, *overdue, *LEARNING]

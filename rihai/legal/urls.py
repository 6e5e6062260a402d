"""The addresses of the room `legal`, those of its parts one after another."""

from __future__ import annotations

from rihai.legal.matters.urls import urlpatterns as matters
from rihai.legal.papers.urls import urlpatterns as papers
from rihai.legal.release.urls import urlpatterns as release
from rihai.legal.response.urls import urlpatterns as response

app_name = "legal"
urlpatterns = [*response, *matters, *papers, *release]

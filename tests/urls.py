"""Every address of the site, and those of the room made for the tests."""

from __future__ import annotations

from django.urls import include, path

from rihai.config.urls import urlpatterns as _site

urlpatterns = [*_site, path("test-people/", include("tests.walled.urls"))]

"""Every address of the site, and those of the room made for the tests."""

from __future__ import annotations

from django.urls import include, path

from rihai.config import urls as site

urlpatterns = [*site.urlpatterns, path("test-people/", include("tests.walled.urls"))]
handler500 = site.handler500

"""The addresses of research extracts."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.advocacy.research.views import asking, leaving

urlpatterns: list[URLPattern] = [
    path("research/", asking.index, name="research-index"),
    path("research/new/", asking.new, name="research-new"),
    path("research/<uuid:pk>/", asking.research, name="research"),
    path("research/<uuid:pk>/decide/", asking.decide, name="research-decide"),
    path("research/<uuid:pk>/agree/", asking.agree, name="research-agree"),
    path("research/<uuid:pk>/make/", asking.make, name="research-make"),
    path("research/<uuid:pk>/end/", asking.end, name="research-end"),
    path("research/extracts/<uuid:pk>/", leaving.fetch, name="research-fetch"),
    path("research/extracts/<uuid:pk>/link/", leaving.link, name="research-link"),
    path("research/links/<uuid:pk>/close/", leaving.end_link, name="research-link-close"),
    path("research/copies/whose/", leaving.whose, name="research-whose"),
    path("research/shared/<str:secret>/", leaving.shared, name="research-shared"),
]

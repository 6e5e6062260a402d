"""The addresses of the room `kit`."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.kit.showing.views import specimen
from rihai.kit.views.exports import export
from rihai.kit.views.files import file
from rihai.kit.views.jobs import job
from rihai.kit.views.letters import letter

urlpatterns: list[URLPattern] = [
    path("", specimen, name="kit_specimen"),
    path("jobs/<uuid:job_id>/", job, name="kit_job"),
    path("files/<uuid:file_id>/", file, name="kit_file"),
    path("exports/<str:name>/", export, name="kit_export"),
    path("letters/<str:name>/<str:subject>/", letter, name="kit_letter"),
]

"""The addresses of public figures: those of anybody, with the language in them, and those of the desk."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.advocacy.figures.views import desk, public

urlpatterns: list[URLPattern] = [
    path("figures/", public.front, name="figures"),
    path("figures/<slug:language>/", public.newest, name="figures-newest"),
    path("figures/<slug:language>/all/", public.every, name="figures-all"),
    path("figures/<slug:language>/<int:number>/", public.release, name="figures-release"),
    path("figures/<slug:language>/<int:number>/sheet.pdf", public.sheet, name="figures-sheet"),
    path("figures/files/<int:number>/<slug:table>.csv", public.table_csv, name="figures-csv"),
    path("figures/files/<int:number>.json", public.whole_json, name="figures-json"),
    path("releases/", desk.index, name="releases"),
    path("releases/new/", desk.new, name="release-new"),
    path("releases/<uuid:pk>/", desk.release, name="release"),
    path("releases/<uuid:pk>/sign/", desk.sign, name="release-sign"),
    path("releases/<uuid:pk>/correct/", desk.note, name="release-note"),
    path("releases/<uuid:pk>/withdraw/", desk.withdraw, name="release-withdraw"),
    path("releases/<uuid:pk>/discard/", desk.discard, name="release-discard"),
    path("releases/<uuid:pk>/sheet/<slug:language>/", desk.sheet, name="release-sheet"),
]

"""The addresses of sealed records; they hold ids of records alone, and say no word of what these are about."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.casework.survivors.views import pages, passing

urlpatterns: list[URLPattern] = [
    path("sealed/", pages.index, name="sealed"),
    path("sealed/new/", pages.new, name="sealed-new"),
    path("sealed/beside/", passing.beside, name="sealed-beside"),
    path("sealed/beside/<uuid:pk>/", passing.confirm, name="sealed-confirm"),
    path("sealed/<uuid:pk>/", pages.record, name="sealed-record"),
    path("sealed/<uuid:pk>/wishes/", pages.review, name="sealed-review"),
    path("sealed/<uuid:pk>/session/", pages.session, name="sealed-session"),
    path("sealed/<uuid:pk>/refer/", pages.refer, name="sealed-refer"),
    path("sealed/<uuid:pk>/hear/", pages.ask, name="sealed-ask"),
    path("sealed/<uuid:pk>/join/", pages.join, name="sealed-join"),
    path("sealed/<uuid:pk>/offer/", passing.offer, name="sealed-offer"),
    path("sealed/<uuid:pk>/take/", passing.take, name="sealed-take"),
    path("sealed/<uuid:pk>/close/", pages.close, name="sealed-close"),
    path("sealed/<uuid:pk>/again/", pages.again, name="sealed-again"),
    path("sealed/referrals/<uuid:pk>/", pages.settle, name="sealed-settle"),
    path("sealed/offers/<uuid:pk>/", passing.answer, name="sealed-answer"),
    path("sealed/heard/<uuid:pk>/", pages.told, name="sealed-told"),
    path("sealed/asked/<uuid:pk>/", pages.ask_no_more, name="sealed-ask-no-more"),
]

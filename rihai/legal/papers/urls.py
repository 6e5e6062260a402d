"""The addresses of papers; they hold ids and secrets, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.legal.papers.views import lists, packs, petitions, shared

urlpatterns: list[URLPattern] = [
    path("papers/", petitions.index, name="papers"),
    path("papers/draw/<uuid:pk>/", petitions.draw, name="draw"),
    path("papers/<uuid:pk>/", petitions.petition, name="petition"),
    path("papers/<uuid:pk>/confirm/", petitions.confirm, name="petition-confirm"),
    path("papers/<uuid:pk>/word/", petitions.word, name="petition-word"),
    path("papers/<uuid:pk>/print/", petitions.print_paper, name="petition-print"),
    path("papers/<uuid:pk>/back/", petitions.back, name="petition-back"),
    path("papers/<uuid:pk>/filed/", petitions.filed, name="petition-filed"),
    path("papers/<uuid:pk>/drop/", petitions.drop, name="petition-drop"),
    path("monthly-list/", lists.monthly, name="monthly-list"),
    path("packs/", packs.index, name="packs"),
    path("packs/new/", packs.new, name="pack-new"),
    path("packs/<uuid:pk>/", packs.pack, name="pack"),
    path("packs/<uuid:pk>/people/", packs.people, name="pack-people"),
    path("packs/<uuid:pk>/hand-over/", packs.over, name="pack-over"),
    path("packs/<uuid:pk>/link/", packs.link, name="pack-link"),
    path("packs/people/<uuid:pk>/out/", packs.out, name="pack-out"),
    path("links/<uuid:pk>/close/", packs.end_link, name="link-close"),
    path("sharing/", packs.sharing, name="sharing"),
    path("sharing/<uuid:pk>/told/", packs.told, name="sharing-told"),
    path("shared/<str:secret>/", shared.shared, name="shared"),
]

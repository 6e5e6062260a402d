"""The addresses of papers; they hold ids and secrets, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.legal.papers.views import lists, packs, petitions, shared

urlpatterns: list[URLPattern] = [
    path("petitions/", petitions.index, name="papers"),
    path("petitions/draw/<uuid:pk>/", petitions.draw, name="draw"),
    path("petitions/<uuid:pk>/", petitions.petition, name="petition"),
    path("petitions/<uuid:pk>/confirm/", petitions.confirm, name="petition-confirm"),
    path("petitions/<uuid:pk>/word/", petitions.word, name="petition-word"),
    path("petitions/<uuid:pk>/print/", petitions.print_paper, name="petition-print"),
    path("petitions/<uuid:pk>/back/", petitions.back, name="petition-back"),
    path("petitions/<uuid:pk>/filed/", petitions.filed, name="petition-filed"),
    path("petitions/<uuid:pk>/drop/", petitions.drop, name="petition-drop"),
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

"""The addresses of matters; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.legal.matters.views import diary, matters, team, work

urlpatterns: list[URLPattern] = [
    path("matters/", matters.matters, name="matters"),
    path("matters/open/", matters.open_one, name="matter-open"),
    path("matters/<uuid:pk>/", matters.matter, name="matter"),
    path("matters/<uuid:pk>/change/", matters.change, name="matter-change"),
    path("matters/<uuid:pk>/close/", matters.close, name="matter-close"),
    path("matters/<uuid:pk>/reopen/", matters.reopen, name="matter-reopen"),
    path("matters/<uuid:pk>/time/", matters.time, name="matter-time"),
    path("matters/<uuid:pk>/public/", matters.public_facts, name="matter-public"),
    path("matters/<uuid:pk>/party/", team.party, name="matter-party"),
    path("matters/<uuid:pk>/client/", team.client, name="matter-client"),
    path("matters/<uuid:pk>/team/", team.member, name="matter-member"),
    path("members/<uuid:pk>/end/", team.end, name="member-end"),
    path("clients/<uuid:pk>/vakalatnama/", work.vakalatnama, name="vakalatnama"),
    path("matters/<uuid:pk>/papers/ask/", work.ask_paper, name="paper-ask"),
    path("papers/<uuid:pk>/", work.paper, name="matter-paper"),
    path("matters/<uuid:pk>/hearings/list/", work.new_hearing, name="hearing-new"),
    path("hearings/<uuid:pk>/", work.hearing, name="hearing"),
    path("hearings/<uuid:pk>/record/", work.record, name="hearing-record"),
    path("matters/<uuid:pk>/bail/", work.new_bail, name="bail-new"),
    path("bail/<uuid:pk>/", work.bail, name="bail"),
    path("bail/<uuid:pk>/surety/", work.new_surety, name="surety-new"),
    path("sureties/<uuid:pk>/", work.surety, name="surety"),
    path("matters/<uuid:pk>/money/", work.new_money, name="money-new"),
    path("money/<uuid:pk>/", work.money, name="money"),
    path("money/<uuid:pk>/paid/", work.payment, name="payment"),
    path("conflicts/", team.conflicts, name="conflicts"),
    path("conflicts/<uuid:pk>/", team.decide, name="conflict"),
    path("strategic/", matters.strategic, name="strategic"),
    path("diary/", diary.diary_page, name="diary"),
    path("diary/print/", diary.diary_print, name="diary-print"),
    path("diary/link/", diary.feed_page, name="feed"),
    path("diary/<str:secret>/hearings.ics", diary.feed_fetch, name="feed-fetch"),
]

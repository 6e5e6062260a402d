"""The addresses of the room `accounts`."""

from __future__ import annotations

from django.urls import path

from rihai.accounts.views import desk, extracts, glass, invitations, keys, me, people, units

app_name = "accounts"
urlpatterns = [
    path("", people.index, name="index"),
    path("me/", me.me, name="me"),
    path("me/sign-out/", me.sign_out, name="sign-out"),
    path("keys/", keys.keys, name="keys"),
    path("keys/new/", keys.new, name="new-key"),
    path("keys/all/", keys.everybodys, name="all-keys"),
    path("keys/<uuid:pk>/end/", keys.end, name="end-key"),
    path("notices/", me.notices, name="notices"),
    path("roles/", me.roles, name="roles"),
    path("invite/", invitations.new, name="invite"),
    path("invited/<uuid:pk>/revoke/", invitations.revoke, name="revoke"),
    path("invitation/<str:token>/", invitations.accept, name="invitation"),
    path("units/", units.units, name="units"),
    path("units/new/", units.new_unit, name="new-unit"),
    path("units/<uuid:pk>/", units.unit, name="unit"),
    path("units/<uuid:pk>/end/", units.end_of_unit, name="end-unit"),
    path("account/<uuid:pk>/", people.account, name="account"),
    path("account/<uuid:pk>/change/", people.change, name="change"),
    path("account/<uuid:pk>/post/", people.post, name="post"),
    path("account/<uuid:pk>/stop/", people.stop, name="stop"),
    path("account/<uuid:pk>/password/", people.password_link, name="password-link"),
    path("posting/<uuid:pk>/end/", people.end, name="end-posting"),
    path("open/", glass.glass, name="glass"),
    path("open/ask/", glass.ask, name="ask"),
    path("open/<uuid:pk>/end/", glass.end_glass, name="end-glass"),
    path("second/", glass.seconds, name="seconds"),
    path("second/<uuid:pk>/", glass.second, name="second"),
    path("review/", glass.reviews, name="reviews"),
    path("review/<uuid:pk>/", glass.review, name="review"),
    path("desk/", desk.desk, name="desk"),
    path("desk/extracts/", extracts.extracts, name="extracts"),
    path("desk/extracts/<uuid:pk>/", extracts.extract, name="extract"),
    path("desk/log/", desk.log, name="log"),
    path("desk/demands/", desk.demands, name="demands"),
    path("desk/demands/new/", desk.new_demand, name="new-demand"),
    path("desk/demands/<uuid:pk>/", desk.demand, name="demand"),
]

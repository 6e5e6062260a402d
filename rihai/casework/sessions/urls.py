"""The addresses of sessions; they hold ids alone, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.casework.sessions.views import aparts, attendance, groups, sessions
from rihai.kit.views.certificates import check

urlpatterns: list[URLPattern] = [
    path("groups/", groups.groups, name="groups"),
    path("groups/new/", groups.new, name="group-new"),
    path("groups/<uuid:pk>/", groups.group, name="group"),
    path("groups/<uuid:pk>/session/", sessions.of_group, name="session-group"),
    path("members/<uuid:pk>/leave/", groups.leave, name="member-leave"),
    path("enrolments/<uuid:pk>/session/", sessions.of_one, name="session-one"),
    path("enrolments/<uuid:pk>/certificate/", sessions.certificate_new, name="certificate-new"),
    path("sessions/", sessions.sessions, name="sessions"),
    path("sessions/<uuid:pk>/", sessions.session, name="session"),
    path("sessions/<uuid:pk>/came/", attendance.attendance, name="attendance"),
    path("sessions/<uuid:pk>/along/", sessions.along, name="session-along"),
    path("sessions/<uuid:pk>/change/", sessions.change, name="session-change"),
    path("sessions/<uuid:pk>/cancel/", sessions.cancel, name="session-cancel"),
    path("certificates/check/", check, name="certificate-check"),
    path("certificates/<uuid:pk>/", sessions.certificate, name="certificate"),
    path("certificates/<uuid:pk>/paper/", sessions.certificate_paper, name="certificate-paper"),
    path("apart/", aparts.aparts, name="aparts"),
    path("apart/<uuid:pk>/", aparts.apart, name="apart"),
    path("people/<uuid:pk>/apart/", aparts.new, name="apart-new"),
]

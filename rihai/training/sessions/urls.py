"""The addresses of sessions; they hold keys alone, never a name."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.sessions.views import attendance, enrolling, sessions

urlpatterns: list[URLPattern] = [
    path("sessions/", sessions.index, name="sessions"),
    path("sessions/new/", sessions.new, name="session-new"),
    path("sessions/<uuid:pk>/", sessions.session, name="session"),
    path("sessions/<uuid:pk>/edit/", sessions.edit, name="session-edit"),
    path("sessions/<uuid:pk>/cancel/", sessions.cancel, name="session-cancel"),
    path("sessions/<uuid:pk>/finish/", sessions.finish, name="session-finish"),
    path("sessions/<uuid:pk>/hard/", sessions.hard, name="session-hard"),
    path("sessions/<uuid:pk>/enrol/", enrolling.enrol, name="session-enrol"),
    path("sessions/<uuid:pk>/list/", enrolling.by_list, name="session-list"),
    path("sessions/<uuid:pk>/settle/", enrolling.settle, name="session-settle"),
    path("sessions/<uuid:pk>/marks/", enrolling.marks, name="session-marks"),
    path("days/<uuid:pk>/came/", attendance.attendance, name="attendance"),
    path("days/<uuid:pk>/correct/", attendance.correct, name="attendance-correct"),
    path("days/<uuid:pk>/drop/", sessions.drop_day, name="day-drop"),
    path("enrolments/<uuid:pk>/give-up/", enrolling.give_up, name="seat-give-up"),
    path("trainees/<uuid:pk>/", enrolling.trainee, name="trainee"),
    path("trainees/<uuid:pk>/edit/", enrolling.trainee_edit, name="trainee-edit"),
]

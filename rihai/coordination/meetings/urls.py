"""The addresses of meetings."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.coordination.meetings import views

urlpatterns: list[URLPattern] = [
    path("bodies/<uuid:pk>/plan/", views.plan, name="meetings-plan"),
    path("bodies/<uuid:pk>/meetings/new/", views.new, name="meeting-new"),
    path("bodies/meetings/<uuid:pk>/", views.meeting, name="meeting"),
    path("bodies/meetings/<uuid:pk>/change/", views.change, name="meeting-change"),
    path("bodies/meetings/<uuid:pk>/call/", views.call, name="meeting-call"),
    path("bodies/meetings/<uuid:pk>/postpone/", views.postpone, name="meeting-postpone"),
    path("bodies/meetings/<uuid:pk>/not-held/", views.fell_out, name="meeting-not-held"),
    path("bodies/meetings/<uuid:pk>/held/", views.hold, name="meeting-hold"),
    path("bodies/meetings/<uuid:pk>/minutes/", views.minutes, name="minutes"),
    path("bodies/meetings/<uuid:pk>/minutes/finish/", views.finish, name="minutes-finish"),
    path("bodies/meetings/<uuid:pk>/minutes/approve/", views.approve, name="minutes-approve"),
    path("bodies/meetings/<uuid:pk>/minutes/<str:language>.<str:kind>", views.printed, name="minutes-printed"),
]

"""The addresses of health; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.casework.health.views import care, charts, mothers, support

urlpatterns: list[URLPattern] = [
    path("health/", charts.index, name="health-index"),
    path("health/people/<uuid:pk>/", charts.health, name="health"),
    path("health/people/<uuid:pk>/need/", care.new_need, name="health-need-new"),
    path("health/needs/<uuid:pk>/", care.need, name="health-need"),
    path("health/people/<uuid:pk>/appointment/", care.new_appointment, name="health-appointment-new"),
    path("health/appointments/<uuid:pk>/", care.appointment, name="health-appointment"),
    path("health/needs/<uuid:pk>/refer/", care.new_referral, name="health-refer"),
    path("health/referrals/<uuid:pk>/", care.referral, name="health-referral"),
    path("health/people/<uuid:pk>/support/", support.new_plan, name="health-support-new"),
    path("health/support/<uuid:pk>/review/", support.review, name="health-support-review"),
    path("health/support/<uuid:pk>/close/", support.close, name="health-support-close"),
    path("duty/", support.duty, name="duty"),
    path("duty/<uuid:pk>/seen/", support.look, name="duty-look"),
    path("health/people/<uuid:pk>/pregnancy/", mothers.new_pregnancy, name="health-pregnancy-new"),
    path("health/pregnancies/<uuid:pk>/", mothers.pregnancy, name="health-pregnancy"),
    path("health/pregnancies/<uuid:pk>/birth/", mothers.birth, name="health-birth"),
    path("health/people/<uuid:pk>/child/", mothers.new_baby, name="health-baby-new"),
    path("health/children/<uuid:pk>/doses/", mothers.doses, name="health-doses"),
    path("health/children/<uuid:pk>/outside/", mothers.left, name="health-baby-left"),
]

"""The addresses of aftercare; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.casework.aftercare.views import after, family, plans, telling

urlpatterns: list[URLPattern] = [
    path("release-plans/", plans.plans, name="release-plans"),
    path("release-plans/<uuid:pk>/", plans.plan, name="release-plan"),
    path("release-plans/<uuid:pk>/points/<slug:code>/", plans.point, name="release-point"),
    path("release-plans/<uuid:pk>/gate/", plans.gate, name="release-gate"),
    path("release-plans/<uuid:pk>/meeting/", plans.meeting, name="release-meeting"),
    path("release-plans/<uuid:pk>/met/", plans.met, name="release-met"),
    path("release-plans/<uuid:pk>/take/", plans.take, name="release-take"),
    path("release-plans/<uuid:pk>/give/", plans.give, name="release-give"),
    path("release-plans/<uuid:pk>/end/", plans.end, name="release-end"),
    path("release-plans/<uuid:pk>/paper/", plans.paper, name="release-paper"),
    path("release-plans/<uuid:pk>/tell/", telling.may_tell, name="release-tell"),
    path("release-plans/<uuid:pk>/officer/", after.new_day, name="officer-day-new"),
    path("tellings/<uuid:pk>/", telling.told, name="release-told"),
    path("follow-ups/<uuid:pk>/", after.follow_up, name="follow-up"),
    path("officer-days/<uuid:pk>/", after.day, name="officer-day"),
    path("people/<uuid:pk>/release-plan/", plans.begin, name="release-begin"),
    path("people/<uuid:pk>/family/", family.family, name="family"),
    path("people/<uuid:pk>/family/child/", family.new_child, name="family-child-new"),
    path("people/<uuid:pk>/family/contact/", family.new_contact, name="family-contact-new"),
    path("family/ties/<uuid:pk>/", family.tie, name="family-tie"),
    path("family/children/<uuid:pk>/", family.child, name="family-child"),
    path("family/contacts/<uuid:pk>/", family.contact, name="family-contact"),
]

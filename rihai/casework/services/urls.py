"""The addresses of services; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.casework.services.views import directories, enrolments, given

urlpatterns: list[URLPattern] = [
    path("services/", enrolments.services, name="services"),
    path("services/<slug:slug>/", enrolments.one_service, name="service"),
    path("people/<uuid:pk>/enrol/", enrolments.new, name="enrol"),
    path("enrolments/<uuid:pk>/", enrolments.enrolment, name="enrolment"),
    path("enrolments/<uuid:pk>/stage/", enrolments.stage, name="enrolment-stage"),
    path("enrolments/<uuid:pk>/end/", enrolments.end, name="enrolment-end"),
    path("remission/", enrolments.remission, name="remission"),
    path("remission/<uuid:pk>/", enrolments.remission_note, name="remission-note"),
    path("people/<uuid:pk>/refer/", given.refer, name="refer"),
    path("people/<uuid:pk>/received/", given.received, name="referral-received"),
    path("referrals/", given.referrals, name="referrals"),
    path("referrals/<uuid:pk>/", given.referral, name="referral"),
    path("referrals/<uuid:pk>/told/", given.told, name="referral-told"),
    path("help/", given.help_given, name="help-given"),
    path("people/<uuid:pk>/help/", given.help_new, name="help-new"),
    path("people/<uuid:pk>/job/", given.job_new, name="job-new"),
    path("jobs/<uuid:pk>/end/", given.job_end, name="job-end"),
    path("employers/", directories.employers, name="employers"),
    path("employers/new/", directories.employer, name="employer-new"),
    path("employers/<uuid:pk>/", directories.employer, name="employer"),
    path("partners/", directories.partners, name="partners"),
    path("partners/new/", directories.partner, name="partner-new"),
    path("partners/<uuid:pk>/", directories.partner, name="partner"),
]

"""The addresses of incidents, evidence and examinations; they hold ids alone, and never that of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.monitoring.evidence import views as evidence
from rihai.monitoring.examinations import views as examinations
from rihai.monitoring.incidents.views import erasing, one, parts, steps

urlpatterns: list[URLPattern] = [
    path("incidents/", one.index, name="incidents"),
    path("incidents/new/", one.new, name="incident-new"),
    path("incidents/qualified/", examinations.qualified, name="qualified"),
    path("incidents/qualified/<uuid:pk>/end/", examinations.unqualify, name="qualified-end"),
    path("incidents/<uuid:pk>/", one.incident, name="incident"),
    path("incidents/<uuid:pk>/change/", one.change, name="incident-change"),
    path("incidents/<uuid:pk>/questions/", one.questions, name="incident-questions"),
    path("incidents/<uuid:pk>/move/<slug:to>/", one.move, name="incident-move"),
    path("incidents/<uuid:pk>/keep/", one.keep, name="incident-keep"),
    path("incidents/<uuid:pk>/erase/", erasing.erase, name="incident-erase"),
    path("incidents/<uuid:pk>/erase/agree/", erasing.agree, name="incident-erase-agree"),
    path("incidents/<uuid:pk>/close/", one.close, name="incident-close"),
    path("incidents/<uuid:pk>/twice/", one.twice, name="incident-twice"),
    path("incidents/<uuid:pk>/whom/", parts.victim, name="incident-victim"),
    path("incidents/<uuid:pk>/by/", parts.perpetrator, name="incident-perpetrator"),
    path("incidents/<uuid:pk>/source/", parts.source, name="incident-source"),
    path("incidents/<uuid:pk>/act/", parts.act, name="incident-act"),
    path("incidents/<uuid:pk>/consent/", parts.consent, name="incident-consent"),
    path("incidents/<uuid:pk>/team/", parts.team, name="incident-team"),
    path("incidents/<uuid:pk>/step/", steps.plan, name="incident-step"),
    path("incidents/<uuid:pk>/evidence/", evidence.take_in, name="incident-evidence"),
    path("incidents/<uuid:pk>/evidence/out/", evidence.take_out, name="evidence-out"),
    path("incidents/<uuid:pk>/examine/<slug:protocol>/", examinations.examine, name="examine"),
    path("incidents/whom/<uuid:pk>/join/", parts.join, name="victim-join"),
    path("incidents/consents/<uuid:pk>/back/", parts.take_back, name="consent-back"),
    path("incidents/clocks/<uuid:pk>/", steps.clock, name="incident-clock"),
    path("incidents/steps/<uuid:pk>/risk/", steps.risk, name="step-risk"),
    path("incidents/steps/<uuid:pk>/agree/", steps.agree, name="step-agree"),
    path("incidents/steps/<uuid:pk>/send/", steps.send, name="step-send"),
    path("incidents/steps/<uuid:pk>/settle/", steps.settle, name="step-settle"),
    path("incidents/steps/<uuid:pk>/recommend/", steps.recommend, name="step-recommend"),
    path("incidents/evidence/<uuid:pk>/", evidence.item, name="evidence"),
    path("incidents/evidence/<uuid:pk>/file/", evidence.file, name="evidence-file"),
    path("incidents/examinations/<uuid:pk>/", examinations.examination, name="examination"),
    path("incidents/marks/<uuid:pk>/strike/", examinations.strike, name="mark-strike"),
]

"""The addresses of plans; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.casework.plans.views import assessed, first_days, paper, parts, plans

urlpatterns: list[URLPattern] = [
    path("plans/", plans.plans, name="plans"),
    path("people/<uuid:pk>/plan/", plans.begin, name="plan-begin"),
    path("plans/<uuid:pk>/", plans.plan, name="plan"),
    path("plans/<uuid:pk>/change/", plans.change, name="plan-change"),
    path("plans/<uuid:pk>/review/", plans.review, name="plan-review"),
    path("plans/<uuid:pk>/close/", plans.close, name="plan-close"),
    path("plans/<uuid:pk>/history/", plans.history, name="plan-history"),
    path("plans/<uuid:pk>/paper/", paper.paper, name="plan-paper"),
    path("plans/<uuid:pk>/need/", parts.need_new, name="need-new"),
    path("plans/<uuid:pk>/goal/", parts.goal_new, name="goal-new"),
    path("needs/<uuid:pk>/", parts.need, name="need"),
    path("goals/<uuid:pk>/", parts.goal, name="goal"),
    path("goals/<uuid:pk>/end/", parts.goal_end, name="goal-end"),
    path("goals/<uuid:pk>/open/", parts.goal_open, name="goal-open"),
    path("goals/<uuid:pk>/step/", parts.step_new, name="step-new"),
    path("steps/<uuid:pk>/", parts.step, name="step"),
    path("steps/<uuid:pk>/end/", parts.step_end, name="step-end"),
    path("people/<uuid:pk>/assessments/", assessed.assessments, name="assessments"),
    path("assessments/<uuid:pk>/", assessed.assessment, name="assessment"),
    path("first-days/", first_days.first_days, name="first-days"),
    path("people/<uuid:pk>/first-days/", first_days.of_person, name="first-days-of"),
    path("calls/<uuid:pk>/", first_days.call, name="call"),
]

"""The addresses of mentoring; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.casework.mentoring.views import matches, mine, public, volunteers

urlpatterns: list[URLPattern] = [
    path("mentoring/", matches.matches, name="mentoring"),
    path("mentoring/waiting/", matches.waiting, name="mentor-waiting"),
    path("mentoring/mine/", mine.mine, name="mentor-mine"),
    path("mentoring/offer/", public.offer, name="mentor-offer"),
    path("mentoring/mine/application/", mine.apply, name="mentor-apply"),
    path("mentoring/people/<uuid:pk>/wishes/", matches.wish, name="mentor-wish"),
    path("mentoring/people/<uuid:pk>/suggestions/", matches.suggestions, name="mentor-suggestions"),
    path("mentoring/people/<uuid:pk>/propose/<uuid:volunteer>/", matches.propose, name="mentor-propose"),
    path("mentoring/matches/<uuid:pk>/", matches.match, name="mentor-match"),
    path("mentoring/matches/<uuid:pk>/answer/<slug:side>/", matches.answer, name="mentor-answer"),
    path("mentoring/matches/<uuid:pk>/meeting/", mine.meeting, name="mentor-meeting"),
    path("mentoring/matches/<uuid:pk>/pause/", matches.pause, name="mentor-pause"),
    path("mentoring/matches/<uuid:pk>/resume/", matches.resume, name="mentor-resume"),
    path("mentoring/matches/<uuid:pk>/end/", matches.end, name="mentor-end"),
    path("mentoring/matches/<uuid:pk>/call/", matches.call, name="mentor-call"),
    path("mentoring/matches/<uuid:pk>/take-over/", matches.take_over, name="mentor-take-over"),
    path("mentoring/matches/<uuid:pk>/concern/", matches.concern, name="mentor-concern"),
    path("mentoring/meetings/<uuid:pk>/", mine.correct, name="mentor-meeting-correct"),
    path("mentoring/concerns/<uuid:pk>/", matches.settle, name="mentor-settle"),
    path("mentoring/volunteers/", volunteers.volunteers, name="mentor-volunteers"),
    path("mentoring/volunteers/new/", volunteers.new, name="mentor-new"),
    path("mentoring/volunteers/<uuid:pk>/", volunteers.volunteer, name="mentor-volunteer"),
    path("mentoring/volunteers/<uuid:pk>/change/", volunteers.change, name="mentor-change"),
    path("mentoring/volunteers/<uuid:pk>/reference/", volunteers.reference, name="mentor-reference"),
    path("mentoring/references/<uuid:pk>/", volunteers.reference_answer, name="mentor-reference-answer"),
    path("mentoring/volunteers/<uuid:pk>/check/", volunteers.check, name="mentor-check"),
    path("mentoring/volunteers/<uuid:pk>/decide/", volunteers.decide, name="mentor-decide"),
    path("mentoring/volunteers/<uuid:pk>/accept/", volunteers.accept, name="mentor-accept"),
    path("mentoring/volunteers/<uuid:pk>/training/", volunteers.training, name="mentor-training"),
    path("mentoring/volunteers/<uuid:pk>/agreement/", volunteers.agreement, name="mentor-agreement"),
    path("mentoring/volunteers/<uuid:pk>/supervision/", volunteers.supervision, name="mentor-supervision"),
    path("mentoring/volunteers/<uuid:pk>/account/", volunteers.account, name="mentor-account"),
    path("mentoring/volunteers/<uuid:pk>/record/", volunteers.record, name="mentor-record"),
    path("mentoring/volunteers/<uuid:pk>/leave/", volunteers.leave, name="mentor-leave"),
]

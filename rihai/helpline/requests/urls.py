"""The addresses of the line."""

from __future__ import annotations

from django.urls import path

from rihai.helpline.answers import views as answers
from rihai.helpline.calls import views as calls
from rihai.helpline.handing import views as handing
from rihai.helpline.matching import views as matching
from rihai.helpline.requests.views import acts, ask, desk

urlpatterns = [
    path("ask/", ask.ask, name="ask"),
    path("answer/", answers.answer, name="answer"),
    path("", desk.index, name="requests"),
    path("new/", desk.begin, name="begin"),
    path("requests/<uuid:pk>/", desk.one_request, name="request"),
    path("requests/<uuid:pk>/sheet/", desk.sheet, name="sheet"),
    path("requests/<uuid:pk>/take/", acts.take, name="take"),
    path("requests/<uuid:pk>/step/", acts.step, name="step"),
    path("requests/<uuid:pk>/level/", acts.level, name="level"),
    path("requests/<uuid:pk>/read-over/", acts.read_over, name="read-over"),
    path("requests/<uuid:pk>/letter/", acts.paper, name="paper"),
    path("requests/<uuid:pk>/pin/", acts.pin, name="pin"),
    path("requests/<uuid:pk>/close/", acts.close, name="close"),
    path("requests/<uuid:pk>/again/", acts.again, name="again"),
    path("requests/<uuid:pk>/find/", matching.find, name="find"),
    path("requests/<uuid:pk>/match/", matching.match, name="match"),
    path("requests/<uuid:pk>/part/", matching.unmatch, name="part"),
    path("requests/<uuid:pk>/word/", matching.ask_word, name="ask-word"),
    path("requests/<uuid:pk>/answer/", answers.write, name="answer-write"),
    path("requests/<uuid:pk>/hand/<slug:room>/", handing.hand_on, name="hand-on"),
    path("clocks/<uuid:pk>/no-need/", acts.no_need, name="no-need"),
    path("answers/<uuid:pk>/hide/", answers.hide, name="answer-hide"),
    path("words/", matching.words, name="words"),
    path("words/<uuid:pk>/", matching.word, name="word"),
    path("calls/", calls.index, name="calls"),
    path("calls/new/", calls.new, name="call-new"),
    path("calls/list/", calls.take_list, name="calls-list"),
    path("calls/<uuid:pk>/", calls.ring, name="call"),
    path("calls/<uuid:pk>/back/", calls.back, name="call-back"),
]

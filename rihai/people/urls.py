"""The addresses of the room `people`; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import include, path

from rihai.people.views import changing, entering, linking, lists, person, ties

app_name = "people"
urlpatterns = [
    path("", lists.index, name="index"),
    path("enter/", entering.enter, name="enter"),
    path("censuses/", include("rihai.people.intake.urls")),
    path("differences/", lists.differences, name="differences"),
    path("differences/<uuid:pk>/", lists.decide, name="decide"),
    path("duplicates/", linking.duplicates, name="duplicates"),
    path("joined/<uuid:pk>/", linking.part, name="part"),
    path("ties/<uuid:pk>/end/", ties.end_tie, name="end-tie"),
    path("consents/<uuid:pk>/withdraw/", ties.withdraw, name="withdraw"),
    path("<uuid:pk>/", person.person, name="person"),
    path("<uuid:pk>/beside/<uuid:other>/", linking.pair, name="pair"),
    path("<uuid:pk>/write/<slug:fact>/", changing.correct, name="correct"),
    path("<uuid:pk>/cases/<uuid:case>/write/<slug:fact>/", changing.correct_case, name="correct-case"),
    path("<uuid:pk>/move/", changing.move, name="move"),
    path("<uuid:pk>/ties/new/", ties.new_tie, name="new-tie"),
    path("<uuid:pk>/consents/", ties.consents, name="consents"),
    path("<uuid:pk>/guard/", ties.guard, name="guard"),
]

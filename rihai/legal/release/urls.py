"""The addresses of this part of the room; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.legal.release.views import law, measures, releases, slips, wronged

urlpatterns: list[URLPattern] = [
    path("releases/", releases.releases, name="releases"),
    path("releases/<uuid:pk>/", releases.release, name="release"),
    path("releases/<uuid:pk>/correct/", releases.correct, name="release-correct"),
    path("releases/<uuid:pk>/undo/", wronged.undo, name="release-undo"),
    path("releases/<uuid:pk>/error/", wronged.error, name="release-error"),
    path("releases/<uuid:pk>/recall/", wronged.recall, name="release-recall"),
    path("people/<uuid:pk>/release/", releases.record, name="release-record"),
    path("custody/<uuid:pk>/release/", releases.describe, name="release-describe"),
    path("held-past/", wronged.past, name="held-past"),
    path("people/<uuid:pk>/held-past/", wronged.unlawful, name="unlawful"),
    path("held-past/<uuid:pk>/take-back/", wronged.unlawful_back, name="unlawful-back"),
    path("to-tell/", slips.to_tell, name="to-tell"),
    path("people/<uuid:pk>/slip/", slips.new, name="slip-new"),
    path("slips/<uuid:pk>/", slips.slip, name="slip"),
    path("slips/<uuid:pk>/paper/", slips.paper, name="slip-paper"),
    path("slips/<uuid:pk>/change/", slips.change, name="slip-change"),
    path("slips/<uuid:pk>/told/", slips.told, name="slip-told"),
    path("slips/<uuid:pk>/correction/", slips.correction, name="slip-correction"),
    path("slips/<uuid:pk>/drop/", slips.drop, name="slip-drop"),
    path("law/", law.law, name="law"),
    path("law/objections/<uuid:pk>/", law.settle, name="objection"),
    path("law/<slug:pack>/<slug:provision>/", law.provision, name="provision"),
    path("measures/", measures.measures, name="measures"),
]

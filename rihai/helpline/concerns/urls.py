"""The addresses of concerns; none holds a code, a name or a PIN."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.helpline.concerns.views import inside, keeping, one, public

urlpatterns: list[URLPattern] = [
    path("concern/", public.write, name="concern-write"),
    path("concern/answer/", public.answer, name="concern-answer"),
    path("concerns/", inside.index, name="concerns"),
    path("concerns/new/", inside.new, name="concern-new"),
    path("concerns/<uuid:pk>/", one.concern, name="concern"),
    path("concerns/<uuid:pk>/about/", one.name, name="concern-name"),
    path("concerns/<uuid:pk>/about/<uuid:about>/back/", one.back, name="concern-back"),
    path("concerns/<uuid:pk>/let-in/<uuid:bar>/", one.let_in, name="concern-let-in"),
    path("concerns/<uuid:pk>/say/", one.say, name="concern-say"),
    path("concerns/<uuid:pk>/step/", one.step, name="concern-step"),
    path("concerns/<uuid:pk>/decide/", one.decide, name="concern-decide"),
    path("concerns/<uuid:pk>/keep/", keeping.keep, name="concern-keep"),
    path("concerns/<uuid:pk>/erase/", keeping.erase, name="concern-erase"),
    path("concerns/<uuid:pk>/kept/", keeping.kept, name="concern-kept"),
    path("concerns/<uuid:pk>/close/", one.close, name="concern-close"),
    path("concerns/steps/<uuid:pk>/risk/", one.risk, name="concern-risk"),
    path("concerns/steps/<uuid:pk>/result/", one.result, name="concern-result"),
    path("concerns/clocks/<uuid:pk>/", one.clock, name="concern-clock"),
]

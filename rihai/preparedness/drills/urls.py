"""The addresses of drills and of what is to be mended."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.preparedness.drills.views import drills, items

urlpatterns: list[URLPattern] = [
    path("drills/", drills.index, name="drills"),
    path("drills/new/", drills.new, name="drill-new"),
    path("drills/rules/new/", drills.rule, name="drill-rule"),
    path("drills/rules/<uuid:pk>/end/", drills.end_rule, name="drill-rule-end"),
    path("drills/<uuid:pk>/", drills.drill, name="drill"),
    path("drills/<uuid:pk>/day/", drills.set_day, name="drill-day"),
    path("drills/<uuid:pk>/held/", drills.hold, name="drill-held"),
    path("drills/<uuid:pk>/not-held/", drills.not_held, name="drill-not-held"),
    path("drills/<uuid:pk>/mend/", items.new, name="item-new"),
    path("items/", items.index, name="items"),
    path("items/<uuid:pk>/done/", items.done, name="item-done"),
    path("items/<uuid:pk>/verify/", items.verify, name="item-verify"),
    path("items/<uuid:pk>/drop/", items.drop, name="item-drop"),
]

"""The addresses of stories."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.advocacy.stories.views import telling, using

urlpatterns: list[URLPattern] = [
    path("stories/", using.index, name="stories"),
    path("stories/new/", telling.new, name="story-new"),
    path("stories/of/<uuid:pk>/new/", telling.new_of, name="story-of"),
    path("stories/<uuid:pk>/", using.story, name="story"),
    path("stories/<uuid:pk>/edit/", telling.edit, name="story-edit"),
    path("stories/<uuid:pk>/picture/", telling.picture, name="story-picture"),
    path("stories/<uuid:pk>/leave/", telling.leave, name="story-leave"),
    path("stories/leave/<uuid:pk>/again/", telling.again, name="leave-again"),
    path("stories/leave/<uuid:pk>/back/", telling.back, name="leave-back"),
    path("stories/<uuid:pk>/use/", using.plan, name="story-use"),
    path("stories/uses/<uuid:pk>/", using.use, name="use"),
    path("stories/uses/<uuid:pk>/check/", using.check, name="use-check"),
    path("stories/uses/<uuid:pk>/decide/", using.decide, name="use-decide"),
    path("stories/uses/<uuid:pk>/show/", using.show, name="use-show"),
    path("stories/uses/<uuid:pk>/down/", using.down, name="use-down"),
    path("stories/uses/<uuid:pk>/cancel/", using.cancel, name="use-cancel"),
]

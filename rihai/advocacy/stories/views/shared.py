"""What the pages of stories have in common."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.advocacy.pages import one_of
from rihai.advocacy.stories.models import Story, StoryUse
from rihai.advocacy.stories.queries import stories_for, uses_for
from rihai.kit.views.asked import actor_of


def crumbs(story: Story | None = None) -> list[tuple[str, Any]]:
    """Where a page of a story stands."""
    rows: list[tuple[str, Any]] = [(reverse("advocacy:stories"), _("Stories and photographs"))]
    return [*rows, (reverse("advocacy:story", args=[story.pk]), story.code)] if story else rows


def story_or_404(request: HttpRequest, pk: UUID, *, knows: bool = False) -> Story:
    """The story, as far as the reader sees it; `knows`: and whose it is. Raises Http404."""
    found = one_of(stories_for(actor_of(request)), pk)
    if knows and not getattr(found, "knows", False):
        raise Http404(str(pk))
    return found


def use_or_404(request: HttpRequest, pk: UUID) -> StoryUse:
    """The use. Raises Http404."""
    return one_of(uses_for(actor_of(request)), pk)


def to_story(pk: UUID) -> str:
    """The page of a story."""
    return reverse("advocacy:story", args=[pk])


def to_use(pk: UUID) -> str:
    """The page of a use."""
    return reverse("advocacy:use", args=[pk])

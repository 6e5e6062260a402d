"""Projects in the search box."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse

from rihai.kit.actor import Actor
from rihai.kit.offers import Found
from rihai.results.reach import projects_for


def find_projects(actor: Actor, words: str, limit: int) -> Sequence[Found]:
    """Projects whose code or name holds the words, of those the actor sees."""
    named = Q(code__icontains=words) | Q(name__icontains=words) | Q(name_ur__icontains=words)
    rows = projects_for(actor).filter(named)[:limit] if words.strip() else []
    return [Found(name=one.shown, url=reverse("results:project", args=[one.pk]), says=one.code) for one in rows]

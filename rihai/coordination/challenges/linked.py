"""What a challenge's evidence can point at: recommendations, briefings and meetings that the actor sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.coordination.briefing.queries import briefings_for
from rihai.coordination.challenges.models import ChallengeEvidence, Shows
from rihai.coordination.meetings.queries import meetings_for
from rihai.kit.actor import Actor
from rihai.kit.templatetags.kit import day as day_text
from rihai.monitoring.recommendations.queries import recommendations_for

MOST = 60
PAGES = {
    Shows.RECOMMENDATION: "monitoring:recommendation", Shows.BRIEFING: "coordination:briefing",
    Shows.MEETING: "coordination:meeting",
}  # fmt: skip
"""Where each of them stands."""


def choices(actor: Actor) -> list[tuple[str, list[tuple[str, str]]]]:
    """The newest of each kind, by a key of kind and id; three queries."""
    asked = recommendations_for(actor).order_by("-made_at")[:MOST] if actor.may("monitoring.read") else []
    recommendations = [(f"{Shows.RECOMMENDATION}:{one.pk}", f"{one.code} · {one.says}"[:140]) for one in asked]
    briefings = [
        (f"{Shows.BRIEFING}:{one.pk}", f"{one.place.shown}, {day_text(one.census_on)}")
        for one in briefings_for(actor)[:MOST]
    ]
    held = meetings_for(actor).select_related("body").order_by("-on")[:MOST]
    meetings = [(f"{Shows.MEETING}:{one.pk}", f"{one.body}, {day_text(one.on)}"[:140]) for one in held]
    groups = ((_("Recommendations"), recommendations), (_("Briefings"), briefings), (_("Meetings"), meetings))
    return [(title, rows) for title, rows in groups if rows]


def of_key(key: str, actor: Actor) -> tuple[str, UUID, str] | None:
    """Kind, id and name of what a key points at; None for what the actor does not see."""
    for _title, rows in choices(actor):
        for value, name in rows:
            if value == key:
                kind, _mark, pk = value.partition(":")
                return kind, UUID(pk), name
    return None


def addresses(evidence: Iterable[ChallengeEvidence]) -> Mapping[UUID, str]:
    """By evidence, the page of what it points at; whoever may not open it finds nothing there."""
    return {
        one.pk: reverse(PAGES[Shows(one.kind)], args=[one.subject_id])
        for one in evidence
        if one.subject_id and Shows(one.kind) in PAGES
    }

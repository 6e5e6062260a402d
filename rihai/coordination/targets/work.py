"""What targets put into My work: a target that is not known, and a list that stands beyond the path."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.coordination.scope import PLAN
from rihai.coordination.targets.queries import courses, targets_for
from rihai.coordination.targets.shown import says
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow

ROWS = 12


def rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """For whoever plans, the targets of their places that ask for somebody to look."""
    if not actor.may(PLAN):
        return []
    found = [
        WorkRow(
            who=course.target.place.shown, url=reverse("coordination:target", args=[course.target.pk]),
            why=says(course), status="warning", word=_("Beyond the path"), act=_("Look"),
        )
        for course in courses(targets_for(actor, PLAN).filter(ended_on=None)[:100])
        if course.status[1] == "beyond"
    ]  # fmt: skip
    return found[:ROWS]

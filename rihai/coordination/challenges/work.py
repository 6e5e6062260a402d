"""What the challenges register puts into My work: reviews that are due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.coordination.challenges.queries import to_review
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow

ROWS = 12
SOON = timedelta(days=7)


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For whoever plans: challenges to look at again by now, or within a week."""
    return [
        WorkRow(
            who=one.title, url=reverse("coordination:challenge-review", args=[one.pk]), where=one.responsible,
            why=_("It is time to look at this challenge again."), due_on=one.review_on,
            status="overdue" if one.review_on and one.review_on < on else "waiting", word=_("To review"),
            act=_("Look at it"),
        )
        for one in to_review(actor, on + SOON)[:ROWS]
    ]  # fmt: skip

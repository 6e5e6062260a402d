"""What stories put into My work: what must come down, what waits for a check, a decision, or to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.advocacy.scope import KEEP, SIGN, STORIES
from rihai.advocacy.stories.models import StoryUse, UseState
from rihai.advocacy.stories.queries import uses_for
from rihai.advocacy.stories.standing import CHECKS, is_due
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow

ROWS = 12
SOON = timedelta(days=14)


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Uses to be cleared for who keeps them; planned ones for who may check or decide them."""
    if not actor.may(STORIES):
        return []
    found: list[WorkRow] = []
    if actor.may(KEEP):
        due = uses_for(actor).filter(state=UseState.SHOWN, due_on__lte=on + SOON)
        found += [
            _row(one, _("It must come down: her leave ends or was taken back."), _("Take it down"), on)
            for one in due[:ROWS]
        ]
    planned = uses_for(actor).filter(state=UseState.PLANNED, story__consents__withdrawn_at=None).distinct()
    return [*found, *(row for one in planned[:ROWS] if (row := _planned(one, actor, on)))]


def _planned(one: StoryUse, actor: Actor, on: date) -> WorkRow | None:
    version = one.story.version
    checks = [row for row in one.checks.all() if row.of_version == version]
    decided = any(row.of_version == version for row in one.decisions.all())
    if len(checks) < CHECKS:
        if any(row.by == actor.pk for row in checks):
            return None
        return _row(one, _("Could she be recognised? Two people check it."), _("Check"), on)
    if one.needs_decision and not decided:
        is_theirs = actor.may(SIGN) and actor.pk not in {one.owner_id, one.story.by}
        return _row(one, _("A supervisor must decide this use."), _("Decide"), on) if is_theirs else None
    return _row(one, _("It is checked."), _("Open"), on) if one.owner_id == actor.pk else None


def _row(one: StoryUse, why: str, act: str, on: date) -> WorkRow:
    is_planned = one.state == UseState.PLANNED
    return WorkRow(
        who=one.story.code, url=reverse("advocacy:use", args=[one.pk]), why=why, where=one.place, act=act,
        due_on=None if is_planned else one.due_on, status="overdue" if is_due(one, on) else "waiting",
        word=_("Planned") if is_planned else _("Must come down"),
    )  # fmt: skip

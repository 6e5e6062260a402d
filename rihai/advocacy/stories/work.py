"""What stories put into My work: what must come down, what waits for a check, a decision, or to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.advocacy.scope import KEEP, SIGN, STORIES
from rihai.advocacy.stories.models import StoryUse, UseState
from rihai.advocacy.stories.queries import uses_for
from rihai.advocacy.stories.standing import CHECKS, decided, is_due, waits_for_decision
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow

ROWS = 12
SOON = timedelta(days=14)


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Uses to be cleared for who keeps them; those to be checked or decided for who may do that."""
    if not actor.may(STORIES):
        return []
    clears = actor.may(KEEP) or actor.may(SIGN)
    due = uses_for(actor).filter(state=UseState.SHOWN, due_on__lte=on + SOON)[:ROWS] if clears else []
    found = [row for one in due if (row := _shown(one, actor, on))]
    planned = uses_for(actor).filter(state=UseState.PLANNED)
    return [*found, *(row for one in planned[:ROWS] if (row := _planned(one, actor, on)))]


def _shown(one: StoryUse, actor: Actor, on: date) -> WorkRow | None:
    waits = waits_for_decision(one)
    if waits and _is_theirs(one, actor):
        return _row(one, _("It must come down today, unless a supervisor decides that it stays."), _("Decide"), on)
    if not actor.may(KEEP):
        return None
    why = (
        _("It must come down today, unless a supervisor decides that it stays.")
        if waits
        else _("It must come down: her leave ends or was taken back.")
    )
    return _row(one, why, _("Take it down"), on)


def _is_theirs(one: StoryUse, actor: Actor) -> bool:
    return actor.may(SIGN) and actor.pk not in {one.owner_id, one.story.by}


def _planned(one: StoryUse, actor: Actor, on: date) -> WorkRow | None:
    version, leave = one.story.version, one.consent
    if leave.withdrawn_at is not None or leave.ended_on <= on:
        says = _("Her leave has ended: take it out where it stands, and write that it is not used.")
        return _row(one, says, _("Open"), on) if one.owner_id == actor.pk else None
    if leave.of_version != version or on < leave.started_on:
        return None
    checks = [row for row in one.checks.all() if row.of_version == version]
    if len(checks) < CHECKS:
        if any(row.by == actor.pk for row in checks):
            return None
        return _row(one, _("Could she be recognised? Two people check it."), _("Check"), on)
    if one.needs_decision and decided(one) is None:
        return _row(one, _("A supervisor must decide this use."), _("Decide"), on) if _is_theirs(one, actor) else None
    return _row(one, _("It is checked."), _("Open"), on) if one.owner_id == actor.pk else None


def _row(one: StoryUse, why: str, act: str, on: date) -> WorkRow:
    is_planned = one.state == UseState.PLANNED
    return WorkRow(
        who=one.story.code, url=reverse("advocacy:use", args=[one.pk]), why=why, where=one.place, act=act,
        due_on=None if is_planned else one.due_on, status="overdue" if is_due(one, on) else "waiting",
        word=_("Planned") if is_planned else _("Must come down"),
    )  # fmt: skip

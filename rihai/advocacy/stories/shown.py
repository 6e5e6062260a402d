"""What stories show on a person's page, and what is told to the person herself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.advocacy.scope import TELL
from rihai.advocacy.stories.models import Story, StoryPerson
from rihai.advocacy.stories.queries import stories_for
from rihai.kit.actor import Actor
from rihai.kit.templatetags.kit import day

ROWS = 12


def on_person(actor: Actor, person_id: UUID, _on: date) -> dict[str, Any] | None:
    """Her stories, for who tells stories; and the way to write one down."""
    if not actor.may(TELL):
        return None
    whose = StoryPerson.objects.filter(person=person_id).values("story_id")
    rows = stories_for(actor).filter(pk__in=whose)[: 2 * ROWS]
    return {"rows": [one for one in rows if getattr(one, "knows", False)][:ROWS], "person_id": person_id}


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What she told, what she allowed, and every place where it was used; asked by the house alone."""
    with as_house():
        whose = StoryPerson.objects.filter(person=person_id).values("story_id")
        rows = Story.objects.filter(pk__in=whose).select_related("words").prefetch_related("consents", "uses")
        return [
            (
                one.code,
                [
                    (_("Her words, as they may be told"), one.words.says),
                    *((_("She allowed"), _leave(row)) for row in one.consents.all()),
                    *((row.get_state_display(), row.place) for row in one.uses.all()),
                ],
            )
            for one in rows
        ]  # fmt: skip


def _leave(row: Any) -> str:
    says = f"{row.get_channel_display()}, {day(row.started_on)} – {day(row.ended_on)}"
    return f"{says}; {_('taken back')} {day(row.withdrawn_at)}" if row.withdrawn_at else says

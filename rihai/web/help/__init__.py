"""Help for each main job of the people who work here, written for them; a page says what to do in a few steps."""

from __future__ import annotations

from rihai.kit.actor import Actor
from rihai.web.help.forms import FORMS
from rihai.web.help.office import OFFICE
from rihai.web.help.people import PEOPLE
from rihai.web.help.topic import Topic

TOPICS: dict[str, Topic] = {one.slug: one for one in (*PEOPLE, *FORMS, *OFFICE)}


def topics_for(actor: Actor | None) -> tuple[list[Topic], list[Topic]]:
    """The pages of help for what the actor does, and the others; all are open to everybody."""
    mine = [one for one in TOPICS.values() if not one.capability or (actor is not None and actor.may(one.capability))]
    return mine, [one for one in TOPICS.values() if one not in mine]

"""What became of each person on an agenda: from custody as recorded, the answers to the lists, and the lists of today.

Asked anew each time; nothing of it is kept. The custody of the record stands before everything; then what a court or an
authority answered since the line came on to the agenda, by the day it was written down; then whether a list still holds
the person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from rihai.coordination.agenda.models import AgendaItem, Standing
from rihai.coordination.agenda.queries import items_for
from rihai.coordination.meetings.models import Meeting
from rihai.kit.actor import Actor
from rihai.legal.response.models import Response, State
from rihai.legal.response.queries.sight import responses_for
from rihai.people.models import CustodyEpisode
from rihai.places.models import Place
from rihai.screening.queries.lists import REACHED
from rihai.screening.queries.sight import findings_for

WORDS: dict[str, tuple[str, Any]] = {
    "release": ("released", _("Released")),
    "death": ("critical", _("Died")),
    "escape": ("warning", _("Escaped")),
    "granted": ("accepted", _("Bail or relief granted, still inside")),
    "refused": ("rejected", _("Refused")),
    "filed": ("waiting", _("Before the court")),
    "referred": ("waiting", _("Referred")),
    "moved": ("waiting", _("Moved to another prison")),
    "inside": ("still_inside", _("Still inside")),
    "settled": ("done", _("Inside; the list holds the person no more")),
    "unknown": ("cannot_tell", _("Not known")),
}
"""By outcome: how its badge is drawn, and what it says. In the order in which they are counted."""
ANSWERED = {State.GRANTED: "granted", State.REFUSED: "refused", State.FILED: "filed", State.REFERRED: "referred"}


@dataclass(frozen=True, slots=True)
class Became:
    """What became of somebody: the code of WORDS, since when, where."""

    item: AgendaItem
    code: str
    on: date | None = None
    where: str = ""

    @property
    def status(self) -> str:
        """How the badge is drawn."""
        return WORDS[self.code][0]

    @property
    def word(self) -> Any:
        """What it says."""
        return WORDS[self.code][1]


def became_of(meeting: Meeting, *, actor: Actor) -> list[Became]:
    """Of everybody who stood on the agenda of a meeting and whom the actor sees; a constant number of queries."""
    rows = items_for(actor).filter(meeting=meeting, standing=Standing.ON, person__isnull=False)
    first: dict[UUID, AgendaItem] = {}
    for one in rows.select_related("person__held_at"):
        first.setdefault(one.person_id or one.pk, one)
    return judged(list(first.values()), actor=actor)


def judged(items: Sequence[AgendaItem], *, actor: Actor) -> list[Became]:
    """The same of some lines."""
    people = [one.person_id for one in items if one.person_id]
    ends = {
        one.person_id: one
        for one in CustodyEpisode.objects.filter(person__in=people, ended_on__isnull=False).order_by("sequence")
    }
    answers: dict[UUID, list[Response]] = {}
    for answer in responses_for(actor).filter(person__in=people).order_by("touched_at"):
        answers.setdefault(answer.person_id, []).append(answer)
    held = set(findings_for(actor).filter(person__in=people, outcome__in=REACHED).values_list("person_id", "provision"))
    return [_judged(one, ends.get(one.person_id or one.pk), answers.get(one.person_id or one.pk, ()), held)
            for one in items if one.person]  # fmt: skip


def _judged(
    item: AgendaItem, end: CustodyEpisode | None, answers: Iterable[Response], held: set[tuple[UUID, str]]
) -> Became:  # fmt: skip
    person = item.person
    if person is None or person.held_at is None:
        return Became(item, end.ended_by, end.ended_on) if end and end.ended_by in WORDS else Became(item, "unknown")
    since = [one for one in answers if one.touched_at >= item.added_at]
    answered = [one for one in since if one.case_id == item.case_id or not item.case_id]
    said = next((one for one in reversed(answered) if one.state in ANSWERED), None)
    if said is not None:
        return Became(item, ANSWERED[State(said.state)], _day_of(said))
    if item.place_id is not None and person.held_at_id != item.place_id:
        return Became(item, "moved", None, _where(person.held_at))
    is_held = not item.provision or (person.pk, item.provision) in held
    return Became(item, "inside" if is_held else "settled", person.held_since, _where(person.held_at))


def _day_of(answer: Response) -> date | None:
    return {
        State.GRANTED: answer.granted_on, State.REFUSED: answer.refused_on, State.FILED: answer.filed_on,
    }.get(State(answer.state))  # fmt: skip


def _where(place: Place) -> str:
    return place.shown


def counted(found: Sequence[Became]) -> list[tuple[str, Any, int]]:
    """How many of each, in the order of WORDS: badge, word, number."""
    counts = Counter(one.code for one in found)
    return [(status, word, counts[code]) for code, (status, word) in WORDS.items() if counts[code]]

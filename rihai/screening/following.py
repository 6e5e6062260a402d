"""What screening does after an act in `people`: one person at once, many by a job; and what the clock brings."""

from __future__ import annotations

from datetime import datetime

from rihai.accounts.operations.house import as_house
from rihai.kit.acts import after
from rihai.kit.offers import Done
from rihai.screening.models import Screened
from rihai.screening.operations import (
    forget_people,
    mark_by_law,
    mark_guarded,
    mark_stale,
    mark_turning,
    screen_people,
    start_screening,
)

AT_ONCE = 3
"""People who are screened in the transaction of the act itself: a few milliseconds each."""
ACTS = (
    "people.person.entered",
    "people.facts.corrected",
    "people.difference.decided",
    "people.person.admitted",
    "people.person.transferred",
    "people.person.released",
    "people.person.died",
    "people.person.escaped",
    "people.end.taken_back",
    "people.persons.merged",
    "people.persons.parted",
    "people.census.taken_in",
    "people.census.undone",
)
"""Acts after which what the law says of somebody may be another thing."""
GUARDING = ("accounts.person.guarded", "accounts.person.unguarded")
"""Acts after which a person leaves the sums of their place, or stands in them again."""
SCREENED = "screening.people.screened"
"""Performed for few people, as part of such an act; what follows the screening of many waits for the clock."""


def follow(done: Done) -> None:
    """Screen whom the act was about, at once where they are few; who is gone altogether leaves nothing here."""
    if gone := done.detail.get("gone"):
        forget_people(gone, at=done.at)
    if not done.person_ids:
        return
    if len(done.person_ids) <= AT_ONCE:
        screen_people(done.person_ids, at=done.at)
        after(Done(act=SCREENED, actor=done.actor, at=done.at, person_ids=done.person_ids))
        return
    mark_stale(done.person_ids, at=done.at)
    start_screening(because=done.act, at=done.at)


def follow_guarding(done: Done) -> None:
    """Who stands in a sum wrongly is screened again, and with that counted or not; who is new, in their turn."""
    is_guarded = done.act == GUARDING[0]
    with as_house(done.at):
        people = Screened.objects.filter(person__in=done.person_ids, counted=is_guarded)
        found = dict(people.values_list("pk", "screened_at"))
    if found:
        screen_people(list(found), at=max(done.at, *found.values()))


def tick(at: datetime) -> int:
    """Screen again whose answer changed with the day or with the law, and whoever was left marked; says how many."""
    marked = mark_turning(at=at) + mark_by_law(at=at) + mark_guarded(at=at)
    start_screening(because="screening.day.begun", at=at)
    return marked

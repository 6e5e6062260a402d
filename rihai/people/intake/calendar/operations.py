"""Changes of the calendar: how often lists are expected, who was asked, who refused; and what the clock brings."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.errors import NotFound, Refused
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.people.intake.calendar.days import first_due, moved, nearest, turns
from rihai.people.intake.calendar.models import CensusRhythm, Every, ExpectedCensus
from rihai.people.intake.models import Census
from rihai.people.operations.reach import works_at
from rihai.places.models import Place

EXPECTED, ASKED, REFUSED, LATE = (
    "people.census.expected",
    "people.census.asked",
    "people.census.refused",
    "people.census.overdue",
)
KIND = "expected_census"


class NotExpected(NotFound):
    """There is no such list on the calendar, or the actor does not work there."""


class WrongDay(Refused):
    """The day does not fit what is on the calendar."""


@transaction.atomic
def expect(*, place: Place, every: int, day: int, version: int | None, actor: Actor, at: datetime) -> CensusRhythm:
    """Set how often the list of a prison is expected; what was asked, came or was refused stays as it is.

    `version` is None for the first time. Raises WrongPlace where the actor does not work, Changed where somebody
    set it meanwhile.
    """
    works_at(place, actor=actor, at=at)
    rhythm, is_new = CensusRhythm.objects.get_or_create(place=place, defaults={"every": every, "day": day})
    if not is_new:
        rhythm.every, rhythm.day = every, day
        save_if_unchanged(rhythm, version=version or 0, fields=["every", "day", "version"])
    today = local_day(at)
    ExpectedCensus.objects.filter(
        place=place, due_on__gte=today, asked_on=None, come_on=None, refused_on=None, late_at=None
    ).delete()
    open_up(rhythm, today)
    append(EXPECTED, actor=actor, at=at, subject=place.pk, kind="place", detail={"every": every, "day": day})
    return rhythm


def open_up(rhythm: CensusRhythm, today: date) -> int:
    """Put the lists on the calendar that are expected, up to the next that is waited for; says how many are new."""
    if rhythm.every == Every.NEVER:
        return 0
    newest = ExpectedCensus.objects.filter(place=rhythm.place_id).order_by("-due_on").first()
    if newest is None:
        first = first_due(today, rhythm.day)
    elif newest.due_on >= today and newest.is_open:
        return 0
    else:
        first = first_due(moved(newest.due_on.replace(day=1), rhythm.every), rhythm.day)
    made = [
        ExpectedCensus(place_id=rhythm.place_id, from_on=one.after, due_on=one.due)
        for one in turns(first, rhythm.every, today)
    ]
    ExpectedCensus.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


@transaction.atomic
def note_asked(
    *, expected_id: UUID, version: int, on: date, how: str, whom: str, actor: Actor, at: datetime
) -> ExpectedCensus:
    """That the prison was asked for its list: when, how, whom. Asked again, the newest asking stands."""
    one = _expected(expected_id, actor=actor, at=at)
    _not_to_come(on, at)
    one.asked_on, one.asked_how, one.asked_whom, one.asked_by_name = on, how, whom, actor.name[:120]
    save_if_unchanged(one, version=version, fields=["asked_on", "asked_how", "asked_whom", "asked_by_name", "version"])
    append(ASKED, actor=actor, at=at, subject=one.pk, kind=KIND, detail={"place": one.place_id, "how": how})
    return one


@transaction.atomic
def note_refused(
    *, expected_id: UUID, version: int, on: date, by: str, reason: str, actor: Actor, at: datetime
) -> ExpectedCensus:
    """That the prison refused: when, who said so, with which reason. A list that comes after all is taken in."""
    one = _expected(expected_id, actor=actor, at=at)
    _not_to_come(on, at)
    if one.come_on:
        raise WrongDay(_("This list has come already."))
    one.refused_on, one.refused_by, one.refusal = on, by, reason
    save_if_unchanged(one, version=version, fields=["refused_on", "refused_by", "refusal", "version"])
    append(REFUSED, actor=actor, at=at, subject=one.pk, kind=KIND, detail={"place": one.place_id})
    return one


def came(done: Done) -> None:
    """A list was taken in: it counts for the expected one whose day is nearest; a prison new to us gets a rhythm."""
    with as_house(done.at):
        census = Census.objects.select_related("place").get(pk=done.detail["census"])
        rhythm, _new = CensusRhythm.objects.get_or_create(place=census.place)
        today = local_day(done.at)
        open_up(rhythm, today)
        waiting = {
            one.due_on: one
            for one in ExpectedCensus.objects.filter(place=census.place, come_on=None, from_on__lt=census.true_on)
        }
        if waiting:
            one = waiting[nearest(list(waiting), census.true_on)]
            one.census, one.come_on = census, today
            one.save(update_fields=["census", "come_on"])
        open_up(rhythm, today)


def went(done: Done) -> None:
    """A list was undone: what it counted for is waited for again."""
    with as_house(done.at):
        ExpectedCensus.objects.filter(census=done.detail["census"]).update(census=None, come_on=None)


def tick(at: datetime) -> int:
    """Put the next lists on the calendar, and raise each that is late once; says how many were raised."""
    today = local_day(at)
    with as_house(at):
        for rhythm in list(CensusRhythm.objects.exclude(every=Every.NEVER)):
            open_up(rhythm, today)
        late = ExpectedCensus.objects.filter(due_on__lt=today, come_on=None, refused_on=None, late_at=None)
        return sum(_raise(pk, at) for pk in list(late.order_by("due_on", "pk").values_list("pk", flat=True)))


@transaction.atomic
def _raise(pk: UUID, at: datetime) -> int:
    # The condition makes two clocks at once harmless: only one of them changes the row.
    changed = ExpectedCensus.objects.filter(pk=pk, come_on=None, refused_on=None, late_at=None).update(late_at=at)
    if changed:
        append(LATE, actor=None, at=at, subject=pk, kind=KIND)
    return changed


def _expected(expected_id: UUID, *, actor: Actor, at: datetime) -> ExpectedCensus:
    found = ExpectedCensus.objects.select_for_update(of=("self",)).select_related("place")
    one = found.filter(pk=expected_id).first()
    if one is None:
        raise NotExpected(_("There is no such list on the calendar."))
    works_at(one.place, actor=actor, at=at)
    return one


def _not_to_come(on: date, at: datetime) -> None:
    if on > local_day(at):
        raise WrongDay(_("That day is still to come."))

"""The lists of the fictional world: two of each of three prisons, a month apart, taken in by its records officer.

The lists are invented and messy, the way to the record is the real one: given in, read, compared, taken in, screened.
The last list of one prison is left for whoever tries the demonstration to look over and take in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.census.synth import invent_pair, write_census
from rihai.demo.cast import DARYA_KOT, GULZAR, NAYA_BAGH
from rihai.kit.house import acting_for
from rihai.kit.jobs.models import Job, JobState
from rihai.kit.jobs.run import do
from rihai.people.intake.models import Census, CensusState
from rihai.people.intake.operations import Upload, ask_to_take_in, upload
from rihai.places.models import Place
from rihai.screening.operations.stale import JOB as SCREENING

RECORDS_OFFICER = "records@rihai.example"


@dataclass(frozen=True, slots=True)
class Lists:
    """The invented lists of one prison. `women` keeps the women alone; `open` leaves its second list to be taken in."""

    prison: str
    people: int
    seed: int
    women: bool = False
    open: bool = False


ALL = (
    Lists(GULZAR, 900, 11, women=True),
    Lists(NAYA_BAGH, 150, 23, open=True),
    Lists(DARYA_KOT, 180, 37),
)
MESS = 0.4
"""Less than the usual dirt, so that most rows become people."""


def take_in_lists(*, on: date, clock: Callable[[], datetime]) -> None:
    """Give in and take in what is not there yet, as of a day."""
    officer = Account.objects.get(email=RECORDS_OFFICER)
    with acting_as(officer, clock()):
        for lists in ALL:
            place = Place.objects.get(code=lists.prison)
            if not Census.objects.filter(place=place).exists():
                for content, true_on, stays_open in _written(lists, place, on):
                    _take_in(content, place, true_on, officer, clock, stays_open=stays_open)
    with acting_for(None):
        waiting = list(Job.objects.filter(kind=SCREENING, state=JobState.WAITING).values_list("pk", flat=True))
    for job_id in waiting:
        do(job_id, clock)


def _written(lists: Lists, place: Place, on: date) -> Iterator[tuple[Upload, date, bool]]:
    """The workbooks, the older first, with the day each was true and whether it stays to be taken in."""
    pair = invent_pair(lists.people, lists.seed, on)
    for records, day in zip((pair.old, pair.new), pair.days, strict=True):
        here = [_at(record, place) for record in records if _belongs(record, lists)]
        made = write_census(here, lists.seed, as_of=day, prison=place.name, mess=MESS)
        yield Upload(made.name, made.content), day, lists.open and day == on


def _belongs(record: dict[str, Any], lists: Lists) -> bool:
    return not lists.women or record.get("sex") == "female"


def _at(record: dict[str, Any], place: Place) -> dict[str, Any]:
    return {**record, "prison": place.name, "province": "punjab"}


def _take_in(
    content: Upload, place: Place, true_on: date, officer: Account, clock: Callable[[], datetime], *, stays_open: bool
) -> None:
    census = upload(place=place, true_on=true_on, files=[content], actor=officer, at=clock())
    _work(census, clock)
    if stays_open or census.state != CensusState.TO_REVIEW:
        return
    ask_to_take_in(census_id=census.pk, actor=officer, at=clock())
    _work(census, clock)


def _work(census: Census, clock: Callable[[], datetime]) -> None:
    """Do the census's job here and now; in an office a worker does."""
    census.refresh_from_db()
    assert census.job_id, "every act on a census names its job"
    do(census.job_id, clock)
    census.refresh_from_db()

"""What is written down in the transaction in which somebody leaves, before screening forgets them.

Rooms follow an act from the top of the house down, so that what screening found still stands when this is run. Also
where a list lets many go at once it is a handful of questions for a thousand people.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.offers import Done
from rihai.legal.release.models import DaysKept, ReachKept, Release, Slip, UnlawfulDetention
from rihai.people.intake.errors import BuiltOn
from rihai.people.intake.models import Census
from rihai.people.models import ENDS, CustodyEpisode
from rihai.people.projection.table import chunks
from rihai.people.queries.people import everybody_in
from rihai.screening.law.packs import law_on
from rihai.screening.models import Finding, Screened
from rihai.screening.queries.figures import parts

CHUNK = 1000
REACHED = ("met", "arguable")
LEFT = ("people.person.released", "people.person.died", "people.person.escaped", "people.census.taken_in")
BACK = ("people.end.taken_back", "people.census.undone")


def keep_days(done: Done) -> None:
    """Of everybody who has left by this act: the days lost, and what had reached them."""
    shall = law_on(local_day(done.at)).opening
    with as_house(done.at):
        for chunk in chunks(done.person_ids, CHUNK):
            if left := dict(_left(chunk)):
                _keep(left, shall)


def _left(ids: Collection[UUID]) -> Iterator[tuple[UUID, tuple[Screened, CustodyEpisode]]]:
    """Those of whom screening still knows and who are held no more, with the time in custody that ended."""
    gone = list(Screened.objects.filter(person__in=ids, person__held_at=None, person__merged_into=None))
    ended = CustodyEpisode.objects.filter(person__in=[one.person_id for one in gone], ended_by__in=ENDS)
    last = {one.person_id: one for one in ended.exclude(ended_on=None).order_by("sequence")}
    kept = set(DaysKept.objects.filter(episode__in=list(last.values())).values_list("episode_id", flat=True))
    for one in gone:
        episode = last.get(one.person_id)
        if episode is not None and episode.pk not in kept:
            yield one.person_id, (one, episode)


def _keep(left: Mapping[UUID, tuple[Screened, CustodyEpisode]], shall: Collection[str]) -> None:
    DaysKept.objects.bulk_create(_days(*pair) for pair in left.values())
    reached = Q(kind="release") | Q(still_inside=True)
    found = Finding.objects.filter(reached, person__in=list(left), outcome__in=REACHED)
    ReachKept.objects.bulk_create(_reach(one, left[one.person_id][1], shall) for one in found)
    episodes = {episode.pk: episode.ended_on for _screened, episode in left.values()}
    for one in UnlawfulDetention.objects.filter(episode__in=list(episodes), to_on=None, undone_at=None):
        one.to_on = episodes[one.episode_id]
        one.save(update_fields=["to_on"])


def _days(screened: Screened, episode: CustodyEpisode) -> DaysKept:
    left = episode.ended_on
    assert left is not None, "asked for above"
    met, open_ = parts(screened.met_from, screened.open_from, left)
    return DaysKept(
        person_id=screened.person_id, made_for=screened.person_id, episode=episode, place_id=screened.place_id,
        left_on=left, left_by=episode.ended_by, met_from=_up_to(screened.met_from, left), met_days=met,
        open_from=_up_to(screened.open_from, left), open_days=open_,
    )  # fmt: skip


def _reach(one: Finding, episode: CustodyEpisode, shall: Collection[str]) -> ReachKept:
    left = episode.ended_on
    assert left is not None, "asked for above"
    return ReachKept(
        person_id=one.person_id, made_for=one.person_id, episode=episode, place_id=one.place_id,
        data_class=one.data_class, and_legal=one.and_legal, case_id=one.case_id, court=one.court, pack=one.pack,
        provision=one.provision, is_shall=one.provision in shall, still_inside=one.still_inside,
        outcome=one.outcome, since_on=one.since_on,
        reached_on=one.reached_on, left_on=left, left_by=episode.ended_by,
    )  # fmt: skip


def _up_to(day: date | None, left: date) -> date | None:
    """A day that had come when somebody left; what would have begun later has cost nobody a day."""
    return day if day is not None and day <= left else None


def forget_leaving(done: Done) -> None:
    """They did not leave after all: nothing is kept of a leaving, and the days go on."""
    with as_house(done.at):
        for chunk in chunks(done.person_ids, CHUNK):
            open_again = CustodyEpisode.objects.filter(person__in=chunk, ended_by="").values("pk")
            for model in (DaysKept, ReachKept):
                model.objects.filter(episode__in=open_again).delete()
            UnlawfulDetention.objects.filter(episode__in=open_again, undone_at=None).update(to_on=None)


MOVED = (Release, DaysKept, ReachKept, UnlawfulDetention, Slip)


def carry_over(done: Done) -> None:
    """Two persons are one: what is kept of the second is of the first."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for model in MOVED:
            model.objects.filter(person=gone).update(person=keep)


def carry_back(done: Done) -> None:
    """They are two again: what was written of the second, or of whoever was merged into it, goes back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        ids = everybody_in(gone)
        for model in MOVED:
            model.objects.filter(person=keep, made_for__in=ids).update(person=gone)


def refuse_undoing(done: Done) -> None:
    """Nothing is undone under which somebody was told something, or a release was described. Raises BuiltOn.

    Under a census only what came after it counts; under a register, which entered these people, everything.
    """
    with as_house(done.at):
        taken_in = datetime(1900, 1, 1, tzinfo=UTC)
        if census := done.detail.get("census"):
            taken_in = Census.objects.values_list("taken_in_at", flat=True).get(pk=census) or taken_in
        for chunk in chunks(done.person_ids, CHUNK):
            worked_on = (
                Release.objects.filter(person__in=chunk, recorded_at__gt=taken_in, undone_at=None),
                Slip.objects.filter(person__in=chunk, made_at__gt=taken_in),
                UnlawfulDetention.objects.filter(person__in=chunk, named_at__gt=taken_in, undone_at=None),
            )
            if any(rows.exists() for rows in worked_on):
                raise BuiltOn(_("Somebody of this list was told something or released since. It stays as it is."))

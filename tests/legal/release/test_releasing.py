"""A release closes what it should and keeps everything; two who record it at once; interrupted, neither happened."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.kit.editing import Changed
from rihai.kit.ids import new_id
from rihai.kit.offers import Done
from rihai.legal.release.models import DaysKept, ReachKept, Release, UnlawfulDetention
from rihai.legal.release.operations import (
    correct_release,
    describe_release,
    find_in_error,
    name_unlawful,
    record_recall,
    record_release,
    take_back_unlawful,
    undo_release,
)
from rihai.legal.release.operations.errors import NoSuchRelease, WrongRelease
from rihai.legal.release.operations.keeping import keep_days
from rihai.legal.release.queries.lost import days_lost_between
from rihai.legal.release.queries.releases import held_past
from rihai.people.intake.custody import ByList, let_go
from rihai.people.models import CustodyEpisode, MovementKind, Person
from rihai.people.operations import correct_facts, end_custody, merge_persons, unmerge_persons
from rihai.people.operations.errors import ChangedMeanwhile, NoSuchPerson, WrongMove
from tests.legal.release.cast import bail, standing
from tests.people.world import World
from tests.screening.cast import half_a_year_and_a_day, keep, woman

pytestmark = pytest.mark.django_db


def _bailable(on: date) -> dict[str, Any]:
    """A woman held forty days on a bailable charge alone: s.496 CrPC says that she shall be released on bail."""
    case = {
        "case_id": "9/26 Saddar", "legal_status": "under_trial",
        "arrested_on": (on - timedelta(days=40)).isoformat(), "held_in_other_case": False,
        "charges": [{"act": "PPC", "section": "420", "bailable": True}],
    }  # fmt: skip
    return woman(on, full_name="Kiran Misali", first_admitted_on=(on - timedelta(days=40)).isoformat(), cases=[case])


def _held(world: World) -> tuple[Account, Person]:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        person = keep(woman(timezone.localdate()), world.gulzar, lawyer)
    return lawyer, person


def test_a_release_ends_custody_stops_the_days_and_keeps_them(world: World) -> None:
    lawyer, person = _held(world)
    today, since = timezone.localdate(), half_a_year_and_a_day(timezone.localdate())
    with acting_as(lawyer):
        release = record_release(
            person_id=person.pk, version=person.version, said=bail(today), actor=lawyer, at=timezone.now()
        )
    now = standing(person)
    with as_house():
        kept, reach = DaysKept.objects.get(), list(ReachKept.objects.all())
    assert (now["held_at"], now["screened"], now["findings"]) == (None, [], 0), "nobody asks about her any more"
    assert now["episodes"] == [(1, today, "release")]
    assert (release.place_id, release.court, release.to_whom) == (world.gulzar.pk, "Sessions Court Gulistan", "family")
    # s.497(1), third proviso: arguable from the day after the sixth month's end, so one day is arguably lost today
    assert (kept.met_days, kept.left_on, kept.left_by) == (0, today, "release")
    assert kept.open_days == (today - kept.open_from).days if kept.open_from else kept.open_days == 0
    assert kept.open_from is not None
    assert since < kept.open_from <= today
    assert {(one.outcome, one.is_shall) for one in reach if "497" in one.provision} >= {("arguable", True)}
    with as_house():
        last = Event.objects.order_by("-number").first()
    assert last is not None
    assert last.act == "legal.release.recorded", "the line of the act stands last"


@pytest.mark.parametrize("by_list", [False, True])
def test_of_a_bailable_charge_each_day_is_kept(world: World, by_list: bool) -> None:
    clerk = world.worker("lawyer", world.gulzar)
    today, now = timezone.localdate(), timezone.now()
    with acting_as(clerk):
        person = keep(_bailable(today), world.gulzar, clerk)
        if by_list:
            with as_house():
                by = ByList(world.gulzar.pk, today, new_id(), clerk, now)
                let_go({person.pk: (MovementKind.RELEASE, "released")}, by)
            keep_days(Done(act="people.census.taken_in", actor=clerk, at=now, person_ids=(person.pk,)))
        else:
            record_release(person_id=person.pk, version=person.version, said=bail(today), actor=clerk, at=now)
        kept = DaysKept.objects.get()
        (held,), more = held_past(None, actor=clerk)
    assert (kept.met_days, kept.open_days, kept.met_from) == (40, 0, today - timedelta(days=40))
    assert (held.reach.provision, held.reach.days, held.named, more) == ("crpc_496_bailable", 40, None, False)


def test_days_of_a_period_are_counted_once_of_who_is_held_of_who_left_and_of_who_was_brought_back(world: World) -> None:
    clerk = world.worker("lawyer", world.gulzar)
    today = timezone.localdate()
    who: dict[str, Any] = {"actor": clerk, "at": timezone.now()}

    def lost() -> list[tuple[int, date, str]]:
        rows = days_lost_between(clerk, today - timedelta(days=10), today + timedelta(days=1))
        return [(one["days"], one["on"], one["court"]) for one in rows]

    with acting_as(clerk):
        person = keep(_bailable(today), world.gulzar, clerk)
        held = lost()
        release = record_release(person_id=person.pk, version=person.version, said=bail(today), **who)
        left = lost()
        find_in_error(release_id=release.pk, version=1, found_on=today, why="another order", **who)
        record_recall(release_id=release.pk, version=2, place=world.gulzar, on=today, **who)
        assert (held, left, lost()) == ([(10, today - timedelta(days=1), "")],) * 3
        assert days_lost_between(clerk, today, today + timedelta(days=9)) == [], "the day of leaving is not lost"


def test_days_lost_before_bail_are_kept_when_it_is_furnished_on_the_day_of_release(world: World) -> None:
    clerk = world.worker("lawyer", world.gulzar)
    today, now = timezone.localdate(), timezone.now()
    record = woman(today, first_admitted_on=(today - timedelta(days=213)).isoformat())
    record["cases"][0]["arrested_on"] = record["first_admitted_on"]
    furnished = {
        "case_id": record["cases"][0]["case_id"], "bail_granted": True, "bail_granted_on": today.isoformat(),
        "bail_furnished": True, "bail_furnished_on": today.isoformat(), "bail_granted_not_furnished": False,
    }  # fmt: skip
    with acting_as(clerk):
        person = keep(record, world.gulzar, clerk)
        person = correct_facts(
            person_id=person.pk, version=person.version, record={"cases": [furnished]}, raw={}, true_on=today,
            actor=clerk, at=now,
        )  # fmt: skip
        record_release(person_id=person.pk, version=person.version, said=bail(today), actor=clerk, at=timezone.now())
        kept = DaysKept.objects.get()
    assert kept.open_from is not None, "the law reached her after six months, a good month ago"
    assert (kept.open_days, kept.open_days > 20) == ((today - kept.open_from).days, True)


def test_the_second_who_records_it_is_told(world: World) -> None:
    lawyer, person = _held(world)
    officer = world.worker("records_officer", world.gulzar)
    today, version = timezone.localdate(), person.version
    with acting_as(lawyer):
        record_release(person_id=person.pk, version=version, said=bail(today), actor=lawyer, at=timezone.now())
    with acting_as(officer):
        with pytest.raises(ChangedMeanwhile):
            record_release(person_id=person.pk, version=version, said=bail(today), actor=officer, at=timezone.now())
        later = standing(person)["version"]
        with pytest.raises(WrongMove):
            record_release(person_id=person.pk, version=later, said=bail(today), actor=officer, at=timezone.now())
        assert Release.objects.count() == 1


def test_interrupted_before_its_end_nobody_left(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    lawyer, person = _held(world)
    before = standing(person)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rihai.legal.release.operations.releasing.after", power_cut)
    with acting_as(lawyer), pytest.raises(KeyboardInterrupt):
        record_release(
            person_id=person.pk, version=person.version, said=bail(timezone.localdate()), actor=lawyer,
            at=timezone.now(),
        )  # fmt: skip
    with as_house():
        assert not Release.objects.exists()
        assert not DaysKept.objects.exists()
        assert not ReachKept.objects.exists()
    assert standing(person) == before


def test_days_that_cannot_be_are_refused(world: World) -> None:
    lawyer, person = _held(world)
    today = timezone.localdate()
    with acting_as(lawyer):
        for wrong in (
            bail(today, ordered_on=today + timedelta(days=1)),
            bail(today, arrived_on=today - timedelta(days=9)),
            bail(today - timedelta(days=400), ordered_on=None, arrived_on=None),
        ):
            with pytest.raises(WrongRelease):
                record_release(person_id=person.pk, version=person.version, said=wrong, actor=lawyer, at=timezone.now())


def test_who_does_not_see_her_records_nothing(world: World) -> None:
    _lawyer, person = _held(world)
    stranger = world.worker("lawyer", world.naya_bagh)
    with acting_as(stranger), pytest.raises(NoSuchPerson):
        record_release(
            person_id=person.pk, version=person.version, said=bail(timezone.localdate()), actor=stranger,
            at=timezone.now(),
        )  # fmt: skip


def test_a_release_that_a_list_knew_of_is_described_once(world: World) -> None:
    lawyer, person = _held(world)
    today, now = timezone.localdate(), timezone.now()
    with acting_as(lawyer):
        end_custody(
            person_id=person.pk, version=person.version, kind=MovementKind.RELEASE, on=today, actor=lawyer, at=now
        )
        assert DaysKept.objects.count() == 1, "however she left, the days are kept"
        episode = CustodyEpisode.objects.get(person=person)
        release = describe_release(episode_id=episode.pk, said=bail(today - timedelta(days=9)), actor=lawyer, at=now)
        assert (release.released_on, release.place_id) == (today, world.gulzar.pk), "the day stays as recorded"
        with pytest.raises(WrongRelease):
            describe_release(episode_id=episode.pk, said=bail(today), actor=lawyer, at=now)


def test_a_correction_keeps_what_stood_and_the_second_hand_is_told(world: World) -> None:
    lawyer, release = _released(world)
    said, now = bail(release.released_on, kind="acquitted", note="the appeal"), timezone.now()
    with acting_as(lawyer):
        with pytest.raises(WrongRelease):
            correct_release(release_id=release.pk, version=1, said=said, why=" ", actor=lawyer, at=now)
        correct_release(release_id=release.pk, version=1, said=said, why="read the order", actor=lawyer, at=now)
        with pytest.raises(Changed):
            correct_release(
                release_id=release.pk, version=1, said=bail(release.released_on, court="High Court"), why="w",
                actor=lawyer, at=now,
            )  # fmt: skip
        kept = Release.objects.get()
    assert (kept.kind, kept.note, kept.court, kept.version) == ("acquitted", "the appeal", "Sessions Court Gulistan", 2)
    assert [(one["why"], one["was"]["kind"]) for one in kept.history] == [("read the order", "bail")]


def _released(world: World, on: date | None = None) -> tuple[Account, Release]:
    lawyer, person = _held(world)
    with acting_as(lawyer):
        release = record_release(
            person_id=person.pk, version=person.version, said=bail(on or timezone.localdate()), actor=lawyer,
            at=timezone.now(),
        )  # fmt: skip
    return lawyer, release


def test_taken_back_she_is_held_as_before_and_the_days_go_on(world: World) -> None:
    lawyer, person = _held(world)
    before, today, now = standing(person), timezone.localdate(), timezone.now()
    with acting_as(lawyer):
        release = record_release(person_id=person.pk, version=person.version, said=bail(today), actor=lawyer, at=now)
        undo_release(
            release_id=release.pk, version=1, why="another woman of that name", actor=lawyer, at=timezone.now()
        )
        struck = Release.objects.get()
    restored = standing(person)
    with as_house():
        assert not DaysKept.objects.exists()
        assert not ReachKept.objects.exists()
    assert struck.undone_why == "another woman of that name"
    assert {**restored, "version": 0, "movements": []} == {**before, "version": 0, "movements": []}
    assert restored["movements"][-1] == (2, "taken_back"), "the movement stays on record, struck"
    with acting_as(lawyer):
        earlier = today - timedelta(days=2)
        again = record_release(
            person_id=person.pk, version=restored["version"], said=bail(earlier), actor=lawyer, at=timezone.now()
        )
        assert again.released_on == earlier, "the right day can be written, also an earlier one"


def test_a_taking_back_interrupted_leaves_the_release(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    lawyer, release = _released(world)
    before = standing(release.person)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rihai.legal.release.operations.releasing.take_back_end", power_cut)
    with acting_as(lawyer):
        with pytest.raises(KeyboardInterrupt):
            undo_release(release_id=release.pk, version=1, why="x", actor=lawyer, at=timezone.now())
        assert Release.objects.get().undone_at is None
    assert standing(release.person) == before


def test_released_in_error_and_brought_back_both_are_kept(world: World) -> None:
    lawyer, release = _released(world, timezone.localdate() - timedelta(days=5))
    today, now = timezone.localdate(), timezone.now()
    with acting_as(lawyer):
        with pytest.raises(WrongRelease):
            record_recall(release_id=release.pk, version=1, place=world.gulzar, on=today, actor=lawyer, at=now)
        find_in_error(
            release_id=release.pk, version=1, found_on=today, why="another case held her", actor=lawyer, at=now
        )
        record_recall(release_id=release.pk, version=2, place=world.gulzar, on=today, actor=lawyer, at=timezone.now())
        kept = Release.objects.get()
        assert (kept.error_why, kept.recalled_on, kept.undone_at) == ("another case held her", today, None)
        with pytest.raises(WrongRelease):
            undo_release(release_id=release.pk, version=3, why="x", actor=lawyer, at=timezone.now())
    assert standing(release.person)["episodes"] == [(1, today - timedelta(days=5), "release"), (2, None, "")]


def test_unlawful_detention_is_named_by_a_person_and_ends_with_the_leaving(world: World) -> None:
    lawyer, person = _held(world)
    today, now = timezone.localdate(), timezone.now()
    with acting_as(lawyer):
        kept = name_unlawful(
            person_id=person.pk, ground="order", from_on=today - timedelta(days=8), why="the order came on the 18th",
            today=today, actor=lawyer, at=now,
        )  # fmt: skip
        assert (kept.to_on, kept.days_on(today), kept.data_class) == (None, 8, "personal")
        with pytest.raises(WrongRelease):
            name_unlawful(
                person_id=person.pk, ground="order", from_on=today - timedelta(days=8), why="again", today=today,
                actor=lawyer, at=now,
            )  # fmt: skip
        record_release(person_id=person.pk, version=person.version, said=bail(today), actor=lawyer, at=timezone.now())
        assert UnlawfulDetention.objects.get().to_on == today
        take_back_unlawful(detention_id=kept.pk, why="it was another order", actor=lawyer, at=timezone.now())
        with pytest.raises(NoSuchRelease):
            take_back_unlawful(detention_id=kept.pk, why="twice", actor=lawyer, at=timezone.now())


def test_what_is_kept_goes_with_a_merge_and_back(world: World) -> None:
    lawyer, release = _released(world)
    now: datetime = timezone.now()
    with acting_as(lawyer):
        other = keep(woman(timezone.localdate(), full_name="Nargis Bibi"), world.gulzar, lawyer)
        merge = merge_persons(keep_id=other.pk, gone_id=release.person_id, actor=lawyer, at=now)
        assert Release.objects.get().person_id == other.pk
        unmerge_persons(merge_id=merge.pk, actor=lawyer, at=timezone.now())
        assert Release.objects.get().person_id == release.person_id
        assert {one.person_id for one in DaysKept.objects.all()} == {release.person_id}

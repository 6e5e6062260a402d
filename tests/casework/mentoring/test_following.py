"""Mentoring follows what is done elsewhere: persons joined and parted, lists undone; and stands whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring import models, panels
from rihai.casework.mentoring import operations as act
from rihai.casework.mentoring.models import MentorMatch
from rihai.people.models import Consent, Merge
from rihai.people.operations import merge_persons, unmerge_persons
from tests.casework.carrying import tables_of
from tests.casework.mentoring.office import NOON, TODAY, Office, key, met

pytestmark = pytest.mark.django_db
Do = Callable[[Office, MentorMatch], Any]


def test_when_two_are_one_the_match_goes_with_her_and_comes_back(office: Office) -> None:
    match = office.match()
    office.wish()
    with acting_as(office.mentor, NOON):
        act.record_meeting(match_id=match.pk, key=key(), said=met(risk=True, worry="w"), actor=office.mentor, at=NOON)
    with acting_as(office.chief, NOON):
        merge_persons(keep_id=office.gul.pk, gone_id=office.nargis.pk, actor=office.chief, at=NOON)
    with as_house(NOON):
        assert not any(table.objects.filter(person=office.nargis).exists() for table in tables_of("mentoring"))
    assert office.granted(office.mentor) == {office.gul}
    with acting_as(office.chief, NOON):
        unmerge_persons(merge_id=Merge.objects.get().pk, actor=office.chief, at=NOON)
    with as_house(NOON):
        counts = [table.objects.filter(person=office.nargis).count() for table in tables_of("mentoring")]
    assert counts == [1, 1, 1, 1, 0]
    assert office.granted(office.mentor) == {office.nargis}


def test_she_is_given_what_is_held_of_her_without_what_would_betray_others(office: Office) -> None:
    match = office.match()
    with acting_as(office.mentor, NOON):
        act.record_meeting(
            match_id=match.pk, key=key(), said=met(risk=True, worry="a fear"), actor=office.mentor, at=NOON
        )
    text = str(panels.extract(office.nargis.pk))
    assert "Parveen Misali" in text
    assert "visit in the prison" in text
    assert "a fear" not in text
    assert "Concerns" in text, "that they are left out is said"


ACTS: dict[str, tuple[str, Do]] = {
    "a proposal": (
        "matching",
        lambda o, m: act.propose_match(
            person_id=o.gul.pk, volunteer_id=m.volunteer_id, actor=o.coordinator, at=NOON
        ),
    ),
    "a meeting": (
        "meetings",
        lambda o, m: act.record_meeting(
            match_id=m.pk, key=key(), said=met(risk=True, worry="w"), actor=o.coordinator, at=NOON
        ),
    ),
    "a concern": (
        "meetings",
        lambda o, m: act.raise_concern(match_id=m.pk, about="mentor", what="w", actor=o.coordinator, at=NOON),
    ),
    "a pause": (
        "running",
        lambda o, m: act.pause_match(match_id=m.pk, version=m.version, why="other", actor=o.coordinator, at=NOON),
    ),
    "an ending": (
        "running",
        lambda o, m: act.end_match(
            match_id=m.pk, version=m.version, actor=o.coordinator, at=NOON,
            said={"ending": "moved", "on": TODAY, "what_next": "Hina sees her."},
        ),
    ),
    "a decision": (
        "vetting",
        lambda o, m: act.decline_volunteer(
            volunteer_id=_second(o), version=1, ground="own_wish", reason="r", seen_on=None, actor=o.coordinator,
            at=NOON,
        ),
    ),
    "an application": (
        "volunteering",
        lambda o, m: act.apply_to_mentor(
            said={"name": "Zubaida", "sex": "female", "place": o.world.gulzar}, actor=o.coordinator, at=NOON
        ),
    ),
}  # fmt: skip


def _second(office: Office) -> Any:
    with as_house(NOON):
        return models.Volunteer.objects.get(name="Farida").pk


def _everything() -> dict[str, Any]:
    ours = [getattr(models, name) for name in models.__all__ if hasattr(getattr(models, name), "objects")]
    with as_house(NOON):
        return {one.__name__: sorted(map(str, one.objects.values())) for one in [*ours, Grant, Consent]}


@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    office: Office, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    office.volunteer("Farida")
    match = office.match()
    before = _everything()
    module, do = ACTS[name]

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, acting_as(office.coordinator, NOON):
        patched.setattr(f"rihai.casework.mentoring.operations.{module}.append", power_cut)
        with pytest.raises(KeyboardInterrupt):
            do(office, match)
    assert _everything() == before
    with acting_as(office.coordinator, NOON):
        do(office, match)
    assert _everything() != before, "and uninterrupted it does happen"


def test_the_second_yes_interrupted_opens_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed = office.propose(office.volunteer(account=office.mentor))
    office.answer(proposed, "person")
    before = _everything()

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rihai.casework.mentoring.operations.matching.append", power_cut)
    with pytest.raises(KeyboardInterrupt):
        office.answer(proposed, "mentor", by=office.mentor)
    assert _everything() == before

"""Every act on plans, follow-ups and families: whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rihai.accounts.models import Grant
from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare import operations as act
from rihai.casework.aftercare.models import FamilyContact, MayBeTold, OfficerDay, ReleasePlan
from rihai.casework.aftercare.operations.following import tick
from rihai.kit.audit.models import Event
from rihai.people.models import Consent, Person, Relationship
from tests.casework.aftercare.cast import GATE, Desk, reached
from tests.casework.carrying import tables_of

pytestmark = pytest.mark.django_db
Do = Callable[[Desk], Any]
CAME = {"herself": {"came": "yes", "why": ""}}
CHILD: dict[str, Any] = {"name": "Bilal", "how": "well"}


def one(model: Any) -> Any:
    with as_house():
        return model.objects.get()


def _tell(desk: Desk) -> Any:
    return desk.does(act.let_tell, plan_id=desk.plan.pk, who="Amna", said_how="alone", said_on=desk.today)


def _gate(desk: Desk) -> Any:
    said: dict[str, Any] = {**GATE, "planned_on": desk.today}
    return desk.does(act.set_gate, plan_id=desk.plan.pk, version=desk.plan.version, said=said)


def _officer(desk: Desk) -> Any:
    said: dict[str, Any] = {"kind": "parole", "due_on": desk.today, "where": "office"}
    return desk.does(act.list_officer_day, plan_id=desk.plan.pk, said=said)


def _tie(desk: Desk) -> Any:
    said: dict[str, Any] = {"version": 0, "wants": "yes", "ways": "", "may_know": []}
    return desk.does(act.keep_tie, relationship_id=one(Relationship).pk, safe=True, **said)


def _wish(desk: Desk) -> Any:
    return desk.does(act.wish_contact, relationship_id=one(Relationship).pk, kind="visit", wished_on=desk.today)


def _related(desk: Desk) -> Any:
    return desk.relation(safe=None)


def _gone(_desk: Desk) -> None:
    with as_house():
        ReleasePlan.objects.all().delete()


def _asked(desk: Desk) -> Any:
    row = desk.followup("h72")
    said: dict[str, Any] = {"outcome": "no_contact", "on": desk.today, "said": reached(), "care": "tired"}
    return desk.does(act.record_follow_up, followup_id=row.pk, version=row.version, **said)


ACTS: dict[str, tuple[str, tuple[Do, ...], Do]] = {
    "begun by hand": ("beginning", (_gone,), lambda desk: desk.does(act.begin_plan, person_id=desk.person.pk)),
    "begun by the clock": ("following", (_gone,), lambda desk: tick(desk.at)),
    "taken": ("plans", (), Desk.taken),
    "a point": ("plans", (), lambda desk: desk.does(
        act.set_point, plan_id=desk.plan.pk, code="mind", version=0, state="working", care="w")),
    "the gate": ("plans", (), _gate),
    "a meeting": ("plans", (), lambda desk: desk.does(
        act.record_meeting, plan_id=desk.plan.pk, held_on=desk.today, where="", attendance=CAME, decisions="d")),
    "met": ("plans", (Desk.leaves,), lambda desk: desk.does(
        act.record_met, plan_id=desk.plan.pk, version=desk.plan.version, met="yes", note="")),
    "ended": ("plans", (Desk.taken, Desk.leaves), lambda desk: desk.does(
        act.end_plan, plan_id=desk.plan.pk, version=desk.plan.version, why="w")),
    "may be told": ("telling", (), _tell),
    "told": ("telling", (_gate, _tell), lambda desk: desk.does(act.record_day_told, telling_id=one(MayBeTold).pk)),
    "taken back": ("telling", (_tell,), lambda desk: desk.does(act.take_back_telling, telling_id=one(MayBeTold).pk)),
    "asked after": ("after", (Desk.settled, Desk.leaves), _asked),
    "an officer’s day": ("after", (), _officer),
    "that day kept": ("after", (_officer,), lambda desk: desk.does(
        act.record_officer_day, day_id=one(OfficerDay).pk, version=1, kept="kept", next_on=desk.today)),
    "a tie": ("family", (_related,), _tie),
    "a child": ("family", (), lambda desk: desk.does(
        act.keep_child, person_id=desk.person.pk, child_id=None, version=0, said=CHILD)),
    "a wish": ("family", (_related,), _wish),
    "what came of it": ("family", (_related, _wish), lambda desk: desk.does(
        act.record_contact, contact_id=one(FamilyContact).pk, version=1, state="made", on=desk.today)),
}  # fmt: skip


def kept() -> dict[str, list[str]]:
    """The rows of every table of this part, what hangs on them, and the trail."""
    tables: list[Any] = [*tables_of("aftercare"), Grant, Consent, Relationship, Person, Event]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    module, first, do = ACTS[name]
    for step in first:
        step(desk)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    with monkeypatch.context() as broken:
        broken.setattr(f"rihai.casework.aftercare.operations.{module}.append", power_cut)
        with pytest.raises(KeyboardInterrupt):
            do(desk)
    assert kept() == before
    do(desk)
    assert kept() != before, "and uninterrupted it does happen"


def test_a_release_that_fails_leaves_the_plan_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.settled()
    before = kept()

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("rihai.people.operations.custody.append", power_cut)
        with pytest.raises(KeyboardInterrupt):
            desk.leaves()
    assert kept() == before

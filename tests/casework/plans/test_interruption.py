"""Every act of plans: whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from rihai.accounts.models import Notification
from rihai.accounts.operations.house import as_house
from rihai.casework.plans import operations as act
from rihai.casework.plans.models import Assessment, AtOnce, Goal, Need, Plan, Step
from rihai.kit.audit.models import Event
from tests.casework.carrying import tables_of
from tests.casework.plans.office import Desk

pytestmark = pytest.mark.django_db
Do = Callable[[Desk], Any]


def _first(model: Any) -> Any:
    with as_house():
        return model.objects.get()


def _plan(desk: Desk) -> Any:
    return desk.plan()


def _need(desk: Desk) -> Any:
    return desk.need(_first(Plan))


def _goal(desk: Desk) -> Any:
    return desk.goal(_first(Plan))


def _step(desk: Desk) -> Any:
    return desk.step(_first(Goal))


def _assessed(desk: Desk) -> Any:
    said = {"work": {"level": 2}}
    return desk.do(act.take_assessment, person_id=desk.nargis.pk, asked_on=desk.today, said=said)


def _talk(desk: Desk) -> Any:
    said = act.FirstSaid(asked_on=desk.today, self_harm="yes", children_tonight="no")
    return desk.do(act.record_first_days, person_id=desk.nargis.pk, said=said)


def _review(desk: Desk) -> Any:
    return desk.do(
        act.review_plan, plan_id=_first(Plan).pk, version=1, on=desk.today, words="w", note="",
        next_on=desk.today + timedelta(days=9),
    )  # fmt: skip


ACTS: dict[str, tuple[str, tuple[Do, ...], Do]] = {
    "a plan begun": ("planning", (), _plan),
    "a plan changed": ("planning", (_plan,), lambda desk: desk.do(
        act.change_plan, plan_id=_first(Plan).pk, version=1, owner_id=desk.bina.pk, owner_name="Bina",
        review_on=desk.today + timedelta(days=3))),
    "a plan looked at": ("planning", (_plan,), _review),
    "a plan closed": ("planning", (_plan,), lambda desk: desk.do(
        act.close_plan, plan_id=_first(Plan).pk, version=1, how="done", note="", on=desk.today)),
    "a need": ("needs", (_plan,), _need),
    "a need changed": ("needs", (_plan, _need), lambda desk: desk.do(
        act.change_need, need_id=_first(Need).pk, version=1, said={"state": "met", "ended_on": desk.today})),
    "a goal": ("needs", (_plan,), _goal),
    "a goal changed": ("needs", (_plan, _goal), lambda desk: desk.do(
        act.change_goal, goal_id=_first(Goal).pk, version=1, said={"words": "otherwise"})),
    "a goal reached": ("needs", (_plan, _goal), lambda desk: desk.do(
        act.end_goal, goal_id=_first(Goal).pk, version=1, state="reached", on=desk.today)),
    "a step": ("steps", (_plan, _goal), _step),
    "a step changed": ("steps", (_plan, _goal, _step), lambda desk: desk.do(
        act.change_step, step_id=_first(Step).pk, version=1, said=act.StepSaid(kind="visit", due_on=desk.today))),
    "a step done": ("steps", (_plan, _goal, _step), lambda desk: desk.do(
        act.end_step, step_id=_first(Step).pk, version=1, outcome="done", on=desk.today)),
    "an assessment": ("assessing", (), _assessed),
    "needs taken": ("assessing", (_plan, _assessed), lambda desk: desk.do(
        act.take_needs, assessment_id=_first(Assessment).pk, plan_id=_first(Plan).pk, slugs=["work"])),
    "the first days": ("first_days", (), _talk),
    "somebody gone to her": ("first_days", (_talk,), lambda desk: desk.do(
        act.answer_call, call_id=_first(AtOnce).pk, version=1, next_on=None)),
    "a paper": ("papers", (_plan,), lambda desk: desk.do(act.give_paper, plan_id=_first(Plan).pk, language="ur")),
}  # fmt: skip


def kept() -> dict[str, list[str]]:
    """The rows of every table of this part, what was told, and the trail."""
    tables: list[Any] = [*tables_of("plans"), Notification, Event]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    module, first, do = ACTS[name]

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    for step in first:
        step(desk)
    before = kept()
    with monkeypatch.context() as broken:
        broken.setattr(f"rihai.casework.plans.operations.{module}.append", power_cut)
        with pytest.raises(KeyboardInterrupt):
            do(desk)
    assert kept() == before
    do(desk)
    assert kept() != before, "and uninterrupted it does happen"

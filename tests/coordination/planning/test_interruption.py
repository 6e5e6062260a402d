"""Every act of planning, in the order of a story: cut at its last step it has not happened, then it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from rihai.accounts.operations.house import as_house
from rihai.coordination.briefing import operations as briefing
from rihai.coordination.briefing.links import close_link, look, take_answers
from rihai.coordination.briefing.models import Briefing, BriefingLine, BriefingLink
from rihai.coordination.challenges import operations as challenges
from rihai.coordination.challenges.models import Challenge
from rihai.coordination.models import CensusCount
from rihai.coordination.plans import operations as plans
from rihai.coordination.plans.models import ActionPlan, Activity
from rihai.coordination.scope import PLANNED
from rihai.coordination.targets import operations as targets
from rihai.coordination.targets.models import Target
from rihai.kit.audit.models import Event
from rihai.kit.exports.models import PublishedFigures
from rihai.kit.files import StoredFile
from tests.coordination.planning.world import TODAY, Desk

Act = tuple[str, str, Callable[[], Any]]
LATER = TODAY + timedelta(days=30)


def kept() -> dict[str, list[str]]:
    """Every row of these parts, the files, the releases and the trail, as the house sees them."""
    from django.apps import apps

    rows = [one for one in apps.get_app_config("coordination").get_models() if one._meta.model_name in PLANNED]
    tables: list[Any] = [*rows, CensusCount, StoredFile, PublishedFigures, Event]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


def test_no_act_is_ever_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets: list[Any] = []

    def one(model: Any) -> Any:
        with as_house():
            return model.objects.order_by("pk").last()

    def send() -> None:
        said = {"to": "court", "receiver": "The court", "way": "link", "answer_by": LATER}
        secrets[:] = [desk.does(briefing.send_part, briefing_id=one(Briefing).pk, said=said)[1]]

    def court() -> BriefingLine:
        with as_house():
            return BriefingLine.objects.filter(to="court")[0]

    place = desk.prison
    goal = {"goal": 30, "due_on": LATER}
    plan = {"institution": "Gulzar", "place": place, "goal": "A van", "basis": "", "started_on": TODAY, "due_on": None}
    activity = {"says": "Ask", "responsible": "Deputy", "due_on": LATER}
    pdf = ("list.pdf", b"%PDF-1.4\n%%EOF")
    problem = {"title": "Delay", "problem": "x", "severity": 3, "feasibility": 3, "place": place, "counted": "unknown"}
    will = {"kind": "will", "due_on": LATER, "by_name": "The Reader"}
    story: list[Act] = [
        ("a briefing", "briefing.operations", lambda: desk.does(briefing.make_briefing, place_id=place.pk)),
        ("a line by hand", "briefing.operations", lambda: desk.does(
            briefing.add_line, briefing_id=one(Briefing).pk, said={"to": "court", "says": "x", "asks_en": "y"})),
        ("a signature", "briefing.operations", lambda: desk.does(
            briefing.sign_briefing, by=desk.director, briefing_id=one(Briefing).pk)),
        ("a part sent", "briefing.operations", send),
        ("an answer", "briefing.operations", lambda: desk.does(
            briefing.record_answer, line_id=court().pk, said=will)),
        ("a look", "briefing.links", lambda: look(secret=secrets[0].secret, pin=secrets[0].pin, at=desk.at)),
        ("answers by link", "briefing.links", lambda: take_answers(
            secret=secrets[0].secret, pin=secrets[0].pin, by_name="R", answers={court().pk: will}, at=desk.at)),
        ("a link closed", "briefing.links", lambda: desk.does(close_link, link_id=one(BriefingLink).pk)),
        ("a target", "targets.operations", lambda: desk.does(
            targets.set_target, place_id=place.pk, said={**goal, "from_list": TODAY - timedelta(days=7)})),
        ("a change of it", "targets.operations", lambda: desk.does(
            targets.revise_target, target_id=one(Target).pk, version=1, said={**goal, "goal": 20}, reason="Why")),
        ("its end", "targets.operations", lambda: desk.does(targets.end_target, target_id=one(Target).pk, why="Why")),
        ("a plan", "plans.operations", lambda: desk.does(plans.keep_plan, said=plan)),
        ("an activity", "plans.operations", lambda: desk.does(
            plans.add_activity, plan_id=one(ActionPlan).pk, said=activity)),
        ("its being done", "plans.operations", lambda: desk.does(
            plans.move_activity, activity_id=one(Activity).pk, version=1, said={"status": "done", "file": pdf})),
        ("the plan closed", "plans.operations", lambda: desk.does(
            plans.close_plan, plan_id=one(ActionPlan).pk, why="It came")),
        ("a challenge", "challenges.operations", lambda: desk.does(challenges.keep_challenge, said=problem)),
        ("what shows it", "challenges.operations", lambda: desk.does(
            challenges.add_evidence, challenge_id=one(Challenge).pk, said={"kind": "file", "says": "x", "file": pdf})),
        ("a review", "challenges.operations", lambda: desk.does(
            challenges.review_challenge, challenge_id=one(Challenge).pk, version=1,
            said={"state": "solved", "says": "Done"})),
        ("the weights", "challenges.operations", lambda: desk.does(
            challenges.set_weights, by=desk.analyst, said={"severity": 1, "people": 1, "feasibility": 1}, reason="x")),
    ]  # fmt: skip

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    for name, module, act in story:
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.coordination.{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                act()
        assert kept() == before, f"{name}, interrupted, left something"
        act()
        before, earlier = kept(), before
        assert before != earlier, f"{name}, uninterrupted, happens"

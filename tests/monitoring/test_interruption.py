"""Every act of the room, in the order of a story: cut at its last step it has not happened, then it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.monitoring.inspections import operations as visits
from rihai.monitoring.inspections.models import TeamMember
from rihai.monitoring.instrument import FORM_ID
from rihai.monitoring.recommendations import operations as asked
from tests.monitoring.world import Desk

ROOM = "rihai.monitoring"
Act = tuple[str, str, Callable[[], Any]]


def kept() -> dict[str, list[str]]:
    """Every row of the room and the trail, as the house sees them."""
    tables: list[Any] = [*apps.get_app_config("monitoring").get_models(), Event]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


def cut_each(monkeypatch: pytest.MonkeyPatch, story: list[Act]) -> None:
    """Each act is cut where its line goes into the trail, and leaves nothing; then it is done."""

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    for name, module, do in story:
        with monkeypatch.context() as broken:
            broken.setattr(f"{ROOM}.{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                do()
        assert kept() == before, f"{name}, interrupted, left something"
        do()
        before, earlier = kept(), before
        assert before != earlier, f"{name}, uninterrupted, happens"


def test_no_act_is_ever_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    one, today = desk.plan(two=True), timezone.localdate()
    known: dict[str, Any] = {}
    by_then = today + timedelta(days=20)
    plan = {
        "place": desk.world.gulzar,
        "mandate": desk.mandate,
        "form_id": FORM_ID,
        "round": "full",
        "planned_on": today,
    }
    own = {"place": desk.world.naya_bagh, "form_id": FORM_ID, "round": "rapid"}

    def then(name: str, act: Callable[..., Any], **said: Any) -> Callable[[], None]:
        def do() -> None:
            known[name] = desk.does(act, **said)

        return do

    def about(act: Callable[..., Any], **said: Any) -> Callable[[], Any]:
        return lambda: desk.does(act, inspection_id=one.pk, **said)

    def stray() -> Any:
        with acting_as(desk.lead):
            member = TeamMember.objects.get(inspection=one, name="Asma")
        return desk.does(visits.remove_member, member_id=member.pk)

    def recommended() -> None:
        said = {"says": "Move them.", "level": "prison", "due_on": by_then}
        known["asked"] = desk.does(asked.recommend, finding_id=known["finding"].pk, said=said)

    visit = {"access": "free", "is_announced": False, "entered_at": desk.at}
    visits_of, asked_of = "inspections.operations", "recommendations.operations"
    cut_each(
        monkeypatch,
        [
            ("plan", f"{visits_of}.planning", then("other", visits.plan_inspection, said=plan)),
            ("give up", f"{visits_of}.planning", lambda: desk.does(
                visits.give_up, inspection_id=known["other"].pk, why="flood")),
            ("self", f"{visits_of}.planning", lambda: desk.does(
                visits.start_self_assessment, by=desk.official, said=own)),
            ("team", f"{visits_of}.planning", about(visits.add_member, said={"name": "Asma", "part": "health"})),
            ("out", f"{visits_of}.planning", stray),
            ("visit", f"{visits_of}.planning", about(visits.record_visit, version=one.version, said=visit)),
            ("lot", f"{visits_of}.drawing", about(visits.draw, what="files", list_size=90)),
            ("answer", f"{visits_of}.answering", lambda: desk.answer(one, {"SEP-02": "no"})),
            ("second", f"{visits_of}.answering", lambda: desk.answer(one, {"HEA-03": "no"}, by=desk.second)),
            ("decide", f"{visits_of}.settling", about(
                visits.decide, decisions={"sep_02": "no", "hea_03": "no"}, why={})),
            ("settle", f"{visits_of}.settling", about(visits.settle)),
            ("finding", f"{asked_of}.writing", then(
                "finding", asked.write_finding, inspection_id=one.pk, said={"says": "Boys.", "items": ["sep_02"]})),
            ("words", f"{asked_of}.writing", lambda: desk.does(
                asked.change_finding, finding_id=known["finding"].pk, version=1, said={"says": "Boys sleep there."})),
            ("recommend", f"{asked_of}.writing", recommended),
            ("send", f"{asked_of}.sending", about(asked.send_draft, answer_by=by_then)),
            ("link", f"{asked_of}.links", then(
                "link", asked.make_link, inspection_id=one.pk, authority="Home", days=9)),
            ("look", f"{asked_of}.links", lambda: asked.look(
                secret=known["link"].secret, pin=known["link"].pin, at=desk.at)),
            ("by link", f"{asked_of}.links", lambda: asked.take_answers(
                secret=known["link"].secret, pin=known["link"].pin, by_name="S", at=desk.at, responses={},
                findings={known["finding"].pk: "Noted."})),
            ("answered", f"{asked_of}.answering", lambda: desk.does(
                asked.answer_finding, by=desk.official, finding_id=known["finding"].pk, says="No barrack.")),
            ("respond", f"{asked_of}.answering", lambda: desk.does(
                asked.respond, by=desk.official, recommendation_id=known["asked"].pk, said={"kind": "accepted"})),
            ("final", f"{asked_of}.sending", about(asked.make_final)),
            ("withdraw", f"{asked_of}.verifying", lambda: desk.does(
                asked.withdraw, recommendation_id=known["asked"].pk)),
        ],
    )  # fmt: skip

"""Every act on procedures, plans, posts and drills, in the order of a story: cut at its end it has not happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps

from rihai.instruments.operations.answers import give
from rihai.kit.audit.models import Event
from rihai.kit.files import StoredFile
from rihai.kit.links import Secrets
from rihai.preparedness.drills import items, operations, scheduling
from rihai.preparedness.drills.handler import FORM, NAME
from rihai.preparedness.models import (
    AfterAction,
    Drill,
    DrillRule,
    PlanStep,
    PlanVersion,
    PostLink,
    Procedure,
    ProcedureVersion,
)
from rihai.preparedness.plans import operations as plans
from rihai.preparedness.plans import printing, rows
from rihai.preparedness.posts import operations as posts
from rihai.preparedness.procedures import acknowledging, links
from rihai.preparedness.procedures import operations as procedures
from rihai.preparedness.walls import KEPT
from tests.preparedness.procedures.test_drill import evaluation, form_is_there
from tests.preparedness.procedures.test_procedure import PDF
from tests.preparedness.procedures.world import TODAY, Office

Act = tuple[str, str, Callable[[], Any]]
DAY = timedelta(days=1)
REVIEW = date(2027, 10, 1)


def kept() -> dict[str, list[str]]:
    """Every row of these parts, the files and the trail."""
    mine = {*KEPT, "acknowledgement", "afteraction", "postlink"}
    tables: list[Any] = [
        one for one in apps.get_app_config("preparedness").get_models() if one._meta.model_name in mine
    ]
    return {model.__name__: sorted(map(str, model._default_manager.values())) for model in [*tables, StoredFile, Event]}


def last(model: Any, **wanted: Any) -> Any:
    """The newest row of a table."""
    return model.objects.filter(**wanted).order_by("pk").last()


def story(office: Office) -> list[Act]:
    """The acts, each with the module whose last line of the trail is cut."""
    sop = {"sort": "sop", "code": "S", "title": "x", "title_ur": "ا", "place": office.prison,
           "posts": ["medical", "gate"], "days": 7, "review_months": 12}  # fmt: skip
    step = {"says": "x", "says_ur": "ا", "post": "gate", "minutes": 3}
    rule = {"place": office.prison, "hazard": "fire", "every": 6, "started_on": TODAY}
    holder = {"post": "medical", "name": "Dr Farzi", "account": office.caseworker, "started_on": TODAY}

    def text(act: Callable[..., Any], **said: Any) -> Any:
        one = last(ProcedureVersion)
        return office.does(act, edition_id=one.pk, **({"version": one.version} | said))

    def plan(act: Callable[..., Any], **said: Any) -> Any:
        one = last(PlanVersion, plan__hazard="flood")
        return office.does(act, edition_id=one.pk, **said)

    secrets: list[Secrets] = []

    def given() -> None:
        post: dict[str, Any] = {"place_id": office.prison.pk, "post": "gate", "days": 9}
        secrets.append(office.does(links.make_link, edition_id=last(ProcedureVersion).pk, **post))

    def item(act: Callable[..., Any], **said: Any) -> Any:
        one = last(AfterAction)
        return office.does(act, item_id=one.pk, version=one.version, **said)

    return [
        ("a post given", "posts.operations", lambda: office.does(
            posts.give_post, place_id=office.prison.pk, said=holder)),
        ("a procedure", "procedures.operations", lambda: office.does(procedures.keep_procedure, said=sop)),
        ("its change", "procedures.operations", lambda: office.does(
            procedures.keep_procedure, procedure_id=last(Procedure).pk, version=1, said={**sop, "days": 9})),
        ("its text", "procedures.operations", lambda: text(
            procedures.write_text, said={"text_en": "x", "text_ur": "ا", "file_en": PDF, "changes": "y"})),
        ("asking", "procedures.operations", lambda: text(procedures.ask_approval)),
        ("sending back", "procedures.operations", lambda: text(procedures.send_back, by=office.approver, why="x")),
        ("asking again", "procedures.operations", lambda: text(procedures.ask_approval)),
        ("approval", "procedures.operations", lambda: text(
            procedures.approve, by=office.approver, review_on=REVIEW)),
        ("an acknowledgement", "procedures.acknowledging", lambda: office.does(
            acknowledging.acknowledge, edition_id=last(ProcedureVersion).pk, place_id=office.prison.pk, post="medical",
            name="Dr Farzi")),
        ("a gate keeper", "posts.operations", lambda: office.does(
            posts.give_post, place_id=office.prison.pk, said={**holder, "post": "gate", "account": None})),
        ("a link", "procedures.links", given),
        ("its closing", "procedures.links", lambda: office.does(links.close_link, link_id=last(PostLink).pk)),
        ("another link", "procedures.links", given),
        ("an acknowledgement by it", "procedures.links", lambda: links.acknowledge_by_link(
            secret=secrets[-1].secret, pin=secrets[-1].pin, name="Farzi", at=office.at)),
        ("a new version", "procedures.operations", lambda: office.does(
            procedures.begin_text, procedure_id=last(Procedure).pk)),
        ("withdrawal", "procedures.operations", lambda: office.does(
            procedures.end_procedure, by=office.approver, procedure_id=last(Procedure).pk, why="x")),
        ("a post left", "posts.operations", lambda: office.does(
            posts.leave_post, place_id=office.prison.pk, post="medical")),
        ("a plan", "plans.operations", lambda: office.does(
            plans.begin_plan, place_id=office.prison.pk, hazard="flood")),
        ("a step", "plans.rows", lambda: plan(rows.keep_row, sort="step", said=step)),
        ("its place", "plans.rows", lambda: plan(rows.move_row, sort="step", row_id=last(PlanStep).pk)),
        ("its going", "plans.rows", lambda: plan(rows.drop_row, sort="step", row_id=last(PlanStep).pk)),
        ("a version of a plan", "plans.operations", lambda: office.does(
            plans.begin_version, plan_id=last(PlanVersion, state="in_force").plan_id)),
        ("a plan on paper", "plans.printing", lambda: office.does(
            printing.print_plan, edition=last(PlanVersion, state="in_force"), language="en")),
        ("a rule", "drills.scheduling", lambda: office.does(scheduling.set_rule, said=rule)),
        ("its drill", "drills.scheduling", lambda: office.does(
            scheduling.plan_drill, drill_id=last(Drill).pk, said={"planned_on": TODAY, "how": "drill"})),
        ("its being held", "drills.operations", lambda: office.does(
            operations.hold, drill_id=last(Drill).pk, said={"done_on": TODAY}, times={})),
        ("its evaluation", "drills.operations", lambda: office.does(
            give, form_id=FORM, handler=NAME, subject=str(last(Drill).pk), values=evaluation())),
        ("an item", "drills.items", lambda: office.does(
            items.ask_item, place_id=office.prison.pk, hazard="fire", says="x", whose="y", due_on=TODAY + DAY)),
        ("its being done", "drills.items", lambda: item(items.item_done, says="x")),
        ("its verification", "drills.items", lambda: item(
            items.verify_item, by=office.approver, is_mended=True, says="x")),
        ("the end of the rule", "drills.scheduling", lambda: office.does(
            scheduling.end_rule, rule_id=last(DrillRule).pk)),
        ("a drill of its own", "drills.scheduling", lambda: office.does(
            scheduling.plan_drill,
            said={"place": office.prison, "hazard": "riot", "planned_on": TODAY, "how": "table"})),
        ("its not being held", "drills.operations", lambda: office.does(
            operations.not_held, drill_id=last(Drill).pk, why="x")),
    ]  # fmt: skip


def test_no_act_is_ever_half_done(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.in_force()
    form_is_there(office)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    for name, module, act in story(office):
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.preparedness.{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                act()
        assert kept() == before, f"{name}, interrupted, left something"
        act()
        before, earlier = kept(), before
        assert before != earlier, f"{name}, uninterrupted, happens"

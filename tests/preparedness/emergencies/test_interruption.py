"""Every act on stores, money, emergencies and materials: cut at its last step it has not happened, then it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps

from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.kit.files import StoredFile
from rihai.preparedness import models as kept_of
from rihai.preparedness.emergencies import operations as act
from rihai.preparedness.materials import operations as materials
from rihai.preparedness.money import operations as money
from rihai.preparedness.stores import operations as stores
from rihai.preparedness.stores.operations import Counted
from rihai.preparedness.walls_of_emergencies import BURNING, PAID, SHOWN, STORED
from tests.preparedness.emergencies.world import TODAY, Desk

Act = tuple[str, str, Callable[[], Any]]
TABLES = {*STORED, *PAID, *BURNING, *SHOWN, "afteraction", "taking"}
PDF = ("a.pdf", b"%PDF-1.4\n%%EOF")


def kept() -> dict[str, list[str]]:
    """Every row of these parts, the files and the trail, as the house sees them."""
    rows = [one for one in apps.get_app_config("preparedness").get_models() if one._meta.model_name in TABLES]
    tables: list[Any] = [*rows, StoredFile, Event]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


def one(name: str) -> Any:
    with as_house():
        return getattr(kept_of, name).objects.order_by("pk").last()


def test_no_act_is_ever_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.outbreak()
    place, does = desk.prison, desk.does
    store = {"place": place, "name": "Main", "kept_by": "Keeper"}
    item = {"name": "Masks", "sort": "protection", "unit": "pieces", "minimum": 5}
    line = {"place": place, "name": "Fund", "funder": "Home", "amount": Decimal(900), "started_on": TODAY,
            "ended_on": TODAY + timedelta(days=9)}  # fmt: skip
    asked = {"amount": Decimal(100), "what": "x"}
    paid = {"amount": Decimal(10), "on": TODAY, "paid_to": "x", "what": "y", "file": PDF}
    poster = {"title": "T", "form": "poster", "body": "un", "publisher": "P", "edition": "1"}
    mend = {"says": "x", "whose": "y", "due_on": TODAY}
    opening = "emergencies.operations.opening"
    acting, ending = "emergencies.operations.acting", "emergencies.operations.ending"
    story: list[Act] = [
        ("a store", "stores.operations", lambda: does(stores.keep_store, said=store)),
        ("an item", "stores.operations", lambda: does(stores.keep_item, store_id=one("Store").pk, said=item)),
        ("a receipt", "stores.operations", lambda: does(stores.receive, item_id=one("Item").pk, said={"number": 50})),
        ("an issue", "stores.operations", lambda: does(
            stores.issue, item_id=one("Item").pk, said={"number": 5, "whom": "x"})),
        ("a return", "stores.operations", lambda: does(
            stores.bring_back, lot_id=one("Lot").pk, said={"number": 1, "whom": "x"})),
        ("a loss", "stores.operations", lambda: does(
            stores.write_off, lot_id=one("Lot").pk, said={"number": 1, "why": "x"})),
        ("a count", "stores.operations", lambda: does(
            stores.count, store_id=one("Store").pk, counted=[Counted(one("Lot").pk, 45, 44, "x")])),
        ("a line", "money.operations", lambda: does(money.keep_line, said=line)),
        ("a request", "money.operations", lambda: does(money.ask, line_id=one("Line").pk, said=asked)),
        ("a decision", "money.operations", lambda: does(
            money.decide, by=desk.above, request_id=one("Request").pk, said={"approved": True})),
        ("a payment", "money.operations", lambda: does(money.spend, request_id=one("Request").pk, said=paid)),
        ("a settlement", "money.operations", lambda: does(money.settle, request_id=one("Request").pk)),
        ("a refusal", opening, lambda: does(act.decline, proposal_id=one("Proposal").pk, why="x")),
        ("an emergency", opening, lambda: does(
            act.open_emergency, said={"place": place, "hazard": "fire", "says": "x"})),
        ("a tick", acting, lambda: does(act.tick, step_id=one("EmergencyStep").pk)),
        ("a tick back", acting, lambda: does(act.take_back, step_id=one("EmergencyStep").pk, why="x")),
        ("a line of the log", acting, lambda: does(act.write_log, emergency_id=one("Emergency").pk, says="x")),
        ("stock in it", acting, lambda: does(
            act.issue_stock, emergency_id=one("Emergency").pk, said={"item": one("Item"), "number": 1, "whom": "x"})),
        ("money in it", acting, lambda: does(
            act.ask_money, emergency_id=one("Emergency").pk, said={**asked, "line": one("Line")})),
        ("a report", ending, lambda: does(act.issue_report, emergency_id=one("Emergency").pk, said={"says": "x"})),
        ("its end", ending, lambda: does(act.close_emergency, emergency_id=one("Emergency").pk, closing="x")),
        ("its review", ending, lambda: does(
            act.review_emergency, emergency_id=one("Emergency").pk, went_well="x", to_mend="y", items=[mend])),
        ("its record", "emergencies.operations.taking", lambda: does(
            act.take_record, emergency_id=one("Emergency").pk, kind="json", language="en")),
        ("a material", "materials.operations", lambda: does(materials.keep_material, said=poster)),
        ("a language", "materials.operations", lambda: does(
            materials.keep_text, material_id=one("Material").pk,
            said={"language": "sd", "translated_by": "N", "file": PDF})),
        ("a check", "materials.operations", lambda: does(
            materials.check_text, by=desk.above, text_id=one("Text").pk)),
        ("a sending", "materials.operations", lambda: does(
            materials.send, text_id=one("Text").pk, said={"place": place, "number": 3})),
        ("an arrival", "materials.operations", lambda: does(
            materials.receive, sending_id=one("Sending").pk, said={"received": 3})),
        ("a posting", "materials.operations", lambda: does(
            materials.post, sending_id=one("Sending").pk, said={"where": "x"})),
        ("a taking down", "materials.operations", lambda: does(materials.take_down, posted_id=one("Posted").pk)),
        ("a withdrawal", "materials.operations", lambda: does(
            materials.withdraw, material_id=one("Material").pk, said={"why": "x"})),
        ("a second store", "stores.operations", lambda: does(stores.keep_store, said={**store, "name": "Second"})),
        ("its item", "stores.operations", lambda: does(stores.keep_item, store_id=one("Store").pk, said=item)),
        ("it off the list", "stores.operations", lambda: does(stores.end_item, item_id=one("Item").pk)),
        ("the store closed", "stores.operations", lambda: does(stores.close_store, store_id=one("Store").pk)),
    ]  # fmt: skip

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    for name, module, done in story:
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.preparedness.{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                done()
        assert kept() == before, f"{name}, interrupted, left something"
        done()
        before, earlier = kept(), before
        assert before != earlier, f"{name}, uninterrupted, happens"

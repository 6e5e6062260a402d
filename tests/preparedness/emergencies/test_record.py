"""The record of an emergency: everything in it, people by code alone, known by a digest that anybody can reckon."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from rihai.kit.audit.models import Event
from rihai.preparedness.emergencies import operations
from rihai.preparedness.emergencies.models import Emergency, Taking
from rihai.preparedness.errors import NotThere
from rihai.preparedness.money import operations as money
from tests.preparedness.emergencies.world import TODAY, Desk, signed_in


def burnt(desk: Desk) -> Emergency:
    """An outbreak with all that can be written in one, closed and reviewed."""
    desk.plan()
    _store, masks = desk.store()
    line = desk.line()
    one = desk.opened()
    desk.at += timedelta(minutes=9)
    desk.does(operations.tick, by=desk.doctor, step_id=one.steps.get(order=1).pk, note=f"{desk.doctor.name} heard it")
    desk.does(operations.issue_stock, emergency_id=one.pk, said={"item": masks, "number": 40, "whom": "Ward 2"})
    ask = {"line": line, "amount": Decimal(900), "what": "Water"}
    asked = desk.does(operations.ask_money, emergency_id=one.pk, said=ask)
    desk.does(money.decide, by=desk.above, request_id=asked.pk, said={"approved": True})
    paid = {
        "amount": Decimal("450.50"),
        "on": TODAY,
        "paid_to": "Farzi Tankers",
        "what": "a tanker",
        "no_receipt": "night",
    }
    desk.does(money.spend, request_id=asked.pk, said=paid)
    desk.does(operations.issue_report, emergency_id=one.pk, said={"says": "Two ill", "ill": 2})
    desk.does(operations.close_emergency, emergency_id=one.pk, closing="No new case")
    mend = {"says": "A second store", "whose": "Store keeper", "due_on": TODAY}
    desk.does(operations.review_emergency, emergency_id=one.pk, went_well="Masks", to_mend="Water", items=[mend])
    return one


def test_everything_of_an_emergency_leaves_by_code_alone_and_whoever_took_it_is_known(desk: Desk) -> None:
    one = burnt(desk)
    address = reverse("preparedness:emergency-record", args=[one.pk])
    client = signed_in(desk.supervisor)

    content = client.post(address, {"kind": "json", "language": "en"}).content
    book = client.post(address, {"kind": "xlsx", "language": "en"}).content
    paper = client.post(address, {"kind": "pdf", "language": "ur"})

    said, digest = json.loads(content), hashlib.sha256(content).hexdigest()
    assert said["steps"][0] | {"by": "", "note": ""} == {
        "no": 1, "says": "Raise the alarm", "says_ur": "الارم بجائیں", "post": "duty", "state": "done", "by": "",
        "note": "", "due_at": "2026-11-25T07:05:00+00:00", "done_at": "2026-11-25T07:09:00+00:00",
        "minutes_after_due": 4,
    }  # fmt: skip
    assert [(row["item"], row["change"], row["left"]) for row in said["stock"]] == [("Masks", -40, 260)]
    assert [(row["amount"], row["state"]) for row in said["asked"]] == [("900.00", "approved")]
    assert [(row["amount"], row["has_receipt"], row["no_receipt"]) for row in said["paid"]] == [
        ("450.50", False, "night")
    ]
    assert [(row["ill"], row["died"]) for row in said["reports"]] == [(2, None)]
    assert [row["what"] for row in said["log"]] == ["opened", "done", "stock", "money", "report", "closed"]
    assert [row["says"] for row in said["mended"]] == ["A second store"]
    names = [desk.supervisor.name, desk.doctor.name, desk.above.name, "Farzi Tankers"]
    sheets = load_workbook(BytesIO(book)).worksheets
    cells = " ".join(str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    assert not [name for name in names if name in content.decode() or name in cells], "people stand by code alone"
    assert said["steps"][0]["note"] == f"{said['steps'][0]['by']} heard it", "also where a name was written in a note"
    assert digest in cells
    assert paper.content.startswith(b"%PDF")

    assert [(row.kind, row.digest, row.by_name) for row in Taking.objects.all()] == [
        (kind, digest, desk.supervisor.name) for kind in ("pdf", "xlsx", "json")
    ]
    assert Event.objects.filter(act="preparedness.record.taken_out", subject=str(one.pk)).count() == 3
    page = client.get(address).content.decode()
    assert (page.count("Says the same now"), desk.doctor.name in page) == (3, True), "the key stays here"


def test_a_record_is_of_no_other_prison_and_leaves_with_nobody_who_may_take_nothing_out(desk: Desk) -> None:
    one = desk.opened()
    address = reverse("preparedness:emergency-record", args=[one.pk])
    stranger = desk.world.worker("supervisor", desk.world.gulzar)
    assert signed_in(stranger).get(address).status_code == 404
    assert signed_in(desk.doctor).get(address).status_code == (200 if desk.doctor.may("exports.make") else 404)
    with pytest.raises(NotThere):
        desk.does(operations.take_record, by=stranger, emergency_id=one.pk, kind="json", language="en")
    assert not Taking.objects.exists()

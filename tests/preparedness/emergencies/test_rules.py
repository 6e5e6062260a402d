"""Stores never hold less than nothing, money is never overspent unnamed, materials hang only while they are good."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.accounts.models import Notification
from rihai.monitoring.incidents.operations import change_incident, write_incident
from rihai.preparedness.emergencies import operations as emergencies
from rihai.preparedness.emergencies.models import LogLine, Proposal
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.materials import operations as materials
from rihai.preparedness.materials.offers import sent
from rihai.preparedness.materials.work import out_of_date
from rihai.preparedness.materials.work import rows as material_rows
from rihai.preparedness.money import operations as money
from rihai.preparedness.money.queries import cost_of, left_of, requests_for, without_money
from rihai.preparedness.money.work import rows as money_rows
from rihai.preparedness.stores import operations as stores
from rihai.preparedness.stores.models import Lot, Movement
from rihai.preparedness.stores.operations import Counted
from rihai.preparedness.stores.paper import count_sheet
from rihai.preparedness.stores.queries import differences_in, expired_at, items_for, lacking
from rihai.preparedness.stores.work import old as old_rows
from rihai.preparedness.stores.work import rows as stock_rows
from tests.preparedness.emergencies.world import TODAY, Desk, signed_in

DAY = timedelta(days=1)


def levels() -> list[int]:
    return list(Lot.objects.order_by("expires_on").values_list("level", flat=True))


def test_a_store_issues_what_expires_first_and_never_what_is_expired_and_each_difference_is_explained(
    desk: Desk,
) -> None:
    store, masks = desk.store(number=40, expires_on=TODAY + 90 * DAY)
    for number, days in ((30, 20), (9, -1)):
        desk.does(stores.receive, item_id=masks.pk, said={"number": number, "expires_on": TODAY + days * DAY})
    assert levels() == [9, 30, 40]
    waits = [*stock_rows(desk.doctor, TODAY), *old_rows(desk.doctor, TODAY)]
    assert [str(row.word) for row in waits] == ["Low", "Expired", "Expires"]
    assert lacking([desk.prison.pk, desk.world.gulzar.pk], TODAY) == {desk.prison.pk: 1}, "Gulzar has no store at all"
    assert expired_at([desk.prison.pk], TODAY) == {desk.prison.pk: 1}

    desk.does(stores.issue, item_id=masks.pk, said={"number": 35, "whom": "Ward 3"})
    assert levels() == [9, 0, 35], "what expires first goes first; what is expired stays"
    with pytest.raises(NotSo, match="Only 35"):
        desk.does(stores.issue, item_id=masks.pk, said={"number": 36, "whom": "Ward 3"})
    old = Lot.objects.get(level=9)
    with pytest.raises(NotSo):
        desk.does(stores.write_off, lot_id=old.pk, said={"number": 10, "why": "Expired"})
    desk.does(stores.write_off, lot_id=old.pk, said={"number": 9, "why": "Expired"})

    fresh = Lot.objects.get(level=35)
    with pytest.raises(NotSo, match="Say of each difference"):
        desk.does(stores.count, store_id=store.pk, counted=[Counted(fresh.pk, 35, 33)])
    with pytest.raises(NotSo, match="Count it again"):
        desk.does(stores.count, store_id=store.pk, counted=[Counted(fresh.pk, 40, 33, "Torn")])
    desk.does(stores.count, store_id=store.pk, counted=[Counted(fresh.pk, 35, 33, "Two were torn")])
    assert [(row.change, row.why) for row in differences_in(store)] == [(-2, "Two were torn")]
    desk.does(stores.bring_back, lot_id=fresh.pk, said={"number": 1, "whom": "Ward 3"})
    assert sum(levels()) == sum(Movement.objects.values_list("change", flat=True)) == 34
    assert count_sheet(store, "ur", on=TODAY, running="R").startswith(b"%PDF")
    with pytest.raises(NotThere):
        desk.does(
            stores.issue, by=desk.world.worker("monitor", None), item_id=masks.pk, said={"number": 1, "whom": "x"}
        )
    assert not items_for(desk.world.worker("health_worker", desk.world.gulzar)).exists(), "another prison’s store"
    _closes(desk, store.pk, masks.pk, fresh)


def _closes(desk: Desk, store: UUID, masks: UUID, lot: Lot) -> None:
    """Once nothing is left: the item is taken off the list, the store closed; what came and went can still be read."""
    client = signed_in(desk.supervisor)
    off, close = (
        reverse(f"preparedness:{name}", args=[pk]) for name, pk in (("stock-end", masks), ("store-close", store))
    )  # fmt: skip
    assert b"Issue it or write it off first" in client.post(off).content
    assert b"Issue it or write it off first" in client.post(close).content
    desk.does(stores.write_off, lot_id=lot.pk, said={"number": 34, "why": "Wet"})
    assert signed_in(desk.doctor).post(close).status_code == 404, "who issues closes nothing"
    assert b"It is off the list" in client.post(off, follow=True).content
    assert b"Masks" in client.get(reverse("preparedness:store", args=[store])).content, "off the list, and still read"
    assert client.post(off).status_code == 404
    assert b"This store is closed" in client.post(close, follow=True).content
    assert b"Wet" in client.get(reverse("preparedness:stock-item", args=[masks])).content
    assert client.get(reverse("preparedness:stock-receive", args=[masks])).status_code == 404
    assert client.get(reverse("preparedness:stores")).status_code == 200
    assert stock_rows(desk.doctor, TODAY) == []


def test_two_who_issue_at_once_take_no_more_than_there_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second has read the store before the first took from it: the statement itself refuses."""
    _store, masks = desk.store(number=10)
    move = stores._move

    def meanwhile(lot: Lot, change: int, *args: Any, **kwargs: Any) -> Movement:
        Lot.objects.filter(pk=lot.pk).update(level=3)
        return move(lot, change, *args, **kwargs)

    monkeypatch.setattr(stores, "_move", meanwhile)
    with pytest.raises(NotSo, match="So much is not there"):
        desk.does(stores.issue, item_id=masks.pk, said={"number": 8, "whom": "Ward 3"})


def test_money_is_approved_by_somebody_else_spent_with_a_receipt_and_never_beyond_what_was_approved(
    desk: Desk,
) -> None:
    line = desk.line("1000")
    assert without_money([desk.prison.pk], TODAY) == {desk.prison.pk: False}, "the line of the province serves it"
    said = {"amount": Decimal(800), "what": "Generator fuel"}
    first = desk.does(money.ask, line_id=line.pk, said=said)
    second = desk.does(money.ask, by=desk.doctor, line_id=line.pk, said=said)
    assert len(money_rows(desk.above, TODAY)) == 2
    with pytest.raises(NotThere):
        desk.does(money.decide, request_id=first.pk, said={"approved": True})
    yes = {"approved": True}
    desk.does(money.decide, by=desk.above, request_id=first.pk, said=yes)
    with pytest.raises(NotSo, match="decided it already"):
        desk.does(money.decide, by=desk.above, request_id=first.pk, said=yes)
    with pytest.raises(NotSo, match=r"Only 200\.00 are left"):
        desk.does(money.decide, by=desk.above, request_id=second.pk, said=yes)
    beyond = {**yes, "beyond": True, "why": "The water is out"}
    assert desk.does(money.decide, by=desk.above, request_id=second.pk, said=beyond).beyond
    assert left_of(line) == -600
    own = desk.does(money.ask, by=desk.above, line_id=line.pk, said=said)
    with pytest.raises(NotSo, match="Somebody else decides"):
        desk.does(money.decide, by=desk.above, request_id=own.pk, said=beyond)

    paid = {"amount": Decimal(500), "on": TODAY, "paid_to": "Depot", "what": "Fuel"}
    with pytest.raises(NotSo, match="receipt"):
        desk.does(money.spend, request_id=first.pk, said=paid)
    with pytest.raises(NotThere):
        desk.does(money.spend, by=desk.doctor, request_id=first.pk, said={**paid, "no_receipt": "x"})
    desk.does(money.spend, request_id=first.pk, said={**paid, "no_receipt": "The depot gives none"})
    with pytest.raises(NotSo, match=r"Only 300\.00"):
        desk.does(money.spend, request_id=first.pk, said={**paid, "no_receipt": "The depot gives none"})
    desk.does(money.settle, request_id=first.pk)
    assert left_of(line) == -300, "what was not spent goes back"
    assert requests_for(desk.supervisor).count() == 1, "of the province’s line a prison sees what it asked for"
    assert [int(one) for one in cost_of(line.pk)] == [0, 0], "no emergency"


def test_an_incident_offers_an_emergency_but_never_a_sealed_one(desk: Desk) -> None:
    said: dict[str, Any] = {
        "sub": "R1.4", "place": desk.prison, "first_on": TODAY, "precision": "day", "basis": "seen",
        "standing": "alleged", "happened": "Smoke from the kitchen", "raises": [],
    }  # fmt: skip
    caseworker = desk.world.worker("safeguarding_lead", None)
    desk.does(write_incident, by=caseworker, said={**said, "sub": "T1.1"})
    assert not Proposal.objects.exists()
    fire = desk.does(write_incident, by=caseworker, said=said)
    offered = Proposal.objects.get()
    assert (offered.hazard, offered.place, offered.source_id) == ("fire", desk.prison, fire.pk)
    page = reverse("preparedness:proposal", args=[offered.pk])
    assert Notification.objects.filter(url=page).exists()
    flood = {**said, "sub": "E1.7"}
    fire = desk.does(change_incident, by=caseworker, incident_id=fire.pk, version=fire.version, said=flood)
    again = Proposal.objects.get()
    assert (again.shown, again.pk == offered.pk) == ("flood or earthquake", False), "what it says now, not what it said"
    assert not Notification.objects.filter(url=page).exists()
    desk.does(emergencies.decline, proposal_id=again.pk, why="A pipe broke; it is mended")
    assert "A pipe broke" in signed_in(desk.supervisor).get(reverse("preparedness:emergencies")).content.decode()
    desk.does(change_incident, by=caseworker, incident_id=fire.pk, version=fire.version, said={**said, "sealed": True})
    assert not Proposal.objects.exists(), "sealed, nothing of it is known any more, answered or not"
    assert not Notification.objects.filter(kind="preparedness.emergency_offered").exists()
    assert not LogLine.objects.exists()
    quake = desk.does(write_incident, by=caseworker, said=flood)
    desk.opened("quake")
    assert Proposal.objects.get(source_id=quake.pk).emergency is not None, "whoever opens it says which"


def test_a_translation_goes_out_once_somebody_else_checked_it_and_comes_down_when_it_is_out_of_date(
    desk: Desk,
) -> None:
    said = {"title": "Wash your hands", "form": "poster", "body": "health", "publisher": "Health body", "edition": "1"}
    one = desk.does(materials.keep_material, by=desk.manager, said=said)
    pashto = {"language": "ps", "translated_by": "A. Namoona", "file": ("p.pdf", b"%PDF-1.4\n%%EOF")}
    text = desk.does(materials.keep_text, by=desk.manager, material_id=one.pk, said=pashto)
    to = {"place": desk.prison, "number": 40, "sent_on": TODAY - 20 * DAY}
    with pytest.raises(NotSo, match="checks the translation"):
        desk.does(materials.send, by=desk.manager, text_id=text.pk, said=to)
    with pytest.raises(NotSo, match="Somebody else checks"):
        desk.does(materials.check_text, by=desk.manager, text_id=text.pk)
    desk.does(materials.check_text, text_id=text.pk)
    went = desk.does(materials.send, by=desk.manager, text_id=text.pk, said=to)
    assert [str(row.why) for row in material_rows(desk.doctor, TODAY)] == ["Did it come?"]
    with pytest.raises(NotSo, match="Write first that it came"):
        desk.does(materials.post, sending_id=went.pk, said={"where": "Ward 3"})
    came = {"received": 35, "received_on": TODAY - 10 * DAY}
    desk.does(materials.receive, by=desk.doctor, sending_id=went.pk, said=came)
    assert [str(row.why) for row in material_rows(desk.doctor, TODAY)] == ["It came and hangs nowhere."]
    hangs = desk.does(materials.post, sending_id=went.pk, said={"where": "Ward 3, beside the tap"})
    assert material_rows(desk.doctor, TODAY) == []
    desk.does(materials.withdraw, by=desk.manager, material_id=one.pk, said={"why": "A new edition"})
    assert [str(row.word) for row in out_of_date(desk.doctor, TODAY)] == ["Take it down"]
    with pytest.raises(NotSo, match="out of date"):
        desk.does(materials.post, sending_id=went.pk, said={"where": "Ward 4"})
    desk.does(materials.take_down, posted_id=hangs.pk)
    assert out_of_date(desk.doctor, TODAY) == []
    assert [row["number"] for row in sent(desk.supervisor, TODAY - 30 * DAY, TODAY)] == [40]


def test_three_times_the_rows_ask_the_database_no_more_often(desk: Desk) -> None:
    store, masks = desk.store()
    line, one = desk.line(), desk.opened(hazard="fire")
    said = {"title": "T", "form": "poster", "body": "un", "publisher": "P", "edition": "1"}
    material = desk.does(materials.keep_material, said=said)
    text = desk.does(materials.keep_text, material_id=material.pk, said={"language": "en"})

    def more(times: int) -> None:
        for n in range(times):
            name = f"{desk.at:%H%M}{n}"
            item = {"name": name, "sort": "fire", "unit": "pieces", "minimum": 500}
            kept = desk.does(stores.keep_item, store_id=store.pk, said=item)
            for lot in (kept, masks):
                got = {"number": 9, "mark": name, "expires_on": TODAY + 9 * DAY}
                desk.does(stores.receive, item_id=lot.pk, said=got)
            desk.does(emergencies.issue_stock, emergency_id=one.pk, said={"item": kept, "number": 1, "whom": "x"})
            asked = {"line": line, "amount": Decimal(5), "what": "x"}
            desk.does(emergencies.ask_money, emergency_id=one.pk, said=asked)
            desk.does(emergencies.issue_report, emergency_id=one.pk, said={"says": "x"})
            went = desk.does(materials.send, text_id=text.pk, said={"place": desk.prison, "number": 1})
            desk.does(materials.receive, sending_id=went.pk, said={"received": 1})
            desk.does(materials.post, sending_id=went.pk, said={"where": "x"})

    pages: tuple[tuple[str, list[Any]], ...] = (
        ("stores", []), ("store", [store.pk]), ("stock-item", [masks.pk]), ("money", []), ("line", [line.pk]),
        ("emergencies", []), ("emergency", [one.pk]), ("materials", []), ("material", [material.pk]),
    )  # fmt: skip
    client = signed_in(desk.supervisor)

    def asked() -> list[int]:
        counts = []
        for name, args in pages:
            with CaptureQueriesContext(connection) as caught:
                assert client.get(reverse(f"preparedness:{name}", args=args)).status_code == 200
            counts.append(len(caught))
        return counts

    more(1)
    asked()
    before = asked()
    desk.at += timedelta(minutes=1)
    more(2)
    assert asked() == before
    assert max(before) <= 45, before


NONSENSE = ("a\x00b", "\u202eabc\u2066", "é" * 5000, "18446744073709551616", "9999-12-31")
WRONG = 3
"""The first of them are no words at all, in whatever field."""


def test_no_form_falls_over_nonsense_and_every_list_page_stands(desk: Desk) -> None:
    store, masks = desk.store()
    line = desk.line()
    asked = desk.does(money.ask, by=desk.above, line_id=line.pk, said={"amount": Decimal(5), "what": "x"})
    one, offered = desk.opened(hazard="fire"), desk.outbreak()
    said = {"title": "T", "form": "poster", "body": "un", "publisher": "P", "edition": "1"}
    material = desk.does(materials.keep_material, said=said)
    text = desk.does(materials.keep_text, material_id=material.pk, said={"language": "en"})
    went = desk.does(materials.send, text_id=text.pk, said={"place": desk.prison, "number": 1})
    lot, step = Lot.objects.get(), one.steps.all()[0]
    forms: tuple[tuple[str, list[Any]], ...] = (
        ("store-new", []), ("store-edit", [store.pk]), ("stock-new", [store.pk]), ("store-count", [store.pk]),
        ("stock-edit", [masks.pk]), ("stock-receive", [masks.pk]), ("stock-issue", [masks.pk]), ("lot-back", [lot.pk]),
        ("lot-loss", [lot.pk]), ("line-new", []), ("line-edit", [line.pk]), ("money-ask", [line.pk]),
        ("money-decide", [asked.pk]), ("emergency-new", []), ("proposal", [offered.pk]),
        ("proposal-decline", [offered.pk]), ("emergency-log", [one.pk]), ("emergency-stock", [one.pk]),
        ("emergency-money", [one.pk]), ("emergency-report", [one.pk]), ("emergency-step", [step.pk]),
        ("material-new", []), ("material-edit", [material.pk]), ("material-text", [material.pk]),
        ("material-withdraw", [material.pk]), ("material-send", [text.pk]), ("material-arrived", [went.pk]),
        ("material-post", [went.pk]),
    )  # fmt: skip
    client = signed_in(desk.world.worker("supervisor", None))
    client.raise_request_exception = False
    kept, fell = set(), []
    for name, args in forms:
        address = reverse(f"preparedness:{name}", args=args)
        answer = client.get(address)
        assert answer.status_code == 200, name
        for nonsense in NONSENSE:
            status = client.post(address, dict.fromkeys(answer.context["form"].fields, nonsense)).status_code
            fell += [(name, nonsense[:12], status)] if status >= 500 else []
            kept |= {(name, nonsense)} if status == 302 else set()
    assert fell == []
    assert not [one for one in kept if one[1] in NONSENSE[:WRONG]], "words that anybody may write are words"
    for name in ("stores", "money", "emergencies", "materials"):
        assert client.get(reverse(f"preparedness:{name}")).status_code == 200

"""An outbreak that crosses its threshold opens the plan and counts down the stock; until it is reviewed."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from rihai.accounts.models import Notification
from rihai.kit.audit.models import Event
from rihai.kit.ids import new_id
from rihai.kit.offers import AgendaFor
from rihai.preparedness.drills.models import AfterAction
from rihai.preparedness.emergencies import operations as act
from rihai.preparedness.emergencies.models import Emergency, LogLine, SituationReport
from rihai.preparedness.emergencies.offers import on_agenda
from rihai.preparedness.emergencies.paper import report_pdf
from rihai.preparedness.emergencies.queries import Issued, checklist, issued_in
from rihai.preparedness.emergencies.unready import rows as unready
from rihai.preparedness.emergencies.work import offered as proposed
from rihai.preparedness.emergencies.work import rows as work
from rihai.preparedness.errors import NotSo
from rihai.preparedness.money import operations as money
from rihai.preparedness.stores.models import Lot, Movement
from rihai.preparedness.stores.work import rows as low
from tests.preparedness.emergencies.world import MINUTE, NOW, STEPS, TODAY, Desk, signed_in

PDF = ("receipt.pdf", b"%PDF-1.4\n%%EOF")


def test_an_outbreak_that_crosses_its_threshold_opens_the_plan_and_counts_down_the_stock(desk: Desk) -> None:
    plan, (_store, masks), line = desk.plan(), desk.store(), desk.line()
    offered = desk.outbreak()

    assert not Emergency.objects.exists(), "nothing opens itself"
    told = Notification.objects.filter(kind="preparedness.emergency_offered").values_list("account", flat=True)
    assert set(told) == {desk.supervisor.pk, desk.doctor.pk, desk.above.pk}
    assert [row.url for row in proposed(desk.doctor, TODAY)] == [reverse("preparedness:proposal", args=[offered.pk])]
    assert proposed(desk.world.worker("health_worker", desk.world.gulzar), TODAY) == [], (
        "another prison is told nothing"
    )

    said = {"hazard": "outbreak", "says": "Two cases of cholera in ward 3"}
    one = desk.does(act.open_emergency, said=said, proposal_id=offered.pk)
    assert one.plan == plan
    assert [(step.says, step.due_at) for step in one.steps.all()] == [
        (en, NOW + minutes * MINUTE) for en, _ur, _post, minutes in STEPS
    ]
    assert [row.url for row in work(desk.doctor, TODAY)] == [reverse("preparedness:emergency", args=[one.pk])]
    assert proposed(desk.doctor, TODAY) == [], "it is answered"

    desk.at = NOW + 10 * MINUTE
    desk.does(act.issue_stock, emergency_id=one.pk, said={"item": masks, "number": 250, "whom": "Ward 3"})
    assert Lot.objects.get().level == 50
    assert [row.who for row in low(desk.supervisor, TODAY)] == ["Masks"], "under its minimum, it stands in My work"
    with pytest.raises(NotSo, match="Only 50 pieces of Masks"):
        desk.does(act.issue_stock, emergency_id=one.pk, said={"item": masks, "number": 51, "whom": "Ward 4"})

    asked = desk.does(
        act.ask_money, by=desk.doctor, emergency_id=one.pk,
        said={"line": line, "amount": Decimal(20000), "what": "Oral rehydration salts"},
    )  # fmt: skip
    desk.does(money.decide, by=desk.above, request_id=asked.pk, said={"approved": True})
    paid = {"amount": Decimal("12500.50"), "on": TODAY, "paid_to": "Chemist", "what": "Salts", "file": PDF}
    desk.does(money.spend, by=desk.doctor, request_id=asked.pk, said=paid)

    first, second, third = one.steps.all()
    desk.does(act.tick, step_id=first.pk)
    assert [row.is_late for row in checklist(one, desk.at)] == [True, False, False], "done five minutes after its time"
    with pytest.raises(NotSo, match="ticked this at"):
        desk.does(act.tick, by=desk.doctor, step_id=first.pk, state="not_needed", note="No alarm")
    first.refresh_from_db()
    assert (first.state, first.done_by_name) == ("done", desk.supervisor.name)
    desk.does(act.tick, by=desk.doctor, step_id=second.pk, note="Two each")
    desk.does(act.take_back, step_id=second.pk, why="Ward 4 has none")

    desk.at = NOW + 45 * MINUTE
    figures = {"says": "Stable", "held": 400, "ill": 12, "died": 0}
    report = desk.does(act.issue_report, emergency_id=one.pk, said=figures)
    desk.does(act.tick, step_id=second.pk)
    desk.does(act.tick, step_id=third.pk)
    report.refresh_from_db()
    assert (report.frozen["done"], report.frozen["late"], report.frozen["issued"]) == (
        1,
        1,
        [["Masks", "pieces", 250, 50]],
    )
    assert (report.frozen["given"], report.frozen["paid"]) == ("20000.00", "12500.50")
    assert all(report_pdf(report, one_of, running="R").startswith(b"%PDF") for one_of in ("en", "ur"))

    desk.does(act.close_emergency, emergency_id=one.pk, closing="No new case for two days")
    with pytest.raises(NotSo, match="closed"):
        desk.does(act.write_log, emergency_id=one.pk, says="Late")
    mend = {"says": "Masks for two hundred more", "whose": "Store keeper", "due_on": TODAY + timedelta(days=30)}
    desk.does(act.review_emergency, emergency_id=one.pk, went_well="Quick", to_mend="Stock", items=[mend])
    kept = AfterAction.objects.get()
    assert (kept.emergency_id, kept.place, kept.says) == (one.pk, desk.prison, mend["says"])
    assert on_agenda(desk.supervisor, _agenda(desk), TODAY) == ([], 0), "reviewed, it stands on no agenda"

    assert list(LogLine.objects.order_by("at", "pk").values_list("wrote", flat=True)) == [
        "opened", "stock", "money", "done", "done", "back", "report", "done", "done", "closed",
    ]  # fmt: skip
    acts = Event.objects.filter(act__startswith="preparedness.").order_by("number").values_list("act", flat=True)
    assert list(acts)[-13:] == [
        "preparedness.emergency.opened", "preparedness.issue.written", "preparedness.money.asked",
        "preparedness.money.approved", "preparedness.money.spent", "preparedness.step.ticked",
        "preparedness.step.ticked", "preparedness.step.taken_back", "preparedness.report.issued",
        "preparedness.step.ticked", "preparedness.step.ticked", "preparedness.emergency.closed",
        "preparedness.emergency.reviewed",
    ]  # fmt: skip
    assert Movement.objects.filter(emergency=one).count() == 1
    masks_lot, back = Lot.objects.get(), {"number": 40, "emergency": str(one.pk)}
    address = reverse("preparedness:lot-back", args=[masks_lot.pk])
    assert "Only 250 of this lot" in signed_in(desk.doctor).post(address, {**back, "number": 251}).content.decode()
    assert signed_in(desk.doctor).post(address, back).status_code == 302
    assert issued_in(one.pk) == [Issued("Masks", "pieces", 210, 90)], "less what came back"
    assert SituationReport.objects.count() == 1


def _agenda(desk: Desk) -> AgendaFor:
    """The committee of the province."""
    return AgendaFor(body_id=new_id(), place_id=desk.world.province.pk, most=5)


def test_where_no_plan_is_in_force_the_bare_steps_are_opened_and_the_page_says_so(desk: Desk) -> None:
    fire = desk.opened(hazard="fire")

    by_phone = {"place": desk.prison.pk, "hazard": "flood", "says": "Water in the yard"}
    answer = signed_in(desk.doctor).post(reverse("preparedness:emergency-new"), by_phone, follow=True)
    assert "without minutes" in answer.content.decode(), "opened from the page as well"
    assert Emergency.objects.get(hazard="flood").opened_by_name == desk.doctor.name
    assert fire.plan is None
    assert {step.due_at for step in fire.steps.all()} == {None}
    assert fire.steps.count() > 5
    page = signed_in(desk.doctor).get(reverse("preparedness:emergency", args=[fire.pk])).content.decode()
    assert "No approved plan stood" in page
    with pytest.raises(NotSo, match="open at this place already"):
        desk.opened(hazard="fire")
    assert on_agenda(desk.supervisor, _agenda(desk), TODAY)[1] == 2
    lines, many = unready(desk.supervisor, _agenda(desk), TODAY)
    assert [(line.place_id, many) for line in lines] == [(desk.prison.pk, 1)], (
        "of its own prison alone, which has no plan"
    )


def test_one_touch_ticks_a_step_and_the_second_is_told_who_was_quicker(desk: Desk) -> None:
    desk.plan()
    one = desk.opened()
    address = reverse("preparedness:emergency-done", args=[one.steps.all()[0].pk])

    signed_in(desk.supervisor).post(address)
    told = signed_in(desk.doctor).post(address, follow=True).content.decode()

    assert f"{desk.supervisor.name} ticked this at" in told
    assert LogLine.objects.filter(wrote="done").count() == 1
    assert signed_in(desk.world.worker("monitor", None)).post(address).status_code == 404, "who reads does not tick"


def test_whoever_declines_says_why_and_it_is_offered_no_more(desk: Desk) -> None:
    offered = desk.outbreak()
    with pytest.raises(NotSo):
        desk.does(act.decline, proposal_id=offered.pk, why=" ")
    desk.does(act.decline, proposal_id=offered.pk, why="Food, not water: four fell ill from one meal")
    assert proposed(desk.doctor, TODAY) == []
    assert signed_in(desk.doctor).get(reverse("preparedness:proposal", args=[offered.pk])).status_code == 302

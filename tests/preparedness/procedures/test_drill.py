"""From a rule to closed items: a drill falls due, is held by the plan, evaluated by form, and what it showed mended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from rihai.instruments.operations.answers import give
from rihai.instruments.operations.shipped import install_form
from rihai.instruments.shipped import shipped
from rihai.preparedness.checks import checks
from rihai.preparedness.drills import items, operations, scheduling
from rihai.preparedness.drills.handler import FORM, NAME
from rihai.preparedness.drills.models import AfterAction, Drill
from rihai.preparedness.drills.shown import MEASURES
from rihai.preparedness.drills.work import drill_rows, item_rows
from rihai.preparedness.errors import NotSo
from tests.preparedness.procedures.world import TODAY, Office, signed_in

DAY = timedelta(days=1)


def form_is_there(office: Office) -> None:
    """The form by which drills are evaluated, as the house ships it."""
    (path,) = [one for one in shipped() if one.stem == FORM]
    install_form(FORM, path.read_text(encoding="utf-8"), "shipped", office.at)


def evaluation(**more: Any) -> dict[str, Any]:
    """What was answered: everybody out after nine minutes where the plan allows five, two things to mend."""
    done = dict.fromkeys(("keys", "counted", "helped", "called", "equipment", "knew", "no_force"), "yes")
    found = {
        "event": "fire", "day": TODAY.isoformat(), "announced": "no", "plan_minutes": 5, "all_minutes": 9, **done,
        "actions": [
            {"what": "A second set of keys for ward 3", "by_whom": "Chief warder",
             "by_day": (TODAY + 10 * DAY).isoformat()},
            {"what": "The siren does not reach the kitchen", "by_whom": "Electrician", "by_day": ""},
        ],
    }  # fmt: skip
    return {**found, **more}


def test_a_drill_by_rule_to_closed_after_action_items(office: Office) -> None:
    edition = office.in_force()
    form_is_there(office)
    rule = {"place": office.world.province, "hazard": "fire", "every": 6, "started_on": TODAY - DAY}
    office.does(scheduling.set_rule, by=office.approver, said=rule)
    assert Drill.objects.filter(state="planned").count() == 2, "each prison of the province has its own"
    assert scheduling.keep_planned(office.at) == 0, "the clock plans nothing twice"
    one = Drill.objects.get(place=office.prison)
    assert [row.word for row in drill_rows(office.writer, TODAY)] == ["Drill overdue"]
    assert drill_rows(office.world.worker("supervisor", office.world.naya_bagh), TODAY)[0].url != reverse(
        "preparedness:drill", args=[one.pk]
    ), "another prison sees its own"

    steps = list(edition.steps.all())
    with pytest.raises(NotSo, match="that day has come"):
        office.does(operations.hold, drill_id=one.pk, said={"done_on": TODAY + DAY}, times={})
    office.does(
        operations.hold, by=office.caseworker, drill_id=one.pk, said={"done_on": TODAY, "took_part": 140, "says": "x"},
        times={steps[0].pk: 1, steps[1].pk: 7, steps[2].pk: None},
    )  # fmt: skip
    assert [row.word for row in drill_rows(office.writer, TODAY)] == ["To evaluate"]
    page = signed_in(office.writer).get(reverse("preparedness:drill", args=[one.pk])).content.decode()
    assert "not done" in page
    assert "7 min" in page
    assert reverse("instruments:fill", args=[NAME, FORM, one.pk]) in page

    office.does(give, form_id=FORM, handler=NAME, subject=str(one.pk), values=evaluation())
    one.refresh_from_db()
    assert (one.state, one.found["all_minutes"], one.edition_id) == ("evaluated", 9, edition.pk)
    keys, siren = AfterAction.objects.order_by("due_on")
    assert (keys.whose, keys.due_on, siren.due_on) == ("Chief warder", TODAY + 10 * DAY, TODAY + 30 * DAY)

    office.at += 40 * DAY
    late = TODAY + 40 * DAY
    assert [row.word for row in item_rows(office.writer, late)] == ["Overdue", "Overdue"], "its owner has them"
    assert [row.who for row in item_rows(office.approver, late)] == [keys.says], "late for two weeks, it goes up"
    lacks = {lack.says for check in checks() for lack in check.of(office.writer, [office.prison.pk], late).get(
        office.prison.pk, [])}  # fmt: skip
    assert "2 things were to be mended and are late." in lacks

    done = office.does(items.item_done, item_id=keys.pk, version=1, says="Cut and hung in the control room")
    with pytest.raises(NotSo, match="Somebody else"):
        office.does(items.verify_item, item_id=keys.pk, version=done.version, is_mended=True, says="I saw it")
    assert [row.word for row in item_rows(office.approver, late)][:1] == ["To verify"]
    again = office.does(
        items.verify_item, by=office.approver, item_id=keys.pk, version=2, is_mended=False, says="It does not turn",
        due_on=late + DAY,
    )  # fmt: skip
    assert (again.state, again.done_on) == ("open", None)
    done = office.does(items.item_done, item_id=keys.pk, version=3, says="Filed; turned in front of the deputy")
    office.does(items.verify_item, by=office.approver, item_id=keys.pk, version=4, is_mended=True, says="It turns")
    with pytest.raises(NotSo, match="approves"):
        office.does(items.drop_item, by=office.caseworker, item_id=siren.pk, version=1, why="x")
    office.does(items.drop_item, by=office.approver, item_id=siren.pk, version=1, why="The kitchen has moved")

    page = signed_in(office.writer).get(reverse("preparedness:drills")).content.decode()
    assert "Closed" in page
    held, mended = (one.counted(office.manager, TODAY, late + DAY).count() for one in MEASURES)
    assert (held, mended) == (1, 1), "what was dropped is not counted as mended"
    office.at += 200 * DAY
    assert scheduling.keep_planned(office.at) == 1, "the next one is planned where one was held"
    assert Drill.objects.get(place=office.prison, state="planned").due_on == date(2027, 5, 25)
    office.does(scheduling.set_rule, by=office.approver, said={**rule, "every": 3})
    moved = Drill.objects.get(place=office.prison, state="planned")
    assert moved.due_on == date(2027, 2, 25), "a new rule moves what the one before had planned"

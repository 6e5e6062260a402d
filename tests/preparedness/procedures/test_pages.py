"""The pages: nonsense is told beside its field, two people keep both their words, long lists cost no more queries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.kit.offers import PlacePanel, offered
from rihai.preparedness.drills import items, scheduling
from rihai.preparedness.models import ContingencyPlan, Procedure
from rihai.preparedness.plans.hazards import Hazard
from tests.preparedness.procedures.test_procedure import in_force, sop
from tests.preparedness.procedures.world import TODAY, Office, signed_in

NONSENSE = ("a\x00b", "\u202eabc\u2066", "é" * 50_000, "18446744073709551616", "9999-12-31", "-1")
"""Each field is given another of them; at least one of every form is no word at all, in whatever field."""
DAY = timedelta(days=1)


def test_nonsense_is_told_beside_its_field_and_nothing_is_kept(office: Office) -> None:
    one = office.written()
    text = sop(office).versions.get()
    drill = office.does(
        scheduling.plan_drill, said={"place": office.prison, "hazard": "fire", "planned_on": TODAY, "how": "drill"}
    )  # fmt: skip
    item = office.does(
        items.ask_item, place_id=office.prison.pk, hazard="fire", says="x", whose="y", due_on=TODAY + DAY
    )  # fmt: skip
    forms: tuple[tuple[str, list[Any]], ...] = (
        ("plan-new", []), ("plan-texts", [one.pk]), ("plan-row-new", [one.pk, "step"]),
        ("plan-row-new", [one.pk, "role"]), ("plan-row-new", [one.pk, "agency"]), ("procedure-new", []),
        ("procedure-edit", [text.procedure_id]), ("text-write", [text.pk]), ("post-give", [office.prison.pk]),
        ("drill-new", []), ("drill-rule", []), ("drill-held", [drill.pk]), ("drill-not-held", [drill.pk]),
        ("item-new", [drill.pk]), ("item-done", [item.pk]), ("procedure-end", [text.procedure_id]),
    )  # fmt: skip
    client = signed_in(office.writer)
    client.raise_request_exception = False
    kept, fell = [], []
    for name, args in forms:
        address = reverse(f"preparedness:{name}", args=args)
        fields = list(client.get(address).context["form"].fields)
        for turn in (0, 2):
            typed = {field: NONSENSE[(at + turn) % len(NONSENSE)] for at, field in enumerate(fields)}
            status = client.post(address, typed).status_code
            fell += [(name, turn, status)] if status >= 500 else []
            kept += [(name, turn)] if status == 302 else []
    assert (fell, kept) == ([], [])
    for query in ("place=999999999999999999999&hazard=%00", "page=99999999999&sort=%E2%80%AE", "version=x"):
        for name in ("plans", "procedures", "drills", "items", "readiness"):
            assert client.get(f"{reverse(f'preparedness:{name}')}?{query}").status_code == 200


def test_two_people_who_write_one_plan_see_each_others_words(office: Office) -> None:
    one = office.written()
    client = signed_in(office.writer)
    address = reverse("preparedness:plan-texts", args=[one.pk])
    form = client.get(address).context["form"]
    typed = {"version": one.version} | {name: form[name].initial or "" for name in form.fields}
    typed |= {f"initial-{name}": form[name].initial or "" for name in form.fields}
    assert signed_in(office.manager).post(address, {**typed, "triggers": "Smoke."}).status_code == 302
    answer = client.post(address, {**typed, "triggers": "Flames."})
    assert answer.status_code == 409
    assert [(change.theirs, change.yours) for change in answer.context["form"].differences] == [("Smoke.", "Flames.")]


def test_longer_lists_cost_no_more_queries_and_say_what_is_missing(office: Office) -> None:
    client = signed_in(office.approver)
    names = ("readiness", "plans", "procedures", "drills", "items")

    def cost() -> dict[str, int]:
        found = {}
        for name in names:
            client.get(reverse(f"preparedness:{name}"))
            with CaptureQueriesContext(connection) as asked:
                assert client.get(reverse(f"preparedness:{name}")).status_code == 200
            found[name] = len(asked)
        return found

    def grow(hazards: list[Hazard], number: int) -> None:
        for hazard in hazards:
            office.written(hazard.value)
            office.does(scheduling.plan_drill, said={
                "place": office.prison, "hazard": hazard.value, "planned_on": TODAY, "how": "drill"})  # fmt: skip
            office.does(items.ask_item, place_id=office.prison.pk, hazard=hazard.value, says="x", whose="y",
                        due_on=TODAY + DAY)  # fmt: skip
        in_force(office, sop(office, code=f"SOP-{number}").versions.get())

    grow(list(Hazard)[:1], 1)
    few = cost()
    grow(list(Hazard)[1:4], 2)
    assert cost() == few
    assert ContingencyPlan.objects.count() == 4
    assert Procedure.objects.count() == 2
    page = client.get(reverse("preparedness:ready", args=[office.prison.pk])).content.decode()
    assert "The plan for fire is not approved." in page
    assert "No drill was held in the past year." in page
    (panel,) = [one for one in offered(PlacePanel) if one.name == "preparedness.readiness"]
    shown = panel.context(office.approver, office.prison.pk, TODAY)
    assert shown is not None
    assert shown["lacks"][0].is_grave
    assert panel.context(office.world.worker("mentor", office.prison), office.prison.pk, TODAY) is None


@pytest.mark.parametrize("role", ["mentor", "records_officer", "lawyer"])
def test_who_does_not_prepare_finds_nothing_here(office: Office, role: str) -> None:
    one = office.written()
    client = signed_in(office.world.worker(role, office.prison))
    for name, args in (("readiness", []), ("plan", [one.plan_id]), ("plan-paper", [one.pk, "en"]),
                       ("helped", [office.prison.pk]), ("items", [])):  # fmt: skip
        assert client.get(reverse(f"preparedness:{name}", args=args)).status_code in (403, 404)

"""The series of the room together: the demo, each role's pages, nonsense, two who edit, queries, power cuts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.monitoring_series import play_series
from rihai.monitoring.complaints import operations as complaints
from rihai.monitoring.complaints.models import Complaint
from rihai.monitoring.conditions import operations as conditions
from rihai.monitoring.conditions.models import ConditionPoint
from rihai.monitoring.deaths import operations as deaths
from rihai.monitoring.deaths.models import Death, DeathStep
from rihai.monitoring.disease import operations as disease
from rihai.monitoring.disease.models import Alert, DiseaseCase
from tests.conftest import as_owner
from tests.monitoring.series import make_plain_desk, people
from tests.monitoring.test_interruption import Act, cut_each
from tests.monitoring.world import Desk, signed_in

LONG, NUL, TURNED = "x" * 5000, "a\x00b", "a\u202eb\u2066"


@pytest.fixture
def desk(db: None) -> Desk:
    """Two prisons and who works there."""
    return make_plain_desk()


@pytest.fixture
def cast(desk: Desk) -> dict[str, Account]:
    """The series as the demo plays them."""
    found = people(desk)
    assert play_series(at=desk.at)
    assert not play_series(at=desk.at), "once"
    return found


def first(model: Any, **more: Any) -> Any:
    with as_house():
        return model.objects.filter(**more).order_by("pk").first()


def test_each_role_opens_its_own_pages_and_no_others(desk: Desk, cast: dict[str, Account]) -> None:
    place, other = desk.world.naya_bagh.pk, desk.world.gulzar.pk
    death, step, alert = first(Death).pk, first(DeathStep).pk, first(Alert).pk
    point, case = first(ConditionPoint).pk, first(DiseaseCase).pk
    asked, hidden = first(Complaint, is_confidential=False).pk, first(Complaint, is_confidential=True).pk
    order = ("monitor", "partner", "health", "supervisor", "caseworker")
    pages: dict[str, tuple[tuple[Any, ...], str]] = {
        "deaths": ((), "10000"), "death-rates": ((), "11110"), "death-comparison": ((), "10000"),
        "death-new": ((), "10000"), "death": ((death,), "10000"), "death-change": ((death,), "10000"),
        "death-cause": ((death,), "10000"), "death-paper": ((death,), "10000"), "death-step": ((step,), "10000"),
        "disease": ((), "11110"), "disease-definitions": ((), "11110"), "alert": ((alert,), "10100"),
        "alert-done": ((alert,), "10100"), "alert-close": ((alert,), "10100"), "line-list": ((other,), "00100"),
        "threshold": ((other, "cholera"), "00100"), "disease-new": ((), "00100"), "disease-case": ((case,), "00100"),
        "complaints": ((), "11011"), "complaint-numbers": ((), "11011"), "complaint-new": ((), "10011"),
        "complaint": ((asked,), "11010"), "complaint-answer": ((asked,), "11010"),
        "complaint-acknowledge": ((hidden,), "10000"), "complaint-satisfied": ((asked,), "10010"),
        "complaint-appeal": ((asked,), "10010"), "complaint-appeal-answer": ((asked,), "10010"),
        "conditions": ((), "11110"), "conditions-of": ((place,), "11010"), "condition-new": ((place,), "10000"),
        "condition-back": ((point,), "10000"),
    }  # fmt: skip
    browsers = [signed_in(cast[key]) for key in order]
    got = {
        name: "".join(
            str(int(who.get(reverse(f"monitoring:{name}", args=args)).status_code == 200)) for who in browsers
        )
        for name, (args, _wanted) in pages.items()
    }

    assert got == {name: wanted for name, (_args, wanted) in pages.items()}


def test_nonsense_stands_beside_its_field_and_two_who_edit_see_the_difference(
    desk: Desk, cast: dict[str, Account]
) -> None:
    monitor, doctor = signed_in(cast["monitor"]), signed_in(cast["health"])
    worker, place = signed_in(cast["supervisor"]), desk.world.naya_bagh.pk
    death, step, alert = first(Death), first(DeathStep), first(Alert)
    asked = first(Complaint, is_confidential=False, done_on=None, place=place)
    forms: list[tuple[Client, str, tuple[Any, ...], dict[str, Any]]] = [
        (monitor, "death-new", (), {"place": "1e99", "on": "99/99/9999", "where": NUL, "name": LONG}),
        (monitor, "death-change", (death.pk,), {"where": "cell", "found": TURNED, "died_at": "2026-99-99T99:99"}),
        (monitor, "death-cause", (death.pk,), {"cause": "fate", "said_by": NUL, "source": LONG}),
        (monitor, "death-step", (step.pk,), {"state": "maybe", "done_at": "soon", "version": "9" * 40}),
        (monitor, "death-paper", (death.pk,), {"title": LONG}),
        (monitor, "death-comparison", (), {"title": TURNED, "per_thousand": "9" * 60, "source": NUL}),
        (doctor, "disease-new", (), {"place": "-1", "disease": NUL, "status": "x", "seen_on": "31/02/2026"}),
        (doctor, "threshold", (desk.world.gulzar.pk, "cholera"), {"cases": "9" * 40, "days": "-1", "why": NUL}),
        (doctor, "alert-done", (alert.pk,), {"says": LONG}),
        (doctor, "alert-close", (alert.pk,), {"on": "never", "why": TURNED}),
        (doctor, "disease-case", (first(DiseaseCase).pk,), {"version": "1", "code": "x", "status": "confirmed",
            "isolation": "no", "outcome": "ill", "seen_on": "0001-01-01"}),
        (worker, "complaint-new", (), {"place": NUL, "kind": "all", "by": "x", "says": LONG, "received_on": "0"}),
        (worker, "complaint-answer", (asked.pk,), {"answer": NUL, "result": "x", "done_on": "x"}),
        (worker, "complaint-appeal", (asked.pk,), {"to_whom": LONG, "on": "x"}),
        (monitor, "condition-new", (place,), {"series": NUL, "value": "1e999", "on": "x", "source": LONG}),
    ]  # fmt: skip
    got = {
        name: who.post(reverse(f"monitoring:{name}", args=args), said).status_code for who, name, args, said in forms
    }
    assert set(got.values()) == {422}, got
    ends = {"first": "0001-01-01", "last": "9999-12-31"}
    for numbers in ("death-rates", "complaint-numbers"):
        assert "between 1950 and 2100" in monitor.get(reverse(f"monitoring:{numbers}"), ends).content.decode()
    for where in ("disease-new", "complaint-new"):
        for wrong in ("x", NUL, "9" * 40):
            who = doctor if where == "disease-new" else worker
            assert who.get(reverse(f"monitoring:{where}"), {"person": wrong}).status_code == 404

    address = reverse("monitoring:death-change", args=[death.pk])
    version = str(first(Death).version)
    was = {"version": version, "initial-where": "hospital", "initial-circumstances": "", "where": "hospital"}
    assert monitor.post(address, {**was, "circumstances": "One."}).status_code == 302
    late = monitor.post(address, {**was, "circumstances": "Another."})
    assert late.status_code in {409, 422}
    assert first(Death).circumstances == "One."


def test_pages_ask_as_often_for_many_as_for_few(desk: Desk, cast: dict[str, Account]) -> None:
    place = desk.world.gulzar.pk
    pages = [
        ("monitor", "monitoring:deaths", ()), ("monitor", "monitoring:death-rates", ()), ("monitor", "home", ()),
        ("monitor", "monitoring:disease", ()), ("health", "monitoring:line-list", (place,)), ("health", "home", ()),
        ("monitor", "monitoring:complaints", ()), ("monitor", "monitoring:complaint-numbers", ()),
        ("monitor", "monitoring:conditions", ()), ("monitor", "monitoring:conditions-of", (desk.world.naya_bagh.pk,)),
        ("monitor", "places:place", (desk.world.naya_bagh.pk,)),
    ]  # fmt: skip
    addresses = [(who, "/" if name == "home" else reverse(name, args=args)) for who, name, args in pages]
    browsers = {who: signed_in(cast[who]) for who in ("monitor", "health")}

    def asked() -> dict[tuple[str, str], int]:
        found = {}
        for who, address in addresses:
            browsers[who].get(address)
            with CaptureQueriesContext(connection) as queries:
                assert browsers[who].get(address).status_code == 200
            found[who, address] = len([each for each in queries if "set_config" not in each["sql"]])
        return found

    few = asked()
    with as_owner(), as_house():
        _multiply()
    many = asked()

    assert {address: (few[address], many[address]) for address in few if many[address] > few[address]} == {}


def _multiply() -> None:
    """Eight more of each row that lists show; rows as they stand, for nothing but their number counts here."""
    for model in (Death, DiseaseCase, Complaint, ConditionPoint):
        rows = list(model._default_manager.all())
        for copy in range(8):
            for at, row in enumerate(rows):
                row.pk, row._state.adding = model._meta.pk.get_default(), True
                if hasattr(row, "number"):
                    row.number = 1_000 + copy * 100 + at
                row.save()


def test_no_act_is_ever_half_done(desk: Desk, cast: dict[str, Account], monkeypatch: pytest.MonkeyPatch) -> None:
    monitor, doctor, worker = cast["monitor"], cast["health"], cast["supervisor"]
    place, today = desk.world.naya_bagh, timezone.localdate()
    known: dict[str, Any] = {}

    def act(key: str, part: str, who: Account, do: Any, **said: Any) -> Act:
        def run() -> None:
            given = {word: value() if callable(value) else value for word, value in said.items()}
            known[key] = desk.does(do, by=who, **given)

        return (key, part, run)

    def of(name: str) -> Any:
        return lambda: known[name].pk

    new = {"place": place, "on": today, "name": "Somebody"}
    case = {"place": desk.world.gulzar, "disease": "measles", "code": "M", "status": "suspected", "seen_on": today}
    asked = {"place": place, "kind": "water", "by": "box", "says": "Water.", "to_whom": "S", "received_on": today}
    words = {"answer": "Yes.", "result": "upheld", "done_on": today, "answered_by_name": "S"}
    cause = {"cause": "natural", "said_by": "D", "source": "P", "is_settled": True}
    limit = {"cases": 2, "days": 7, "why": "So."}
    figure = {"series": "food", "value": 1, "on": today, "source": "S"}
    opening, writing = "deaths.operations.opening", "deaths.operations.writing"
    cases, alerts = "disease.operations.cases", "disease.operations.alerts"
    writes, answers = "complaints.operations.writing", "complaints.operations.answering"
    story = [
        act("death", opening, monitor, deaths.record_death, said=new),
        act("taken", opening, desk.lead, deaths.take_up, death_id=of("death")),
        act("words", writing, monitor, deaths.change_death, death_id=of("death"), version=2, said={"where": "cell"}),
        act("cause", writing, monitor, deaths.say_cause, death_id=of("death"), said=cause),
        act("rate", writing, monitor, deaths.keep_comparison, said={"title": "T", "per_thousand": 4, "source": "S"}),
        act("paper", writing, monitor, deaths.add_paper, death_id=of("death"), title="T", name="a.pdf", content=PDF),
        act("case", "disease.operations.watching", doctor, disease.write_case, said=case),
        act("second", cases, doctor, disease.write_case, said={**case, "code": "M2"}),
        act("changed", cases, doctor, disease.change_case, case_id=of("case"), version=1, said=case),
        act("limit", alerts, doctor, disease.set_threshold, place=desk.world.gulzar, disease="dengue", said=limit),
        act("seen", alerts, doctor, disease.acknowledge, alert_id=lambda: first(Alert, disease="measles").pk),
        act("done", alerts, doctor, disease.write_done, alert_id=of("seen"), says="Vaccinated."),
        act("over", alerts, doctor, disease.close_alert, alert_id=of("seen"), on=today, why="Over."),
        act("asked", writes, worker, complaints.write_complaint, said=asked),
        act("told", answers, worker, complaints.acknowledge, complaint_id=of("asked"), on=today),
        act("answer", answers, worker, complaints.answer, complaint_id=of("asked"), version=2, said=words),
        act("content", answers, worker, complaints.say_satisfied, complaint_id=of("asked"), satisfied="no"),
        act("appeal", answers, worker, complaints.appeal, complaint_id=of("asked"), to_whom="O", on=today),
        act("higher", answers, worker, complaints.answer_appeal, complaint_id=of("asked"), words="W", on=today),
        ("up", "complaints.operations.escalating", lambda: complaints.escalate(desk.at + timedelta(days=60))),
        act("figure", "conditions.operations", monitor, conditions.write_point, place=place, said=figure),
        act("back", "conditions.operations", monitor, conditions.take_back_point, point_id=of("figure"), why="W"),
    ]  # fmt: skip
    cut_each(monkeypatch, story)
    said = {"state": "not_asked", "says": "Test."}
    with as_house():
        last, *others = DeathStep.objects.filter(death=known["death"]).order_by("-pk")
    for step in others:
        desk.does(deaths.write_step, by=monitor, step_id=step.pk, version=1, said=said)
    ended = [
        act("step", writing, monitor, deaths.write_step, step_id=last.pk, version=1, said=said),
        act("closed", writing, monitor, deaths.close_death, death_id=of("death")),
    ]
    cut_each(monkeypatch, ended)


PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"

"""What is written in a matter becomes a fact of the record, and screening follows; nothing is said that was not."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.kit.editing import Changed
from rihai.legal.matters.models import BailOrder, MatterHearing, MoneyOrder, Payment, Surety
from rihai.legal.matters.operations import (
    change_bail,
    keep_surety,
    list_hearing,
    move_hearing,
    record_bail,
    record_hearing,
    record_order,
    record_payment,
)
from rihai.legal.matters.operations.errors import NoSuchMatter, WrongEntry
from rihai.screening.models import Finding
from tests.legal.matters.office import NOON, TODAY, Office, day

pytestmark = pytest.mark.django_db
EARLY = NOON - timedelta(days=5)
THAT_DAY = day("2026-11-20")


def _listed(office: Office, on: str = "2026-11-20") -> MatterHearing:
    matter = office.open(at=EARLY)
    with acting_as(office.lawyer, EARLY):
        return list_hearing(
            matter_id=matter.pk, said={"listed_on": day(on), "purpose": "bail", "court_name": "Sessions Court"},
            actor=office.lawyer, at=EARLY,
        )  # fmt: skip


def _record(office: Office, hearing: MatterHearing, **said: Any) -> MatterHearing:
    with acting_as(office.lawyer, NOON):
        words = {"produced": "no", "not_produced_why": "escort", "outcome": "adjourned", **said}
        return record_hearing(
            hearing_id=hearing.pk, version=hearing.version, said=words, actor=office.lawyer, at=office.now
        )


def test_a_hearing_tells_the_record_its_day_the_adjournment_and_the_next_day(office: Office) -> None:
    hearing = _listed(office)
    assert office.case(at=EARLY)["next_hearing_on"] == "2026-11-20"
    _record(office, hearing, adjourned_by="prosecution", adjourned_why="witness_absent", next_on=day("2026-12-01"))
    case = office.case()
    assert (case["last_hearing_on"], case["next_hearing_on"]) == ("2026-11-20", "2026-12-01")
    assert case["adjournments"] == [{"on": "2026-11-20", "asked_by": "prosecution", "reason": "witness did not come"}]
    with acting_as(office.lawyer, NOON):
        following = MatterHearing.objects.get(listed_on=day("2026-12-01"))
        assert (following.follows_id, following.court_name, following.purpose) == (hearing.pk, "Sessions Court", "bail")


def test_what_the_court_did_not_say_stays_unknown_and_what_it_said_is_a_fact(office: Office) -> None:
    hearing = _listed(office)
    _record(office, hearing, adjourned_by="court")
    assert "court_found_hardened" not in office.case()
    with acting_as(office.lawyer, NOON):
        hearing.refresh_from_db()
    _record(office, hearing, adjourned_by="court", delay_view=True, hardened_view=False)
    case = office.case()
    assert (case["delay_attributed_to_accused"], case["court_found_hardened"]) == (True, False)


def test_correcting_the_next_day_moves_it_and_taking_it_back_takes_it_off(office: Office) -> None:
    hearing = _listed(office)
    hearing = _record(office, hearing, adjourned_by="court", next_on=day("2026-12-01"))
    hearing = _record(office, hearing, adjourned_by="court", next_on=day("2026-12-08"))
    with acting_as(office.lawyer, NOON):
        assert MatterHearing.objects.filter(recorded_at=None).values_list("listed_on", flat=True).get() == day(
            "2026-12-08"
        )
    _record(office, hearing, outcome="decided", next_on=None)
    with acting_as(office.lawyer, NOON):
        assert not MatterHearing.objects.filter(recorded_at=None).exists()
    assert office.case().get("next_hearing_on") is None, "what was written by hand is taken back"


def test_two_who_record_the_same_hearing_do_not_overwrite_each_other(office: Office) -> None:
    hearing = _listed(office)
    _record(office, hearing, adjourned_by="court")
    with pytest.raises(Changed), acting_as(office.lawyer, NOON):
        record_hearing(hearing_id=hearing.pk, version=1, said={"outcome": "heard"}, actor=office.lawyer, at=office.now)


@pytest.mark.parametrize(
    "said",
    [
        {"outcome": "adjourned"},
        {"outcome": "heard", "produced": "no", "not_produced_why": ""},
        {"outcome": "heard", "next_on": THAT_DAY},
    ],
)
def test_half_said_is_refused_and_nothing_kept(office: Office, said: dict[str, Any]) -> None:
    hearing = _listed(office)
    with pytest.raises(WrongEntry):
        _record(office, hearing, **said)
    assert "last_hearing_on" not in office.case()


def test_a_hearing_to_come_is_moved_and_not_recorded(office: Office) -> None:
    hearing = _listed(office, "2026-12-20")
    with pytest.raises(WrongEntry):
        _record(office, hearing, outcome="heard", produced="yes")
    with acting_as(office.lawyer, NOON):
        move_hearing(
            hearing_id=hearing.pk, version=1, said={"listed_on": day("2026-12-22"), "purpose": "bail"},
            actor=office.lawyer, at=office.now,
        )  # fmt: skip
    assert office.case()["next_hearing_on"] == "2026-12-22"


def _bail(office: Office, **said: Any) -> BailOrder:
    matter = office.open(at=EARLY)
    with acting_as(office.lawyer, EARLY):
        words = {"granted_on": day("2026-11-16"), "amount": Decimal(100000), "sureties_needed": 2, **said}
        return record_bail(
            matter_id=matter.pk, party_id=office.client(matter).pk, said=words, actor=office.lawyer, at=EARLY
        )


def _surety(office: Office, order: BailOrder, **said: Any) -> Surety:
    with acting_as(office.lawyer, NOON):
        return keep_surety(
            order_id=order.pk, surety_id=None, said={"name": "Rashid Namoona", "number": "9040300000040", **said},
            actor=office.lawyer, at=office.now,
        )  # fmt: skip


def _still_inside(person_id: UUID) -> set[str]:
    with as_house(NOON):
        rows = Finding.objects.filter(person=person_id, still_inside=True, outcome="met")
        return set(rows.values_list("provision", flat=True))


def test_bail_granted_and_not_furnished_shows_among_the_still_inside_until_both_bonds_are_given(office: Office) -> None:
    before = _still_inside(office.nargis.pk)
    order = _bail(office)
    case = office.case()
    assert (case["bail_granted"], case["bail_granted_on"], case["surety_amount"]) == (True, "2026-11-16", 100000)
    assert case["bail_granted_not_furnished"] is True
    assert "surety_available" not in case, "nobody has looked"
    assert _still_inside(office.nargis.pk) - before, "screened at once"

    _surety(office, order, furnished_on=day("2026-11-23"))
    assert office.case()["bail_furnished"] is False
    _surety(office, order, name="Zahid Farzi", number="9040300000048", furnished_on=day("2026-11-24"))
    case = office.case()
    assert (case["bail_furnished"], case["bail_furnished_on"]) == (True, "2026-11-24")
    assert case["bail_granted_on"] == "2026-11-16", "the day stays with the fact"
    assert (case["surety_available"], case["unable_to_furnish_surety"]) == (True, False)


def test_reduced_bail_and_nobody_to_stand_are_facts_and_so_is_its_cancelling(office: Office) -> None:
    order = _bail(office, nobody_stands=True)
    assert (office.case()["unable_to_furnish_surety"], office.case()["surety_available"]) == (True, False)
    with acting_as(office.lawyer, NOON):
        order = change_bail(
            order_id=order.pk, version=1, said={"reduced_to": Decimal(20000), "reduced_on": TODAY},
            actor=office.lawyer, at=office.now,
        )  # fmt: skip
        assert office.case()["surety_amount"] == 20000
        change_bail(order_id=order.pk, version=2, said={"cancelled_on": TODAY}, actor=office.lawyer, at=office.now)
    case = office.case()
    assert (case["bail_granted"], case["bail_cancelled_on"]) == (False, "2026-11-25")
    assert case["bail_granted_not_furnished"] is False


def test_days_of_bail_in_a_wrong_order_are_refused(office: Office) -> None:
    for said in ({"furnished_on": day("2026-11-01")}, {"reduced_to": Decimal(900000)}):
        with pytest.raises(WrongEntry):
            _bail(office, **said)
    assert "bail_granted" not in office.case()


def _fine(office: Office, **said: Any) -> MoneyOrder:
    matter = office.open(at=EARLY)
    with acting_as(office.lawyer, EARLY):
        words = {"kind": "fine", "amount": Decimal(50000), "ordered_on": day("2026-06-01"), "default_months": 6}
        return record_order(
            matter_id=matter.pk, party_id=office.client(matter).pk, said={**words, **said},
            actor=office.lawyer, at=EARLY,
        )  # fmt: skip


def _pay(office: Office, order: MoneyOrder, amount: int, on: str = "2026-11-24") -> Payment:
    said = {"amount": Decimal(amount), "paid_on": day(on), "paid_by": "fund", "payer": "WDDF", "challan": "77"}
    with acting_as(office.lawyer, NOON):
        return record_payment(order_id=order.pk, said=said, actor=office.lawyer, at=office.now)


def test_a_fine_and_what_is_paid_of_it_are_facts_with_the_term_in_default(office: Office) -> None:
    order = _fine(office, default_from=day("2026-11-01"))
    _pay(office, order, 30000)
    case = office.case()
    assert (case["fine"], case["fine_paid_amount"], case["fine_paid"]) == (50000, 30000, False)
    assert case["default_term"] == {"months": 6, "days": 0}
    assert case["default_term_from"] == "2026-11-01"
    _pay(office, order, 20000, "2026-11-25")
    assert (office.case()["fine_paid"], office.case()["fine_paid_on"]) == (True, "2026-11-25")
    with pytest.raises(WrongEntry):
        _pay(office, order, 1)


def test_diyat_and_compensation_stand_together_as_one_list(office: Office) -> None:
    order = _fine(office, kind="diyat", default_months=None)
    _pay(office, order, 1000)
    assert office.case()["compensation"] == [
        {"kind": "diyat", "amount": 50000, "paid_amount": 1000, "final_judgment_on": "2026-06-01"}
    ]
    assert "fine" not in office.case()


def test_interrupted_neither_the_matter_nor_the_record_has_changed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    matter = office.open(at=EARLY)
    before = office.case()

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rihai.legal.matters.operations.bail.say", power_cut)
    with acting_as(office.lawyer, NOON):
        party = office.client(matter)
        with pytest.raises(KeyboardInterrupt):
            record_bail(
                matter_id=matter.pk, party_id=party.pk, said={"granted_on": TODAY}, actor=office.lawyer, at=office.now
            )
        assert not BailOrder.objects.exists()
    assert office.case() == before


def test_nobody_of_another_team_records_anything(office: Office) -> None:
    hearing, order = _listed(office), _bail(office)
    near = office.world.worker("lawyer", office.world.province)
    with acting_as(near, NOON):
        for act, key in ((move_hearing, {"hearing_id": hearing.pk}), (change_bail, {"order_id": order.pk})):
            with pytest.raises(NoSuchMatter):
                act(**key, version=1, said={"listed_on": TODAY, "purpose": "bail"}, actor=near, at=NOON)

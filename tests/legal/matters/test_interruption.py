"""Every act on a matter is whole or has not happened: interrupted at its last step, every table is as it was before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant
from rihai.accounts.operations.house import as_house
from rihai.legal.matters import operations as act
from rihai.legal.matters.models import Matter, MatterHearing, MoneyOrder, Party
from rihai.people.models import Person, Statement
from tests.legal.matters.office import NOON, TODAY, Office, day

pytestmark = pytest.mark.django_db
EARLY = NOON - timedelta(days=5)
Do = Callable[[Office, Matter, Party], Any]


ACTS: dict[str, tuple[str, Do]] = {
    "a hearing recorded": (
        "hearings",
        lambda o, m, p: act.record_hearing(
            hearing_id=MatterHearing.objects.get().pk, version=1, actor=o.lawyer, at=NOON,
            said={"produced": "yes", "outcome": "adjourned", "adjourned_by": "court", "next_on": day("2026-12-09")},
        ),
    ),
    "a hearing listed": (
        "hearings",
        lambda o, m, p: act.list_hearing(
            matter_id=m.pk, said={"listed_on": day("2026-12-01"), "purpose": "bail"}, actor=o.lawyer, at=NOON
        ),
    ),
    "a payment": (
        "money",
        lambda o, m, p: act.record_payment(
            order_id=MoneyOrder.objects.get().pk, actor=o.lawyer, at=NOON,
            said={"amount": Decimal(5), "paid_on": TODAY, "paid_by": "fund", "payer": "", "challan": ""},
        ),
    ),
    "a vakalatnama": (
        "papers",
        lambda o, m, p: act.keep_vakalatnama(
            matter_id=m.pk, party_id=p.pk, version=0, said={"signed_on": TODAY, "signed_how": "thumb"},
            given=act.Given("v.pdf", b"%PDF-1.4\n%%EOF\n"), actor=o.lawyer, at=NOON,
        ),
    ),
    "a party": (
        "opening",
        lambda o, m, p: act.add_party(matter_id=m.pk, side="witness", name="Zahid Farzi", actor=o.lawyer, at=NOON),
    ),
    "a colleague": (
        "team",
        lambda o, m, p: act.add_member(
            matter_id=m.pk, account_id=o.other.pk, role="helps", actor=o.lawyer, at=NOON
        ),
    ),
    "a closing": (
        "opening",
        lambda o, m, p: act.close_matter(
            matter_id=m.pk, version=1, outcome="granted", reason="Granted.", on=TODAY, actor=o.lawyer, at=NOON
        ),
    ),
    "a link": ("feed", lambda o, m, p: act.make_feed(actor=o.lawyer, at=NOON)),
}  # fmt: skip


def _everything() -> dict[str, Any]:
    """The rows of every table of matters, and of what an act changes below."""
    ours: list[Any] = [one for one in apps.get_app_config("legal").get_models() if ".matters." in one.__module__]
    tables: list[Any] = [*ours, Statement, Grant, Person]
    with as_house(NOON):
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    office: Office, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    matter = office.open(at=EARLY)
    party = office.client(matter)
    with acting_as(office.lawyer, EARLY):
        said = {"listed_on": day("2026-11-24"), "purpose": "bail"}
        act.list_hearing(matter_id=matter.pk, said=said, actor=office.lawyer, at=EARLY)
        owed = {"kind": "fine", "amount": Decimal(9), "ordered_on": day("2026-06-01")}
        act.record_order(matter_id=matter.pk, party_id=party.pk, said=owed, actor=office.lawyer, at=EARLY)
    before = _everything()
    module, do = ACTS[name]

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, acting_as(office.lawyer, NOON):
        patched.setattr(f"rihai.legal.matters.operations.{module}.append", power_cut)
        with pytest.raises(KeyboardInterrupt):
            do(office, matter, party)
    assert _everything() == before
    with acting_as(office.lawyer, NOON):
        do(office, matter, party)
    assert _everything() != before, "and uninterrupted it does happen"

"""Every act on a matter is whole or has not happened."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.legal.matters import operations
from rihai.legal.matters.models import (
    BailOrder,
    ConflictCheck,
    Matter,
    MatterHearing,
    MoneyOrder,
    PaperNeeded,
    Party,
    TeamMember,
)
from tests.legal.interruption import Act, interrupt_each, left_out
from tests.legal.matters.office import CASE, NOON, TODAY, Office, day

pytestmark = pytest.mark.django_db
EARLY, LATE = NOON - timedelta(days=5), NOON + timedelta(days=1)
SAID = {"kind": "aid", "stage": "bail", "ground": "delay", "court_name": "Sessions Court Gulistan"}


def test_every_act_is_whole_or_has_not_happened(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    strategic = office.open(kind="strategic", at=EARLY)
    with acting_as(office.lawyer, EARLY):
        gul = office.world.enter(office.lawyer, full_name="Gul Farzi", cnic="9040300000024")
    with acting_as(office.other, EARLY):
        zahid = office.world.enter(office.other, office.world.naya_bagh, full_name="Zahid Farzi", cnic="9040300000032")
    told: dict[str, str] = {}

    def now(model: Any) -> Any:
        """The row of a table that was written last."""
        return model.objects.order_by("-pk").first()

    def act(name: str, module: str, who: Account = office.lawyer, /, **said: Any) -> Act:
        def do() -> None:
            with as_house():
                given = {key: one() if callable(one) else one for key, one in said.items()}
            with acting_as(who, NOON):
                made = getattr(operations, name)(actor=who, at=NOON, **given)
            told.update({"secret": made} if name == "make_feed" else {})

        return Act(name, module, do)

    def matter() -> Any:
        return Matter.objects.get(kind="aid", made_by=office.lawyer).pk

    def party() -> Any:
        return Party.objects.get(matter=matter(), side="client").pk

    def version(model: Any) -> Any:
        return lambda: now(model).version

    def fetch() -> None:
        with acting_as(office.lawyer, LATE):
            operations.fetch_feed(told["secret"], at=LATE)

    paper, hearing, bail, money = PaperNeeded, MatterHearing, BailOrder, MoneyOrder
    owed = {"kind": "fine", "amount": Decimal(9), "ordered_on": day("2026-06-01")}
    paid = {"amount": Decimal(5), "paid_on": TODAY, "paid_by": "fund", "payer": "", "challan": ""}
    asked = {"asked_of": "Superintendent", "asked_on": TODAY}
    in_court = {"produced": "yes", "outcome": "adjourned", "adjourned_by": "court", "next_on": day("2026-12-09")}
    given = operations.Given("v.pdf", b"%PDF-1.4\n%%EOF\n")
    of = {"matter_id": matter}
    story = [
        act("open_matter", "opening", clients=[(office.nargis.pk, CASE)], said=SAID),
        act("change_matter", "opening", **of, version=1, said={"note": "n"}),
        act("add_party", "opening", **of, side="complainant", name="Zahid Farzi", number="90403-0000003-2"),
        act("open_matter", "opening", office.other, clients=[(zahid.pk, "")], said=SAID),
        act("decide_conflict", "conflicts", office.chief, check_id=lambda: ConflictCheck.objects.get().pk,
            decision="go_on", reason="r"),
        act("add_client", "opening", matter_id=strategic.pk, person_id=gul.pk, case_id=""),
        act("publish_facts", "public", matter_id=strategic.pk, version=0, said={"title": "t", "says": "s"}),
        act("keep_vakalatnama", "papers", **of, party_id=party, version=0,
            said={"signed_on": TODAY, "signed_how": "thumb"}, given=given),
        act("ask_for_paper", "papers", **of, party_id=party, kind="fir", said=asked),
        act("change_paper", "papers", paper_id=lambda: now(paper).pk, version=1, said={**asked, "done_on": TODAY}),
        act("note_time", "papers", **of, on=TODAY, minutes=5, what="w"),
        act("list_hearing", "hearings", **of, said={"listed_on": TODAY, "purpose": "bail"}),
        act("move_hearing", "hearings", hearing_id=lambda: now(hearing).pk, version=1, said={"purpose": "evidence"}),
        act("record_hearing", "hearings", hearing_id=lambda: now(hearing).pk, version=2, said=in_court),
        act("record_bail", "bail", **of, party_id=party, said={"granted_on": TODAY, "amount": Decimal(50)}),
        act("change_bail", "bail", order_id=lambda: now(bail).pk, version=version(bail), said={"nobody_stands": True}),
        act("keep_surety", "bail", order_id=lambda: now(bail).pk, surety_id=None, said={"name": "Rashid"}),
        act("record_order", "money", **of, party_id=party, said=owed),
        act("change_order", "money", order_id=lambda: now(money).pk, version=version(money),
            said={**owed, "note": "n"}),
        act("record_payment", "money", order_id=lambda: now(money).pk, said=paid),
        act("add_member", "team", **of, account_id=office.other.pk, role="helps"),
        act("end_member", "team", member_id=lambda: TeamMember.objects.get(matter=matter(), account=office.other).pk),
        act("make_feed", "feed"),
        Act("fetch_feed", "feed", fetch),
        act("revoke_feed", "feed"),
        act("close_matter", "opening", **of, version=lambda: Matter.objects.get(pk=matter()).version,
            outcome="granted", reason="r", on=TODAY),
        act("reopen_matter", "opening", **of, version=lambda: Matter.objects.get(pk=matter()).version, reason="r"),
    ]  # fmt: skip
    assert left_out(operations, story) == set()
    interrupt_each(monkeypatch, "matters", story)

"""What is done on lines, whole or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.legal.response import operations
from rihai.legal.response.models import Telling
from tests.legal.interruption import Act, interrupt_each, left_out
from tests.legal.response.conftest import INSIDE, Office

pytestmark = pytest.mark.django_db


def test_every_act_is_whole_or_has_not_happened(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    line, inside = office.line(office.woman()), office.line(office.bailed(), INSIDE)
    other = office.line(office.woman(full_name="Gul Farzi"))
    today, later = office.today, office.today + timedelta(days=3)

    def act(name: str, who: Account = office.sana, **said: Any) -> Act:
        return Act(name, "line", lambda: office.do(who, getattr(operations, name), row_id=line, **said))

    def tell(name: str, **said: Any) -> Act:
        def do() -> None:
            with as_house():
                key = Telling.objects.get(done_on=None).pk
            office.do(office.sana, getattr(operations, name), telling_id=key, **said)

        return Act(name, "line", do)

    def take_both() -> None:
        def take(key: Any) -> None:
            operations.take(row_id=key, actor=office.ali, at=office.now)

        with acting_as(office.ali):
            operations.act_on_all([line, other], take, actor=office.ali, at=office.now)

    clock = {"row_id": inside, "cause": "bail_not_furnished", "clock": 1, "on": today}
    story = [
        act("take"),
        act("refer", receiver="court", receiver_name="", on=today),
        act("record_refusal", reason="court_merits", level="high", on=today),
        tell("could_not_tell", again_on=later),
        tell("told_her", on=today, how_is="calm"),
        act("file_petition", court="Sessions Court", number="", on=today, ground="new"),
        act("park", until=later),
        act("record_grant", on=today),
        act("add_note", note="kept"),
        act("offer", account_id=office.ali.pk),
        act("decline", office.ali),
        act("offer", account_id=office.ali.pk),
        act("accept", office.ali),
        act("assign", office.chief, account_id=office.sana.pk),
        act("close"),
        act("take"),
        act("give_back"),
        Act("act_on_all", "line", take_both),
        Act("did_clock_act", "clocks", lambda: office.do(office.sana, operations.did_clock_act, **clock)),
    ]
    assert left_out(operations, story) == set()
    interrupt_each(monkeypatch, "response", story)

"""No page of matters answers 500 whatever is sent to it, with real matters behind every address."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import cycle

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Posting
from rihai.legal.matters.models import Matter
from rihai.legal.matters.operations import (
    ask_for_paper,
    keep_surety,
    list_hearing,
    record_bail,
    record_order,
)
from rihai.legal.matters.urls import urlpatterns
from tests.house.addresses import addresses
from tests.house.test_fuzz import NASTY, fields_of
from tests.legal.matters.office import Office

pytestmark = pytest.mark.django_db


def _keys(office: Office, matter: Matter) -> dict[str, str]:
    """A key that is there for each address, by the name of the address."""
    today, actor = timezone.localdate(), office.lawyer
    party = office.client(matter)
    with acting_as(actor):
        at = timezone.now()
        said = {"listed_on": today - timedelta(days=1), "purpose": "bail"}
        hearing = list_hearing(matter_id=matter.pk, said=said, actor=actor, at=at)
        granted = {"granted_on": today, "amount": Decimal(1)}
        order = record_bail(matter_id=matter.pk, party_id=party.pk, said=granted, actor=actor, at=at)
        surety = keep_surety(order_id=order.pk, surety_id=None, said={"name": "Zahid"}, actor=actor, at=at)
        owed = {"kind": "fine", "amount": Decimal(9), "ordered_on": today, "default_days": 9, "default_from": today}
        money = record_order(matter_id=matter.pk, party_id=party.pk, said=owed, actor=actor, at=at)
        asked = {"asked_of": "the prison", "asked_on": today}
        paper = ask_for_paper(matter_id=matter.pk, party_id=None, kind="fir", said=asked, actor=actor, at=at)
    of_row = {
        "vakalatnama": party, "matter-paper": paper, "hearing": hearing, "hearing-record": hearing, "bail": order,
        "surety-new": order, "surety": surety, "money": money, "payment": money,
    }  # fmt: skip
    return {f"legal:{one.name}": str(of_row.get(str(one.name), matter).pk) for one in urlpatterns}


def test_no_page_of_matters_answers_500_whatever_is_sent(office: Office) -> None:
    Posting.objects.create(
        account=office.lawyer, role="supervisor", started_on=timezone.localdate() - timedelta(days=9)
    )
    keys = _keys(office, office.open(at=timezone.now() - timedelta(minutes=9)))
    client = Client()
    client.force_login(office.lawyer, backend=settings.AUTHENTICATION_BACKENDS[-1])
    nasty = cycle(NASTY)
    for one in addresses():
        if one.name not in keys:
            continue
        path = one.filled({"uuid": keys[one.name], "str": "nobody"})
        path += f"?person={office.nargis.pk}" if one.name == "legal:matter-open" else ""
        fields = fields_of(client.get(path, {"page": next(nasty), "day": next(nasty)} if "?" not in path else None))
        for offered in (True, False):
            sent = {name: values[-1] if values and offered else next(nasty) for name, values in fields.items()}
            with transaction.atomic():
                assert client.post(path, sent).status_code < 500, (path, sent)
                transaction.set_rollback(True)

"""Two who write the same in one instant: what the look before the act did not see, the database refuses in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from rihai.accounts.operations.house import as_house
from rihai.preparedness.drills import scheduling
from rihai.preparedness.errors import NotSo
from rihai.preparedness.models import ContingencyPlan, DrillRule, Item, PostHolder, Procedure
from rihai.preparedness.plans import operations as plans
from rihai.preparedness.posts import operations as posts
from rihai.preparedness.procedures import operations as procedures
from rihai.preparedness.stores import operations as stores
from tests.preparedness.procedures.test_procedure import sop
from tests.preparedness.procedures.world import TODAY, Office, make_office


@pytest.fixture
def office(db: None) -> Iterator[Office]:
    """Two directors of one prison."""
    made = make_office()
    with as_house():
        yield made


def test_the_second_of_two_at_one_instant_is_told_so_and_the_first_stands(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(procedures, "_refuse_unsaid", lambda *_said: None)
    monkeypatch.setattr(posts, "_end", lambda *_said: False)
    store = office.does(stores.keep_store, said={"place": office.prison, "name": "Main", "kept_by": "Keeper"})
    masks = {"name": "Masks", "sort": "protection", "unit": "pieces", "minimum": 5}
    holder = {"post": "medical", "name": "Dr Farzi", "started_on": TODAY}
    rule = {"place": office.prison, "hazard": "fire", "every": 6, "started_on": date(2027, 1, 1)}
    monkeypatch.setattr(DrillRule.objects, "filter", lambda **_said: DrillRule.objects.none())
    acts: list[tuple[type[Any], Callable[[], Any], str]] = [
        (Procedure, lambda: sop(office), "number already"),
        (PostHolder, lambda: office.does(posts.give_post, place_id=office.prison.pk, said=holder), "just now"),
        (Item, lambda: office.does(stores.keep_item, store_id=store.pk, said=masks), "that name already"),
        (ContingencyPlan, lambda: office.does(plans.begin_plan, place_id=office.prison.pk, hazard="fire"), "already"),
        (DrillRule, lambda: office.does(scheduling.set_rule, said=rule), "just now"),
    ]
    for table, act, says in acts:
        act()
        with pytest.raises(NotSo, match=says):
            act()
        assert table.objects.count() == 1, table

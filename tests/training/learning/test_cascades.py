"""Who trained whom, in counts: each session once, each person once, no branch that turns back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.training.cascades.operations import say_trained
from rihai.training.cascades.queries import held
from rihai.training.cascades.tree import Held, generations, people_of, roots, tree
from rihai.training.errors import NotSo
from tests.training.learning.world import TODAY, Desk, signed_in

FIRST = date(2026, 1, 1)
KEYS = st.frozensets(st.integers(0, 4), max_size=3)
SESSIONS = st.lists(st.tuples(st.integers(0, 60), KEYS, KEYS, KEYS), min_size=1, max_size=7)


@settings(max_examples=30, deadline=None)
@given(SESSIONS)
def test_each_session_stands_once_in_a_tree_and_later_than_what_it_hangs_on(
    said: list[tuple[int, frozenset[int], frozenset[int], frozenset[int]]],
) -> None:
    every = [
        Held(key, FIRST + timedelta(days=on), FIRST + timedelta(days=on + 2), led, made - led, people)
        for key, (on, led, made, people) in enumerate(said)
    ]
    found = roots(every)
    assert bool(found) is any(one.made for one in every)
    for root in found:
        lines = tree(root, every)
        assert len({one.session.key for one in lines}) == len(lines)
        for at, line in enumerate(lines[1:], 1):
            above = next(one for one in reversed(lines[:at]) if one.depth == line.depth - 1)
            assert any(one.session.leads_to(line.session) for one in lines if one.depth == line.depth - 1)
            assert above.session.until < line.session.on
        counted = generations(lines)
        assert sum(one.sessions for one in counted) == len(lines)
        whole = people_of([one.session for one in lines])
        assert max(one.people for one in counted) <= whole <= sum(one.people for one in counted)


@pytest.mark.django_db
def test_what_a_trained_trainer_teaches_hangs_on_the_session_they_came_out_of(desk: Desk) -> None:
    first = desk.session(on=TODAY - timedelta(days=90))
    desk.enrol(first, "Asma Farzi", "Bilal Farzi")
    asma = desk.taught("Asma Farzi")
    desk.does(say_trained, session_id=first.pk, trainer_id=asma.pk)
    for trainer, session in ((asma, first), (desk.taught(account=desk.trainer), first)):
        with pytest.raises(NotSo):
            desk.does(say_trained, session_id=session.pk, trainer_id=trainer.pk)
    second, third = (desk.session(on=TODAY - timedelta(days=days), by="Asma Farzi") for days in (60, 30))
    desk.enrol(second, "Dua Farzi", "Erum Farzi")
    desk.enrol(third, "Dua Farzi", "Faiz Farzi")
    desk.enrol(third, "Gul Farzi", came=False)
    known = held()
    (root,) = roots(known.values())
    found = generations(tree(root, known.values()))
    assert root.key == first.pk
    assert [(one.depth, one.sessions, one.people, one.trainers) for one in found] == [(0, 1, 2, 1), (1, 2, 3, 0)]
    page = signed_in(desk.judge).get("/training/cascades/").content.decode()
    assert "5 different people in all" in page
    assert "Dua Farzi" not in page

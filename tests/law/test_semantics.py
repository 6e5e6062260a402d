"""The engine against the reference semantics: no possible world is contradicted, and Kleene never knows more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest

from rihai.law import tree as t
from rihai.law.columns import static_ask
from rihai.law.engine import Finding, ReadyProvision, row_builder
from rihai.law.graph import Graph
from rihai.law.provision import Provision
from rihai.law.signs import split_values
from rihai.law.tree import facts_of, leaves
from tests.law import judge, trees
from tests.law.leaf import written

CHUNKS, TREES, DAYS = 6, 110, 5
SINCE = date(2026, 1, 1)


class Trial(NamedTuple):
    """One drawn provision with its record, the judged tree, a day and what the engine says on it."""

    seed: int
    provision: Provision
    facts: dict[str, object]
    judged: judge.Judged
    split: bool
    day: int
    finding: Finding

    def __str__(self) -> str:
        version = self.provision.versions[0]
        nodes = {name: condition.node for name, condition in version.conditions.items()}
        known = {fact: self.facts.get(written(fact)) for fact in _asked(self)}
        lists = f"{version.applies_to} {version.ways} {version.unless}"
        return (
            f"seed {self.seed}, day {self.day}: {self.finding.outcome} {lists} {nodes} {known} {self.finding.missing}"
        )

    def kleene(self, day: int) -> bool | None:
        return judge.kleene(self.judged, day, {})


def judged_of(provision: Provision, facts: dict[str, object]) -> judge.Judged:
    """A provision as one tree: some way, with every condition that must hold and no exception."""
    reader = judge.Reader(facts)
    version = provision.versions[0]
    ways = [judge.Joined("all", tuple(map(reader.read, nodes))) for nodes in trees.ways_of(version)]
    return judge.Joined("any", tuple(ways))


def ready(provision: Provision) -> ReadyProvision:
    return ReadyProvision(Graph(), provision, provision.versions[0], SINCE)


def find(provision: Provision, facts: dict[str, object], days: list[int]) -> list[Finding]:
    """The engine's findings on some days."""
    one = ready(provision)
    person, case = trees.as_person(facts)
    rows = row_builder([one], None)
    return [one.find(rows.build(person, case, day), day, "1") for day in days]


def trials(chunk: int) -> Iterator[Trial]:
    for seed in range(chunk * TREES, (chunk + 1) * TREES):
        draw = trees.Draw(seed)
        provision, facts = draw.provision(f"p{seed}"), draw.record()
        version = provision.versions[0]
        turns = trees.turning_days(version, facts) or [19800]
        days = [draw.choice(turns) + draw.choice([-1, 0, 1]) for _ in range(DAYS)]
        split = any(split_values(nodes) for nodes in trees.ways_of(version))
        judged = judged_of(provision, facts)
        for day, finding in zip(days, find(provision, facts, days), strict=True):
            yield Trial(seed, provision, facts, judged, split, day, finding)


@pytest.fixture(scope="module", params=range(CHUNKS))
def drawn(request: pytest.FixtureRequest) -> list[Trial]:
    return list(trials(request.param))


def says(finding: Finding) -> bool | None:
    """What an outcome claims: true, false, or neither."""
    return {"met": True, "arguable": None, "cannot_tell": None}.get(finding.outcome, False)


def test_no_possible_world_is_contradicted(drawn: list[Trial]) -> None:
    settled = 0
    for trial in drawn:
        claim = says(trial.finding)
        if claim is None:
            continue
        settled += 1
        for world in judge.some_worlds(trial.judged, 60, trees.Draw(trial.seed)):
            assert judge.holds_in(trial.judged, trial.day, world) is claim, f"{trial} {world}"
    assert settled > len(drawn) / 4


def test_where_no_fact_is_split_the_answer_is_that_of_kleene(drawn: list[Trial]) -> None:
    for trial in drawn:
        if not trial.split:
            assert says(trial.finding) is trial.kleene(trial.day), str(trial)


def test_the_engine_never_knows_less_than_kleene(drawn: list[Trial]) -> None:
    for trial in drawn:
        known = trial.kleene(trial.day)
        assert known is None or says(trial.finding) is known, str(trial)


def test_arguable_is_kleene_with_open_court_matters_in_the_persons_favour(drawn: list[Trial]) -> None:
    for trial in drawn:
        if not trial.split and says(trial.finding) is None:
            argued = judge.arguable(trial.judged, trial.day)
            assert (trial.finding.outcome == "arguable") is argued, str(trial)


def test_a_day_given_is_the_day_on_which_the_answer_turns(drawn: list[Trial]) -> None:
    for trial in drawn:
        if not trial.split:
            _check_days(trial)


def _check_days(trial: Trial) -> None:
    finding, answer = trial.finding, trial.kleene
    since, due_on, until = finding.since, finding.due_on, finding.until
    if finding.outcome == "not_applicable":
        assert since is due_on is until is None
        return
    if since is not None and finding.outcome == "met":
        assert since <= trial.day
        assert answer(since) is True, str(trial)
        assert answer(since - 1) is not True, str(trial)
    if since is not None and finding.outcome == "cannot_tell":
        assert since <= trial.day
        assert answer(since) is not False, str(trial)
        assert answer(since - 1) is False, str(trial)
    if since is not None and finding.outcome == "arguable":
        assert judge.arguable(trial.judged, since), str(trial)
        assert not judge.arguable(trial.judged, since - 1), str(trial)
    if due_on is not None:
        assert due_on > trial.day
        wanted = (None, True) if finding.outcome == "not_yet" else (True,)
        assert answer(due_on) in wanted, str(trial)
        assert answer(due_on - 1) not in wanted, str(trial)
    if until is not None:
        assert until > trial.day, str(trial)
        assert answer(until) is False, str(trial)
        assert answer(until - 1) is not False, str(trial)


def test_what_is_missing_is_what_the_answer_depends_on(drawn: list[Trial]) -> None:
    judged = 0
    for trial in drawn:
        if trial.finding.outcome not in {"cannot_tell", "arguable"} or _some_fact_stands_twice(trial):
            continue
        judged += 1
        matters = {static_ask(name) for name in judge.matters(trial.judged, trial.day)}
        assert matters <= set(trial.finding.missing), f"{trial} {matters}"
        if "hours_alone" in _asked(trial):
            continue  # a quarter of whole months leaps over days, so that a day asked for may not be met by any number
        assert set(trial.finding.missing) == matters, f"{trial} {matters}"
    assert judged


def _asked(trial: Trial) -> list[str]:
    ways = trees.ways_of(trial.provision.versions[0])
    return [fact for nodes in ways for node in nodes for leaf, _ in leaves(node) for fact in facts_of(leaf)]


def _some_fact_stands_twice(trial: Trial) -> bool:
    asked = _asked(trial)
    return len(asked) > len(set(asked)) or len(trial.provision.versions[0].ways) > 1


def _one_tree(seed: int, node: t.Node, facts: dict[str, object]) -> Iterator[Trial]:
    provision = trees.provision_for(node)
    version = provision.versions[0]
    draw = trees.Draw(seed)
    turns = trees.turning_days(version, facts) or [19800]
    days = [draw.choice(turns) + draw.choice([-1, 0, 1]) for _ in range(DAYS)]
    split = any(split_values(nodes) for nodes in trees.ways_of(version))
    judged = judged_of(provision, facts)
    for day, finding in zip(days, find(provision, facts, days), strict=True):
        yield Trial(seed, provision, facts, judged, split, day, finding)


def test_a_fact_of_both_signs_is_settled_as_the_possible_worlds_settle_it() -> None:
    settled = 0
    for seed in range(300):
        draw = trees.Draw(seed)
        node, facts = draw.split_tree(), draw.record()
        for fact in {fact for leaf, _ in leaves(node) for fact in facts_of(leaf)} & {*trees.YES_NO, "legal_counsel"}:
            facts.pop(fact, None)
        for trial in _one_tree(seed, node, facts):
            assert trial.split
            told = {
                judge.holds_in(trial.judged, trial.day, world)
                for world in judge.some_worlds(trial.judged, 400, trees.Draw(seed))
            }
            claim = says(trial.finding)
            assert claim is None or told == {claim}, str(trial)
            known = trial.kleene(trial.day)
            assert known is None or claim is known, str(trial)
            settled += claim is not None and known is None
    assert settled > 20


def test_of_one_leaf_alone_exactly_what_it_depends_on_is_missing() -> None:
    judged = 0
    for seed in range(500):
        draw = trees.Draw(seed)
        node, facts = draw.choice([draw.begins, draw.ends])(), draw.record()
        if (
            seed % 2
        ):  # a table, its keys not known and its date known in part: a key may not matter where rows are alike
            node = t.Since("fir_date", t.Amount(table=draw.table()), True)
            facts.pop("sex", None)
            facts["fir_date"] = {"earliest": "2024-02-20", "latest": "2024-03-10"}
        if "hours_alone" in facts_of(node):  # type: ignore[arg-type]
            continue
        for trial in _one_tree(seed, node, facts):
            if trial.finding.outcome in {"cannot_tell", "arguable"}:
                judged += 1
                matters = {static_ask(name) for name in judge.matters(trial.judged, trial.day)}
                assert set(trial.finding.missing) == matters, f"{trial} {matters}"
    assert judged > 100

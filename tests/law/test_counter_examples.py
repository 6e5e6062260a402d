"""The cases by which simpler algebras of days went wrong: each is kept by name."""

from __future__ import annotations

from datetime import date
from typing import Any as Anything

import pytest

from rihai.days import Span, age_on, born, day_of
from rihai.law.engine import Finding, ReadyProvision, row_builder
from rihai.law.graph import Graph
from rihai.law.provision import Condition, Provision
from rihai.law.signs import split_values
from rihai.law.tree import AgeOn, All, Amount, Any, AnyItem, Is, Node, Not, Since, Table, Until, YesNo, push, shape
from tests.law import trees


def on(text: str) -> int:
    return day_of(date.fromisoformat(text))


def find(provision: Provision, facts: dict[str, Anything], day: str) -> Finding:
    one = ReadyProvision(Graph(), provision, provision.versions[0], date(2026, 1, 1))
    person, case = trees.as_person(facts)
    return one.find(row_builder([one], None).build(person, case, on(day)), on(day), "1")


def years(number: int) -> Amount:
    return Amount(months=12 * number)


UNDER_16 = Until("born", years(16))
WOMAN = Is("sex", frozenset({"female"}))
SICK = YesNo("sick_or_infirm", True)


def test_a_missing_fact_beside_a_condition_that_ends_is_not_met_for_ever() -> None:
    provision = trees.provision_for(Any((UNDER_16, WOMAN, SICK)))
    man_of_thirty: dict[str, Anything] = {"sex": "male", "date_of_birth": "1996-05-01"}

    finding = find(provision, man_of_thirty, "2026-10-01")

    assert finding.outcome == "cannot_tell"
    assert finding.missing == ("sick_or_infirm",)
    assert find(provision, {**man_of_thirty, "sick_or_infirm": False}, "2026-10-01").outcome == "not_met"


def test_a_missing_fact_does_not_hide_the_birthday_of_a_condition_that_ends() -> None:
    provision = trees.provision_for(Any((UNDER_16, WOMAN, SICK)))

    finding = find(provision, {"sex": "male", "date_of_birth": "2012-05-01"}, "2026-10-01")

    assert finding.outcome == "met"


def test_an_empty_span_in_a_union_gives_no_day() -> None:
    # (from 1 June 2026 and until 1 January 2026) or from 1 January 2027: nothing holds in October 2026.
    empty = All((Since("fir_date", Amount(), False), Until("bail_applied_on", Amount())))
    later = Since("convicted_on", Amount(), False)
    facts: dict[str, Anything] = {
        "fir_date": "2026-06-01",
        "bail_applied_on": "2026-01-01",
        "convicted_on": "2027-01-01",
    }

    assert shape(Any((empty, later))) == "two"
    assert find(_ways([empty], [later]), facts, "2026-10-01").outcome == "not_yet"
    assert find(_ways([empty], [later]), facts, "2026-10-01").due_on == on("2027-01-01")


def test_two_spells_are_refused_in_one_condition_and_kept_apart_as_ways() -> None:
    young, old = Until("born", years(18)), Since("born", years(60), False)
    man_of_36: dict[str, Anything] = {"date_of_birth": "1990-03-01"}

    assert shape(push(Any((young, old)))) == "two"
    finding = find(_ways([young], [old]), man_of_36, "2026-10-01")

    assert finding.outcome == "not_yet"
    assert finding.due_on == on("2050-03-01")


def test_neither_under_16_nor_over_60_is_one_span() -> None:
    over_60 = Since("born", years(60), True)
    either = Any((UNDER_16, over_60))
    assert shape(push(either)) == "two"
    assert shape(push(either, negated=True)) == "span"

    provision = trees.provision_for(unless=(either,))

    for day, outcome in (
        ("2026-02-28", "not_yet"), ("2026-03-01", "met"), ("2070-03-01", "met"), ("2070-03-02", "not_met"),
    ):  # fmt: skip
        assert find(provision, {"date_of_birth": "2010-03-01"}, day).outcome == outcome


def test_a_child_outside_does_not_count_as_a_child_under_six_inside() -> None:
    inside = AnyItem("children", All((YesNo("lives_in_prison", True), Until("date_of_birth", years(6)))))
    provision = trees.provision_for(inside)
    small = {"date_of_birth": "2024-12-02"}

    outside = find(provision, {"children": [{**small, "lives_in_prison": False}]}, "2026-10-01")
    within = find(provision, {"children": [{**small, "lives_in_prison": True}]}, "2026-10-01")

    assert outside.outcome == "not_met"
    assert within.outcome == "met"
    assert within.until == on("2030-12-02")


def test_a_fixed_condition_joined_to_an_end_stands_on_the_end_side_of_a_union() -> None:
    capital = YesNo("challan_submitted", True)
    provision = trees.provision_for(Any((All((capital, UNDER_16)), Until("born", years(12)))))

    finding = find(provision, {"date_of_birth": "2012-05-01", "challan_submitted": False}, "2026-10-01")

    assert finding.outcome == "not_met"


def test_a_fact_met_with_both_signs_is_worked_out_for_each_value() -> None:
    capital = YesNo("appeal_filed", True)
    short = All((Since("fir_date", years(1), True), Not(capital)))
    long = All((Since("fir_date", years(2), True), capital))
    provision = trees.provision_for(Any((short, long)))
    assert split_values([push(Any((short, long)))]) == {"appeal_filed": [1, 0]}

    after_thirty_months = find(provision, {"fir_date": "2024-01-31"}, "2026-07-31")
    after_fourteen = find(provision, {"fir_date": "2024-01-31"}, "2025-03-31")

    assert (after_thirty_months.outcome, after_thirty_months.since) == ("met", on("2026-02-01"))
    assert (after_fourteen.outcome, after_fourteen.due_on) == ("cannot_tell", on("2026-02-01"))
    assert after_fourteen.missing == ("appeal_filed",)


def test_as_a_table_of_amounts_the_same_needs_no_split() -> None:
    table = Table(("appeal_filed",), (((False,), 12), ((True,), 24)), (frozenset(),))
    leaf = Since("fir_date", Amount(table=table), True)
    assert split_values([leaf]) == {}

    finding = find(trees.provision_for(leaf), {"fir_date": "2024-01-31"}, "2026-07-31")

    assert (finding.outcome, finding.since) == ("met", on("2026-02-01"))


def test_one_born_on_29_february_is_seventeen_on_28_february_of_a_common_year() -> None:
    day = on("2026-02-28")

    assert age_on(on("2008-02-29"), day) == 18  # the anniversary falls on 28 February 2026
    assert age_on(on("2008-02-29"), day - 1) == 17
    assert born(17, 17, Span(day, day)) == Span(on("2008-03-01"), on("2009-02-28"))


def test_an_age_of_seventeen_stated_on_27_february_leaves_29_february_open() -> None:
    day = on("2026-02-27")

    assert born(17, 17, Span(day, day)) == Span(on("2008-02-28"), on("2009-02-27"))


@pytest.mark.parametrize(
    ("day", "under"), [("2026-02-27", "met"), ("2026-02-28", "not_met"), ("2026-03-01", "not_met")]
)
def test_under_eighteen_ends_on_28_february_for_one_born_on_29_february(day: str, under: str) -> None:
    provision = trees.provision_for(AgeOn("fir_date", "under", 18))

    assert find(provision, {"date_of_birth": "2008-02-29", "fir_date": day}, "2026-10-01").outcome == under


def test_not_turns_a_record_fact_that_is_not_known_into_no_matter_for_the_court() -> None:
    # A leaf of record, not known, stays a matter of record when it is negated.
    both = Any((Not(SICK), Since("fir_date", years(90), True)))
    provision = trees.provision_for(both)

    assert find(provision, {"fir_date": "2026-01-01"}, "2026-10-01").outcome == "cannot_tell"


def test_an_exception_only_the_court_can_judge_is_arguable_while_nobody_asked() -> None:
    hardened = YesNo("court_found_hardened", True)
    conditions = {
        "old": Condition("old", Since("fir_date", years(1), True), trees.WORDS, False),
        "hardened": Condition("hardened", hardened, trees.WORDS, True),
    }
    provision = trees.provision_of("p", trees.version_of(conditions, (), (("old",),), ("hardened",)))

    finding = find(provision, {"fir_date": "2025-01-01"}, "2026-10-01")

    assert (finding.outcome, finding.since) == ("arguable", on("2026-01-02"))
    assert finding.missing == ("court_found_hardened",)


def test_ways_that_touch_are_one_spell() -> None:
    first = Until("fir_date", Amount())
    second = Since("fir_date", Amount(), False)
    provision = _ways([first, Since("bail_applied_on", Amount(), False)], [second, Until("convicted_on", Amount())])
    facts: dict[str, Anything] = {
        "bail_applied_on": "2026-01-01",
        "fir_date": "2026-02-01",
        "convicted_on": "2026-03-01",
    }

    for day in ("2026-01-10", "2026-02-10"):
        finding = find(provision, facts, day)
        assert (finding.outcome, finding.since, finding.until) == ("met", on("2026-01-01"), on("2026-03-01"))


def test_a_spell_to_come_ends_before_the_one_after_it() -> None:
    before: list[Node] = [Since("bail_applied_on", Amount(), False), Until("fir_date", Amount())]
    after: list[Node] = [Since("convicted_on", Amount(), False), Until("appeal_filed_on", Amount())]
    facts: dict[str, Anything] = {
        "bail_applied_on": "2026-02-01", "fir_date": "2026-03-01",
        "convicted_on": "2026-05-01", "appeal_filed_on": "2026-06-01",
    }  # fmt: skip

    finding = find(_ways(before, after), facts, "2026-01-01")

    assert (finding.outcome, finding.due_on, finding.until) == ("not_yet", on("2026-02-01"), on("2026-03-01"))


def _ways(*ways: list[Node]) -> Provision:
    """A provision of alternative lists of conditions."""
    conditions: dict[str, Condition] = {}
    lists = []
    for nodes in ways:
        names = [f"c{len(conditions) + index}" for index in range(len(nodes))]
        conditions |= {name: Condition(name, node, trees.WORDS, False) for name, node in zip(names, nodes, strict=True)}
        lists.append(tuple(names))
    return trees.provision_of("p", trees.version_of(conditions, (), tuple(lists)))

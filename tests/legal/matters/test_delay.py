"""The chart of days lost by adjournments: by whose act, from day to day, and nothing attributed that is not said."""

from __future__ import annotations

from django.utils import translation

from rihai.legal.matters.delay import Adjournment, delay_chart, from_facts, why_text
from tests.legal.matters.office import day


def test_each_adjournment_runs_to_the_day_it_was_put_off_to_and_no_further_than_the_next() -> None:
    chart = delay_chart(
        [
            Adjournment(day("2026-05-01"), day("2026-05-15"), "prosecution", "witness_absent"),
            Adjournment(day("2026-05-15"), day("2026-06-20"), "court", "judge_absent"),
            Adjournment(day("2026-06-10"), day("2026-06-17"), "accused", "defence_absent"),  # heard early after all
            Adjournment(day("2026-06-17"), None, "", ""),
        ],
        as_of=day("2026-07-01"),
    )
    # 1 to 15 May: 14; 15 May to 10 June: 16 + 10 = 26; 10 to 17 June: 7; 17 June to 1 July: 14, by nobody named
    assert [row.days for row in chart.rows] == [14, 26, 7, 14]
    assert chart.by == {"accused": 7, "prosecution": 14, "court": 26, "other": 0, "": 14}
    assert (chart.days, chart.not_by_accused) == (61, 54)


def test_a_day_to_come_counts_up_to_today_alone_and_two_entries_of_one_day_are_one() -> None:
    twice = [
        Adjournment(day("2026-05-01"), day("2026-06-01"), "court"),
        Adjournment(day("2026-05-01"), day("2026-06-01"), "prosecution"),
        Adjournment(day("2026-05-20"), day("2026-05-25"), "court"),
    ]
    chart = delay_chart(twice, as_of=day("2026-05-11"))
    assert [(row.days, row.by) for row in chart.rows] == [(10, "prosecution")]
    assert delay_chart([], as_of=day("2026-05-11")).days == 0


def test_the_facts_of_a_record_become_a_chart_in_both_languages() -> None:
    items = [
        {"on": "2026-05-15", "asked_by": "court", "reason": "judge on leave or post vacant"},
        {"on": "2026-05-01", "asked_by": "accused"},
        {"on": "2026-05"},
        "nonsense",
    ]
    chart = delay_chart(from_facts(items, next_hearing_on=day("2026-06-01")), as_of=day("2026-09-01"))
    assert [(row.by, row.days) for row in chart.rows] == [("accused", 14), ("court", 17)]
    with translation.override("ur"):
        table = chart.as_table()
        assert why_text("judge on leave or post vacant") == why_text("judge_absent") != "judge_absent"
    assert table.total_row is not None
    assert table.total_row[2] == 31
    assert why_text("file burnt") == "file burnt"

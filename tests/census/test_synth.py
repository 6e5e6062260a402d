"""The invented prison: like the published ones in the sum, the same for a seed, and true to what it says of itself."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import rihai.law
from rihai.census.read import read_census
from rihai.census.synth import InventedCensus, TrueRow, figures, invent_census, invent_records
from rihai.census.synth.faults import FAULTS
from rihai.days import age_on, day_of, read_date, read_term
from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS, Fact
from rihai.offences import OffenceTable

AS_OF = date(2026, 10, 1)


@cache
def people(n: int = 12_000) -> list[dict[str, Any]]:
    return list(invent_records(n, 1, AS_OF))


@cache
def census(mess: float = 1.0) -> InventedCensus:
    return invent_census(1_200, 3, as_of=AS_OF, mess=mess)


def share(of: str, value: object) -> float:
    return len([record for record in people() if record.get(of) == value]) / len(people())


def test_the_same_seed_gives_the_same_people_and_more_begin_alike() -> None:
    few, more = list(invent_records(50, 9, AS_OF)), list(invent_records(80, 9, AS_OF))
    assert few == more[:50]
    assert few != list(invent_records(50, 10, AS_OF))


def test_the_same_seed_gives_the_same_bytes() -> None:
    first, second = (invent_census(40, 5, as_of=AS_OF) for _ in range(2))
    assert first.content == second.content
    assert first.truth == second.truth


def test_shares_are_those_published() -> None:
    statuses = Counter(record["cases"][0]["legal_status"] for record in people())
    assert statuses["under_trial"] / len(people()) == pytest.approx(figures.UNDER_TRIAL, abs=0.02)
    assert statuses["condemned"] / len(people()) == pytest.approx(figures.CONDEMNED, abs=0.01)
    assert share("sex", "female") == pytest.approx(figures.WOMEN, abs=0.005)
    assert sum("other_identity" in record for record in people()) / len(people()) == pytest.approx(
        figures.FOREIGN, abs=0.005
    )


def test_times_under_trial_are_those_published() -> None:
    waits = [
        day_of(AS_OF) - day_of(date.fromisoformat(case["arrested_on"]))
        for record in people()
        for case in record["cases"]
        if case["legal_status"] == "under_trial" and "arrested_on" in case
    ]
    over = {years: sum(wait > 365 * years for wait in waits) / len(waits) for years in (1, 3)}
    assert over[1] == pytest.approx(16_696 / 55_903, abs=0.06)
    assert over[3] == pytest.approx(2_736 / 55_903, abs=0.03)


def test_murder_and_narcotics_lead() -> None:
    sections = Counter(record["cases"][0]["charges"][0]["section"] for record in people())
    assert [section for section, _ in sections.most_common(2)] == ["302", "9"]


@pytest.mark.parametrize("fact", ["cnic", "date_of_birth", "nationality", "sex", "illness", "admitted_on"])
def test_two_to_eight_in_a_hundred_facts_are_not_known(fact: str) -> None:
    unknown = sum(fact not in record for record in people() if "other_identity" not in record) / len(people())
    assert 0.015 < unknown < 0.09


def test_every_identity_number_begins_with_nine_and_ends_as_the_sex_does() -> None:
    numbers = [record["cnic"] for record in people() if "cnic" in record]
    assert len(set(numbers)) == len(numbers)
    assert all(len(number) == 13 and number[0] == "9" for number in numbers)
    assert all(
        int(record["cnic"][-1]) % 2 == 0 for record in people() if record.get("sex") == "female" and "cnic" in record
    )


def test_juveniles_were_so_on_the_day_of_their_arrest_and_nobody_was_a_small_child() -> None:
    for record in people(3_000):
        if "date_of_birth" in record and "arrested_on" in record["cases"][0]:
            born = day_of(date.fromisoformat(record["date_of_birth"]))
            assert age_on(born, day_of(date.fromisoformat(record["cases"][0]["arrested_on"]))) >= 14


def test_days_stand_in_their_order() -> None:
    for record in people(3_000):
        case = record["cases"][0]
        order = ["fir_date", "arrested_on", "convicted_on", "appeal_filed_on"]
        days = [case[name] for name in order if name in case] + [AS_OF.isoformat()]
        assert days == sorted(days)
        if "admitted_on" in record and "arrested_on" in case:
            assert case["arrested_on"] <= record["admitted_on"] <= AS_OF.isoformat()


def test_records_are_written_to_the_dictionary_of_facts() -> None:
    for record in people(3_000):
        assert not list(_strangers(record))
        assert json.loads(json.dumps(record)) == record


def _strangers(record: Mapping[str, Any]) -> Iterator[str]:
    person = {name: value for name, value in record.items() if name != "cases"}
    yield from _wrong(person, PERSON_FACTS)
    for case in record["cases"]:
        yield from _wrong({name: value for name, value in case.items() if name != "case_id"}, CASE_FACTS)


def _wrong(facts: Mapping[str, Any], known: Mapping[str, Fact]) -> Iterator[str]:
    for name, value in facts.items():
        fact = known.get(name)
        if fact is None or not _fits(fact, value):
            yield name
        elif fact.kind == "list":
            for item in value:
                yield from _wrong(item, LIST_FACTS[name])


def _fits(fact: Fact, value: Any) -> bool:
    if fact.kind in {"code", "codes"}:
        return fact.free or set([value] if isinstance(value, str) else value) <= set(fact.codes)
    fits = {
        "date": read_date(value) is not None,
        "term": read_term(value) is not None,
        "yes_no": isinstance(value, bool),
    }
    kinds = {"number": int, "money": int, "text": str, "list": list}
    return fits[fact.kind] if fact.kind in fits else isinstance(value, kinds[fact.kind])


def test_a_tidy_list_has_nobody_spoilt_and_a_messy_one_every_kind() -> None:
    tidy, messy = census(0.0), invent_census(4_000, 3, as_of=AS_OF, mess=3.0)
    assert not any(row.faults for row in tidy.truth)
    met = {name for row in messy.truth for name in row.faults}
    assert {fault.name for fault in FAULTS} <= met
    assert {"duplicate_of_earlier", "accepted_with_warnings_of_earlier"} <= met


def test_the_reading_finds_every_row_to_be_what_it_is() -> None:
    table = OffenceTable.read(Path(rihai.law.__path__[0], "packs", "pakistan", "offences.csv").read_text("utf-8"))
    for mess in (0.0, 1.0):
        invented = census(mess)
        reading = read_census(
            invented.content, invented.name, layout=None, census_day=None, offences=table, defaults={}
        )
        read = [
            (row.sheet, row.row, row.verdict, (row.of_sheet or row.sheet, row.of) if row.of else None)
            for row in reading.rows
        ]
        assert read == [row[:4] for row in invented.truth]
        assert reading.census_day == AS_OF


def test_an_accepted_row_gives_the_persons_facts_back() -> None:
    invented = census()
    reading = read_census(invented.content, invented.name, layout=None, census_day=None, offences=None, defaults={})
    same_of_person = ("sex", "cnic", "other_identity", "nationality", "admitted_on", "previous_convictions", "illness")
    same_of_case = (
        "fir_number",
        "fir_date",
        "arrested_on",
        "convicted_on",
        "next_hearing_on",
        "sentences",
        "fine",
        "court_type",
    )
    accepted = [(true, row) for true, row in zip(invented.truth, reading.rows, strict=True) if _untouched(true)]
    assert len(accepted) > 600
    for true, row in accepted:
        assert true.person is not None
        record, read = invented.records[true.person], row.facts
        assert [read.get(name) for name in same_of_person] == [record.get(name) for name in same_of_person]
        case, read_case = record["cases"][0], read["cases"][0]
        assert [read_case.get(name) for name in same_of_case] == [case.get(name) for name in same_of_case]


def _untouched(row: TrueRow) -> bool:
    return row.verdict == "accepted" and not row.faults


def test_languages_choose_the_headings() -> None:
    english = invent_census(30, 2, as_of=AS_OF, languages=("en",))
    urdu = invent_census(30, 2, as_of=AS_OF, languages=("ur",))
    headings = []
    for invented in (english, urdu):
        reading = read_census(invented.content, invented.name, layout=None, census_day=None, offences=None, defaults={})
        headings.append({column.text for mapping in reading.mappings for column in mapping.headings})
    assert any("نام قیدی" in text for text in headings[1])
    assert not any("نام قیدی" in text for text in headings[0])


def test_less_than_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        invent_census(-1, 1, as_of=AS_OF)

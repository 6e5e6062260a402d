"""Lists of a handful of people: what an exact key and rare particulars say does not hang on the length of a list."""

from __future__ import annotations

from typing import Any

from rihai.census.link import link_between


def person(name: str, father: str, fir: str, **facts: Any) -> dict[str, Any]:
    case = {"case_id": f"{fir} City", "fir_number": fir, "police_station": "City", "arrested_on": "2026-01-12"}
    return {"id": name, "full_name": name, "father_or_husband_name": father, "sex": "male", "cases": [case], **facts}


def test_the_prison_number_with_the_fir_joins_a_list_of_one() -> None:
    found = link_between(
        [person("Bilal", "Akram", "2/2026", prison_id="UT-12")], [person("Bilal", "Ikram", "2/2026", prison_id="UT-12")]
    )

    assert [(link.one, link.other) for link in found.sure] == [(0, 0)]


def test_names_father_and_case_join_in_a_short_list_however_spelled() -> None:
    old = [person("Muhammad Ali", "Muhammad Aslam", "1/2026"), person("Bilal", "Akram", "2/2026")]
    new = [person("بلال", "اکرم", "2/2026"), person("Mohd Ali", "Mohd Aslam", "1/2026")]

    assert link_between(old, new).partner == {0: 1, 1: 0}


def test_names_alone_and_brothers_in_one_case_stay_apart_in_a_short_list() -> None:
    another_case = person("Muhammad Ali", "Muhammad Aslam", "9/2026")
    another_case["cases"][0]["arrested_on"] = "2026-05-05"

    assert not link_between([person("Muhammad Ali", "Muhammad Aslam", "1/2026")], [another_case]).sure
    assert not link_between([person("Zarak", "Aslam", "1/2026")], [person("Bilal", "Aslam", "1/2026")]).sure
    short_and_long = [person("Ali", "Aslam", "1/2026"), person("Muhammad Ali", "Aslam", "1/2026")]
    assert not link_between(short_and_long, short_and_long[::-1]).sure

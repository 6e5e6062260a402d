"""Linking: exact keys join, names alone never do, and what contradicts is put before a person."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.census.link import Decisions, Links, keys_of, link_between, link_within, particulars_of, reasons
from rihai.census.link.judgement import SURE
from rihai.census.link.likeness import likeness

Facts = dict[str, Any]
SAJJAD: Facts = {
    "id": "A-1", "full_name": "Sajjad Haider", "father_or_husband_name": "Allah Ditta", "relation_to_named": "son_of",
    "sex": "male", "cnic": "9123456789017", "prison": "District Jail Roshanabad", "prison_id": "UTP-12",
    "date_of_birth": "1988-03-14", "admitted_on": "2026-02-10", "home_district": "Okara",
    "cases": [{"case_id": "1", "fir_number": "51/2026", "police_station": "Saddar", "arrested_on": "2026-02-08"}],
}  # fmt: skip
OTHER_CASE = [{"case_id": "1", "fir_number": "600/2025", "police_station": "City", "arrested_on": "2025-11-02"}]


def person(**facts: Any) -> Facts:
    """Sajjad with other facts; a fact that is None is not known."""
    return {name: value for name, value in {**SAJJAD, **facts}.items() if value is not None}


def others(count: int) -> list[Facts]:
    """People who have nothing to do with him."""
    names = ("Bilal Khan", "Imran Abbas", "Waseem Akhtar", "Zubair Latif", "Hamza Raza")
    return [
        {
            "id": f"X-{at}", "full_name": names[at % 5], "father_or_husband_name": names[(at + 2) % 5],
            "relation_to_named": "son_of", "sex": "male", "cnic": f"97{at:011}", "prison": "District Jail Roshanabad",
            "prison_id": f"UTP-{1000 + at}", "date_of_birth": f"19{60 + at % 40}-06-{1 + at % 28:02}",
            "cases": [{"case_id": "1", "fir_number": f"{100 + at}/2025", "arrested_on": f"2025-0{1 + at % 9}-11"}],
        }
        for at in range(count)
    ]  # fmt: skip


def linked(old: Facts, new: Facts, decisions: Decisions | None = None, crowd: int = 200) -> Links:
    """The link of two records at the head of two lists of people who stay."""
    company = others(crowd)
    links = link_between([old, *company], [new, *company], decisions)
    mine = Links(
        tuple(link for link in links.sure if link.one == 0),
        tuple(link for link in links.doubtful if link.one == 0),
        links.left_out,
    )
    assert len(links.sure) - len(mine.sure) == crowd
    return mine


def told(links: Links) -> str:
    return (
        "; ".join(reasons(link, "en")[0] for link in (*links.sure, *links.doubtful))
        + "|"
        + "; ".join(text for link in (*links.sure, *links.doubtful) for text in reasons(link, "en"))
    )


def test_the_same_identity_number_joins_though_prison_and_case_are_others() -> None:
    links = linked(person(), person(id="B", prison="Central Jail Sahilpur", prison_id="9", cases=OTHER_CASE))

    assert links.partner == {0: 0}
    assert "the same identity number (+24.0)" in told(links)


def test_the_same_prison_number_and_fir_join_without_an_identity_number() -> None:
    links = linked(person(cnic=None, date_of_birth=None), person(id="B", admitted_on=None))

    assert links.partner == {0: 0}


def test_a_name_in_urdu_is_the_same_name() -> None:
    urdu = person(id="B", full_name="سجاد حیدر", father_or_husband_name="اللہ دتہ", cnic=None, prison_id=None)

    links = linked(person(), urdu)

    assert links.partner == {0: 0}
    assert "the same father's or husband's name: rare" in told(links)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Sajjad Haider", "سجاد حیدر", "same"),
        ("Sajjad Haider", "Sajad Hyder", "same"),
        ("Kahsif Raza", "Kashif Raza", "slip"),
        ("Kashif", "Kashif Raza", "part"),
        ("Asif Raza", "Arif Raza", "part"),
        ("Akram Raza", "Aslam Raza", "other"),
        ("Muhammad Ali", "Muhammad Umar", "other"),
    ],
)
def test_names_agree_wholly_but_for_a_slip_in_part_or_not(one: str, other: str, level: str) -> None:
    assert (likeness(one, other).level, likeness(other, one).level) == (level, level)


def test_names_alone_never_join() -> None:
    bare = {"full_name": "Sajjad Haider", "father_or_husband_name": "Allah Ditta", "sex": "male"}

    links = linked({"id": "A", **bare}, {"id": "B", **bare})

    assert links.sure == ()


def test_names_with_father_birth_and_arrest_join() -> None:
    few = person(cnic=None, prison_id=None, admitted_on=None)

    assert linked(few, {**few, "id": "B"}).partner == {0: 0}


def test_one_identity_number_under_flatly_different_names_is_doubtful() -> None:
    links = linked(person(), person(id="B", full_name="Ghulam Rasool", prison_id=None, cases=OTHER_CASE))

    assert links.sure == ()
    assert [link.other for link in links.doubtful] == [0]
    assert "different names (-8.0)" in told(links)


def test_a_different_sex_never_joins() -> None:
    links = linked(person(), person(id="B", sex="female"))

    assert links.sure == ()
    assert "different sex (-8.0)" in told(links)


def test_two_identity_numbers_are_never_joined_by_prison_number_and_fir() -> None:
    links = linked(person(), person(id="B", cnic="9765432109871"))

    assert links.sure == ()
    assert "different identity numbers" in told(links)


def test_an_identity_number_with_one_wrong_digit_does_not_part() -> None:
    links = linked(person(), person(id="B", cnic="9123456798017"))

    assert links.partner == {0: 0}


def test_brothers_arrested_together_are_two_people() -> None:
    brother = person(id="B", full_name="Kashif Haider", cnic=None, prison_id="UTP-13", date_of_birth="1991-07-01")

    links = linked(person(cnic=None), brother)

    assert (links.sure, links.doubtful) == ((), ())


def test_namesakes_with_one_fathers_name_are_not_joined() -> None:
    namesake = person(
        id="B", cnic=None, prison_id="UTP-900", date_of_birth="1997-01-02", home_district="Kasur", cases=OTHER_CASE,
        admitted_on="2026-05-01",
    )  # fmt: skip

    assert linked(person(cnic=None), namesake).sure == ()


def test_ages_far_apart_are_told_in_years() -> None:
    links = linked(person(cnic=None), person(id="B", date_of_birth="1997-05-01"))

    assert "the ages differ by 9 years (-9.0)" in told(links)


def test_a_common_name_says_almost_nothing_and_a_rare_father_much() -> None:
    common = person(full_name="Muhammad Khan", cnic=None, prison_id=None)

    links = linked(common, {**common, "id": "B"})
    points = {point.code: point.bits for point in links.sure[0].points}

    assert points["name_same"] < 2
    assert points["father_same"] > 7


def test_a_husbands_name_here_and_a_fathers_there_do_not_contradict() -> None:
    woman = person(full_name="Zainab Bibi", sex="female", relation_to_named="daughter_of", cnic="9123456789012")

    links = linked(
        woman, {**woman, "id": "B", "father_or_husband_name": "Bashir Ahmad", "relation_to_named": "wife_of"}
    )

    assert links.partner == {0: 0}
    assert "a husband's name here, a father's there" in told(links)


def test_two_candidates_equally_near_are_both_put_before_a_person() -> None:
    twice = person(cnic=None)

    links = link_between([twice, *others(200)], [{**twice, "id": "B"}, {**twice, "id": "C"}, *others(200)])

    assert 0 not in links.partner
    assert [(link.other, link.rivals) for link in links.doubtful] == [(0, 1), (1, 1)]
    assert "1 other record comes near" in told(links)


def test_a_person_thrice_in_one_list_is_one_group() -> None:
    same = [
        person(),
        person(id="B", full_name="سجاد حیدر", cnic=None),
        person(id="C", cases=OTHER_CASE, prison_id=None),
    ]

    assert link_within([*others(50), *same]).groups() == [[50, 51, 52]]


def test_two_identity_numbers_are_not_joined_through_a_third_record() -> None:
    numbers = [person(), person(id="B", cnic=None), person(id="C", cnic="9765432109871")]

    links = link_within([*others(50), *numbers])

    assert links.groups() == [[50, 51]]
    assert {(link.one, link.other) for link in links.doubtful if link.other >= 50} == {(50, 52), (51, 52)}


def test_two_numbers_in_one_list_of_one_prison_are_not_joined_by_names_and_case() -> None:
    brother = person(id="B", full_name="Sajad Hyder", cnic=None, prison_id="UTP-13", date_of_birth=None)

    links = link_within([*others(50), person(), brother])

    assert links.groups() == []
    assert (50, 51) in {(link.one, link.other) for link in links.doubtful}


def test_the_place_of_a_record_in_its_list_makes_no_difference() -> None:
    company, mine = others(60), person(cnic=None)

    forwards = link_between([mine, *company], [*company, {**mine, "id": "B"}])
    backwards = link_between([*reversed(company), mine], [{**mine, "id": "B"}, *company])

    assert forwards.partner[0] == 60
    assert backwards.partner[60] == 0
    assert {link.weight for link in forwards.sure} == {link.weight for link in backwards.sure}


def test_decided_the_same_joins_what_nothing_else_would() -> None:
    old, new = person(), {"id": "B", "full_name": "Bhola", "prison": "Sub-Jail Koharabad", "prison_id": "7"}
    decisions = decided("same", old, new)

    links = linked(old, new, decisions)

    assert links.partner == {0: 0}
    assert reasons(links.sure[0], "en")[0] == "a person has said they are the same"


def test_decided_different_is_never_proposed_again() -> None:
    old, new = person(), person(id="B", full_name="Ghulam Rasool")
    assert linked(old, new).doubtful

    links = linked(old, new, decided("different", old, new))

    assert (links.sure, links.doubtful) == ((), ())


def decided(decision: Any, old: Facts, new: Facts) -> Decisions:
    decisions = Decisions()
    decisions.add(decision, *(keys_of(one) for one in particulars_of([old, new])))
    return decisions


DROPPABLE = ("cnic", "prison_id", "date_of_birth", "admitted_on", "home_district", "father_or_husband_name", "sex")


@settings(max_examples=40, deadline=None)
@given(lost=st.sets(st.sampled_from(DROPPABLE)), lost_case=st.sets(st.sampled_from(["fir_number", "arrested_on"])))
def test_knowing_less_never_joins_two_people_and_a_sure_link_is_sure_by_its_weight(
    lost: set[str], lost_case: set[str]
) -> None:
    blank: Facts = dict.fromkeys(lost)
    case = {name: value for name, value in SAJJAD["cases"][0].items() if name not in lost_case}
    brother = person(id="B", full_name="Kashif Haider", cnic="9123456789033", prison_id="UTP-13", cases=[case], **{
        name: value for name, value in blank.items() if name not in {"cnic", "prison_id"}
    })  # fmt: skip

    apart = linked(person(), brother, crowd=30)
    together = linked(person(), person(id="B", cases=[case], **blank), crowd=30)

    assert apart.sure == ()
    assert all(link.weight >= SURE for link in together.sure)
    assert len(together.sure) + len(together.doubtful) <= 1

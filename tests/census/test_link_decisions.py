"""What people decide of two records is kept in a file, found again, and reaches nobody else."""

from __future__ import annotations

import pytest

from rihai.census.link import Decisions, keys_of, particulars_of, read_decisions
from rihai.census.link.particulars import Particulars
from rihai.errors import FileUnreadable, Refused
from tests.census.test_link import person


def of(**facts: object) -> Particulars:
    return next(particulars_of([person(**facts)]))


def kept(decision: str, one: Particulars, other: Particulars) -> Decisions:
    """The decision written to its file and read again."""
    decisions = Decisions()
    decisions.add("same" if decision == "same" else "different", keys_of(one), keys_of(other))
    return read_decisions(decisions.written())


def test_a_decision_is_found_again_by_any_key_and_in_either_order() -> None:
    one, other = of(), of(full_name="Ghulam Rasool", cnic="9765432109871", prison_id="UTP-77")
    decisions = kept("different", one, other)

    assert decisions.on(one, other) == "different"
    assert decisions.on(of(cnic=None), other) == "different"
    assert decisions.on(other, of(prison_id=None, full_name="سجاد حیدر")) == "different"


def test_what_two_different_people_share_does_not_part_one_of_them_from_himself() -> None:
    one, other = of(), of(prison_id="UTP-77", date_of_birth="1991-01-01")
    decisions = kept("different", one, other)

    assert decisions.on(one, other) == "different"
    assert decisions.on(one, of(admitted_on="2026-02-11")) is None
    assert decisions.on(of(prison_id=None, date_of_birth=None), of()) is None


def test_a_decision_does_not_reach_a_namesake() -> None:
    decisions = kept("same", of(), of(full_name="Bhola", cnic=None))

    assert decisions.on(of(cnic="9000000000001", prison_id="8", date_of_birth="1970-01-01", cases=[]), of()) is None


def test_people_whom_nothing_tells_apart_cannot_be_called_different() -> None:
    with pytest.raises(Refused, match="mend the records"):
        Decisions().add("different", keys_of(of()), keys_of(of()))


def test_of_two_decisions_the_later_holds() -> None:
    one, other = of(), of(full_name="Ghulam Rasool", cnic=None, prison_id="5")
    decisions = Decisions()
    decisions.add("different", keys_of(one), keys_of(other))
    decisions.add("same", keys_of(one), keys_of(other))

    assert decisions.on(one, other) == "same"


def test_rows_not_yet_decided_are_passed_over_and_further_columns_allowed() -> None:
    text = "\ufeffdecision,one,other,earlier\n,identity=9|a,identity=8|b,Somebody\n Same ,number=x/1|a,number=x/2|b,\n"

    assert read_decisions(text).rows == [("same", ("number=x/1|a",), ("number=x/2|b",))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one,other\n", 1),
        ("decision,one,other\nperhaps,a|x,b|x\n", 2),
        ("decision,one,other\n,,\nsame,,b|x\n", 3),
        ("decision,one,other\ndifferent,a|x,a|x\n", 2),
    ],
)
def test_a_file_of_decisions_that_cannot_be_read_says_the_line(text: str, line: int) -> None:
    with pytest.raises(FileUnreadable, match=f"Line {line} "):
        read_decisions(text)


def test_a_record_with_hardly_anything_has_a_key_of_all_there_is() -> None:
    bare = next(
        particulars_of([{"id": "1", "full_name": "Sajjad Haider", "age_years": 30, "census_date": "2026-05-01"}])
    )

    assert keys_of(bare) == ("record=sajjad haider//1995-05-02..1996-05-01///",)


def test_two_who_share_every_number_and_sound_alike_can_still_be_called_different() -> None:
    one, other = of(full_name="Siddique"), of(full_name="Sadiq")

    assert set(keys_of(one)[:-1]) == set(keys_of(other)[:-1])
    assert kept("different", one, other).on(one, other) == "different"
    assert kept("different", one, other).on(one, one) is None

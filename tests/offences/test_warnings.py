"""What a reader of charges is warned of."""

from __future__ import annotations

import pytest

from rihai.offences import warn
from tests.offences.pack import day, pakistan


def _codes(charge: dict[str, object], arrested: str | None = None) -> list[str]:
    return [found.code for found in warn(charge, pakistan(), day(arrested) if arrested else None)]


def test_a_repealed_act_is_said() -> None:
    assert _codes({"act": "ZINA_ORD", "section": "10", "sub_limb": "(2)"}) == ["act_repealed"]


def test_an_act_nobody_knows_is_said_and_a_coded_one_is_not() -> None:
    assert _codes({"act": "Customs Act 1969", "section": "156"}) == ["act_not_known"]
    assert _codes({"act": "MPO", "section": "3"}) == []
    assert _codes({"section": "302"}) == []


@pytest.mark.parametrize(
    ("limb", "arrested", "codes"),
    [
        ("(c)", "2023-05-01", ["section_recut"]),
        ("(c)", "2022-09-01", []),
        ("(c)", "2022", []),
        ("(1)3-c", "2023-05-01", []),
        ("", "2023", []),
    ],
)
def test_old_lettering_after_the_section_was_divided_anew_is_said(limb: str, arrested: str, codes: list[str]) -> None:
    assert _codes({"act": "CNSA", "section": "9", "sub_limb": limb}, arrested) == codes


def test_the_problem_shows_the_accusation_as_written() -> None:
    (found,) = warn(
        {"act": "CNSA", "section": "9", "sub_limb": "(c)", "section_text": "9-C CNSA"}, pakistan(), day("2024")
    )
    assert (found.fact, found.raw, found.rejects) == ("charges", "9-C CNSA", False)

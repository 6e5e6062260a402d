"""Nothing private is committed: no path of somebody's machine, no number that could be a living person's."""

from __future__ import annotations

import re

from tests.house.files import place, written

MACHINE = re.compile(r"(?<![\w./:)])/(?:home|root|Users|work|mnt|srv)/[\w.-]+")
IDENTITY = re.compile(r"(?<![\w.])(?:\d{13}|\d{5}-\d{7}-\d)(?![\w.])")


def is_invented(number: str) -> bool:
    """Invented identity numbers begin with 9, which no registry gives out.

    One digit thirteen times, and a number that a spreadsheet has cut off to noughts, are nobody's either.
    """
    digits = number.replace("-", "")
    return digits.startswith(("9", "۹")) or len(set(digits)) == 1 or digits.endswith("000000")


def test_no_path_of_a_machine_is_written_down() -> None:
    found = [
        place(path, number)
        for path in written()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE.search(line)
    ]

    assert found == []


def test_identity_numbers_are_invented() -> None:
    found = [
        place(path, number)
        for path in written()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if any(not is_invented(match.group()) for match in IDENTITY.finditer(line))
    ]

    assert found == []


def test_a_real_looking_number_would_be_found() -> None:
    assert IDENTITY.search("CNIC 1" + "2345-1234567-1")
    assert not is_invented("1" + "234512345671")

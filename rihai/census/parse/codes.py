"""The problems one cell can have: each code once, with what it means and how to mend it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from rihai.facts import Problem
from rihai.paper.cell import Cell


class Code(NamedTuple):
    """A problem's name for machines, whether the row can stand with it, its meaning and its mending for people."""

    code: str
    level: Literal["reject", "warn"]
    meaning: str
    mend: str


_REJECT = (
    ("date_does_not_exist", "There is no such day in the calendar.", "Write the day as the register has it."),
    ("age_impossible", "Nobody has this age.", "Write the age in completed years, 0 to 120, or the date of birth."),
    ("name_unreadable", "There is no name in the cell.", "Write the person's name."),
    ("status_unreadable", "The status is not one we know.", "Write UTP, Convict, Condemned, Detenue or Civil."),
    ("offence_unreadable", "No section of law could be read.", "Write section and Act, such as 302/34 PPC."),
    (
        "sentence_unreadable",
        "The sentence could not be read.",
        "Write it as 10 years RI, as 10-06-00 (y-m-d), Life or Death.",
    ),
)

_WARN = (
    ("date_unreadable", "The text is not a date we can read.", "Write the day as dd-mm-yyyy."),
    ("date_out_of_range", "The year cannot be right.", "Write the year with four digits."),
    (
        "date_order_unclear",
        "Day and month could be either way round; read day first.",
        "Write the month as a word, or confirm the order of dates in this file.",
    ),
    ("month_first", "The date is written month first.", "Write the day as dd-mm-yyyy."),
    (
        "date_order_mixed",
        "The date is written day first in a file that writes the month first.",
        "Write the dates of the file in one order.",
    ),
    (
        "birth_year_only",
        "1 January usually means that only the year of birth is known; only the year is used.",
        "Write the day of birth, or leave as is.",
    ),
    ("age_approximate", "Age is approximate.", "Write the date of birth, or leave as is."),
    ("age_across_18", "The age may be under 18 or over it.", "Find proof of age; the law for juveniles may apply."),
    ("age_unreadable", "The age could not be read.", "Write completed years as a number."),
    (
        "cnic_damaged",
        "The spreadsheet has cut digits off the identity number; they cannot be restored.",
        "Format the column as text and write all 13 digits again.",
    ),
    (
        "cnic_filler",
        "The identity number is a filler, not a number anybody has.",
        "Write the true number, or leave the cell empty.",
    ),
    (
        "cnic_unreadable",
        "The identity number does not have 13 digits.",
        "Write all 13 digits, or passport and its number.",
    ),
    ("sex_unreadable", "The sex could not be read.", "Write female, male or transgender."),
    ("nationality_unreadable", "The text is not a nationality.", "Write the country of citizenship."),
    ("relation_unreadable", "The relation could not be read.", "Write s/o, d/o, w/o or widow of."),
    (
        "two_statuses",
        "Two statuses stand in one row; the first in the column of the status is used.",
        "Give each case a row of its own with its own status.",
    ),
    (
        "status_body_warrant",
        "A body warrant says where the person was sent, not why they are held.",
        "Write the status in this case, such as UTP.",
    ),
    (
        "fir_turned_into_date",
        "The spreadsheet has turned the FIR number into a date.",
        "Format the column as text and write number/year again.",
    ),
    ("fir_unreadable", "No FIR number could be read.", "Write number/year, such as 123/24."),
    (
        "act_not_known",
        "The Act is not in the offence table.",
        "Check the Act's name; until then its offences are not known.",
    ),
    ("act_missing", "The Act is not written.", "Write the Act after the section, such as 302 PPC."),
    ("offence_partly_unread", "Part of the offence could not be read.", "Write each section with its Act."),
    (
        "court_unreadable",
        "The kind of court could not be read.",
        "Write the court's short name, such as ASJ or JM, without the judge's name.",
    ),
    (
        "sentence_partly_unread",
        "Part of the sentence could not be read.",
        "Write each term, fine and term in default apart, such as 10 years RI + fine 50000 i/d 6 M SI.",
    ),
    (
        "bail_unreadable",
        "The state of bail could not be read.",
        "Write granted, refused, or granted but not furnished.",
    ),
    ("money_unreadable", "The amount could not be read.", "Write one amount in figures."),
    (
        "term_unreadable",
        "The length of time could not be read.",
        "Write it as 2-01-10 (years-months-days) or 6 months.",
    ),
    ("number_unreadable", "The number could not be read.", "Write a whole number."),
    ("answer_unreadable", "The answer is neither yes nor no.", "Write yes or no; leave empty if not known."),
    (
        "code_unreadable",
        "The word is not one of those this fact knows.",
        "Write one of the words in the reference of facts.",
    ),
    (
        "remission_converted",
        "Remission in months or years was counted as 30 days a month and 360 a year.",
        "Write the remission in days, as in the remission sheet.",
    ),
    (
        "counsel_unreadable",
        "It is not clear what kind of counsel the person has.",
        "Write private, state, legal aid or none; no name is needed.",
    ),
    (
        "children_unreadable",
        "The number of children could not be read.",
        "Write the number and their ages, such as 1 (2 yrs).",
    ),
    (
        "compensation_kind_unknown",
        "It is not clear whether the money is diyat, arsh or daman.",
        "Write which it is beside the amount.",
    ),
    (
        "remarks_say_left",
        "The remarks say that the person is no longer here.",
        "Check whether the person is still held; remove the row if not.",
    ),
)

CODES: dict[str, Code] = {
    **{code: Code(code, "reject", meaning, mend) for code, meaning, mend in _REJECT},
    **{code: Code(code, "warn", meaning, mend) for code, meaning, mend in _WARN},
}
"""Every problem a cell alone can have, by its code."""


def problem(code: str, cell: Cell, fact: str) -> Problem:
    """The problem `code` about `fact` with the cell's text as its raw value; raises KeyError for an unlisted code."""
    known = CODES[code]
    return Problem(code, known.meaning, known.mend, fact, cell.text, rejects=known.level == "reject")

"""Every problem a census can have: each code once, with its level, what it means and how to mend it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from rihai.census.parse.codes import CODES as CELL_CODES
from rihai.facts import Problem
from rihai.paper.sheets import REFUSALS

Level = Literal["reject", "warn", "duplicate", "file"]


class Entry(NamedTuple):
    """A code's level, meaning and mending. `file` is about a heading or a sheet, and stands on its heading row."""

    level: Level
    meaning: str
    mend: str


_REJECT = {
    "name_missing": ("The name is missing.", "Write the person's name."),
    "status_missing": ("Why the person is held is missing.", "Write UTP, Convict, Condemned, Detenue or Civil."),
    "offence_missing": ("The offence is missing.", "Write section and Act, such as 302/34 PPC."),
    "sentence_missing": (
        "A convict's sentence is missing.",
        "Write it as 10 years RI, as 10-06-00 (y-m-d), Life or Death.",
    ),
    "arrest_after_census": (
        "The arrest is dated after the day of the list.",
        "Check the date of arrest and the day of the list.",
    ),
    "admission_after_census": (
        "The admission is dated after the day of the list.",
        "Check the date of admission and the day of the list.",
    ),
    "sex_contradicted": (
        "Both the relation (such as w/o) and the last digit of the identity number contradict the sex.",
        "Check sex, relation and identity number against the register.",
    ),
    "row_without_headings": (
        "The row stands on a sheet without headings we can read.",
        "Put headings above the columns, or name their row in a layout.",
    ),
}

_WARN = {
    "arrest_date_missing": (
        "The date of arrest is missing; time under trial is counted from it.",
        "Write the date of arrest.",
    ),
    "admission_date_missing": ("The date of admission is missing.", "Write the date of admission."),
    "sentence_date_missing": (
        "The date of the sentence is missing; the sentence cannot be reckoned without it.",
        "Write the date of conviction.",
    ),
    "identity_missing": (
        "The identity number is missing.",
        "Write the 13 digits of the CNIC, or passport and its number.",
    ),
    "sex_against_identity": (
        "The last digit of the identity number is that of the other sex.",
        "Check sex and identity number.",
    ),
    "sex_against_relation": ("The relation (such as w/o) is that of the other sex.", "Check sex and relation."),
    "age_and_birth_disagree": (
        "Age and date of birth disagree; the date of birth is used.",
        "Check both against the register.",
    ),
    "fir_after_arrest": ("The FIR is dated after the arrest.", "Check the dates of FIR and arrest."),
    "admission_before_arrest": (
        "The admission is dated before the arrest.",
        "Check both dates; a body warrant or an older case explains some.",
    ),
    "next_hearing_missing": (
        "Under trial, and no next hearing is fixed.",
        "Write the next date of hearing, or ask the court for one.",
    ),
    "next_hearing_past": (
        "The next hearing is already past on the day of the list.",
        "Write the next date of hearing.",
    ),
    "act_repealed": ("The Act has been repealed.", "Check under which Act the charge stands now."),
    "section_recut": (
        "The section was cut anew before the arrest; this lettering is the old one.",
        "Write the section as the Act has it since then, with the quantity.",
    ),
    "sentence_seems_over": (
        "The sentence, or the prison's own date of release, seems to be over.",
        "Check why the person is still held.",
    ),
    "order_seems_over": ("The period of the order seems to be over.", "Check why the person is still held."),
    "only_money_holds": (
        "Only money seems to keep the person in.",
        "Check the fine, diyat or surety, and who could pay it.",
    ),
    "another_case": ("Another case of a person in an earlier row.", "Nothing, if both cases are right."),
    "other_case_rejected": (
        "Another row of this person was rejected, so that a case may be missing.",
        "Mend that row.",
    ),
    "cases_not_paired": (
        "Several FIRs in one cell, and sections that do not pair up with them: read as one case.",
        "Give each FIR a row of its own.",
    ),
    "cases_share_cells": (
        "Several FIRs stand in one row; what the row says once was taken for each of them.",
        "Give each FIR a row of its own with its own dates.",
    ),
    "identity_number_shared": (
        "An earlier row has this identity number under a name that contradicts; they were not joined.",
        "Check the identity number.",
    ),
    "prison_number_shared": (
        "An earlier row has this prison number under a name that contradicts; they were not joined.",
        "Check the prison number.",
    ),
    "columns_disagree": (
        "Two cells of the row say different things; the column made for it is used.",
        "Check both cells.",
    ),
    "formula_not_calculated": (
        "The cell holds a formula whose result was not stored in the file.",
        "Open the file in a spreadsheet program, save it, and send it again.",
    ),
    "cell_error": ("The cell holds a spreadsheet error.", "Write the value itself."),
}

_DUPLICATE = {
    "duplicate_row": (
        "The same person and case as an earlier row.",
        "Nothing, if both rows mean one person; else check the identity number.",
    ),
}

_FILE = {
    "heading_not_found": (
        "No row of the sheet could be read as headings.",
        "Put headings above the columns, or name their row in a layout.",
    ),
    "heading_ambiguous": (
        "A heading may mean more than one thing, so that its column was not used.",
        "Say in a layout which it is.",
    ),
    "heading_unsure": ("A heading was read by its likeness to one we know.", "Confirm it in a layout."),
    "heading_not_used": (
        "A heading is not known; its column is kept in the remarks.",
        "Say in a layout which fact it is.",
    ),
    "heading_twice": (
        "Two columns stand for the same thing; the later one is kept in the remarks.",
        "Say in a layout which one counts.",
    ),
    "census_day_missing": (
        "The day on which the list was true is not known.",
        "Give the day of the list (--census-day).",
    ),
    "census_day_differs": (
        "The file names two different days for the list.",
        "Give the day of the list (--census-day).",
    ),
    "status_from_title": (
        "The sheet has no column for the status; it was taken from the title.",
        "Confirm it in a layout.",
    ),
    "sex_not_given": (
        "The sheet has no column for the sex; it is not known.",
        "If all are of one sex, confirm it in a layout.",
    ),
    "identity_not_given": (
        "The sheet has no column for identity numbers.",
        "Ask for the numbers; they join the rows of one person.",
    ),
    "hearing_not_given": ("The sheet has no column for the next hearing.", "Ask for the next dates of hearing."),
    "file_order_unclear": (
        "The file does not show whether its dates are day first or month first.",
        "Say in a layout which order the dates have.",
    ),
    "file_month_first": ("The dates of the file are written month first, and were read so.", "Confirm it in a layout."),
    "sheet_left_out": (
        "The layout does not name this sheet, so it was not read.",
        "Name the sheet in the layout if people stand on it.",
    ),
}

CATALOGUE: dict[str, Entry] = {
    **{code: Entry(known.level, known.meaning, known.mend) for code, known in CELL_CODES.items()},
    **{code: Entry("reject", *words) for code, words in _REJECT.items()},
    **{code: Entry("warn", *words) for code, words in _WARN.items()},
    **{code: Entry("duplicate", *words) for code, words in _DUPLICATE.items()},
    **{code: Entry("file", *words) for code, words in _FILE.items()},
}
"""Every code a reading can print, by its name."""


def problem(code: str, fact: str | None = None, raw: str | None = None, detail: str = "") -> Problem:
    """The problem `code`, its meaning followed by `detail`; raises KeyError for a code that is not in the catalogue."""
    entry = CATALOGUE[code]
    message = f"{entry.meaning} {detail}" if detail else entry.meaning
    return Problem(code, message, entry.mend, fact, raw, rejects=entry.level == "reject")


_TITLES: dict[Level, str] = {
    "reject": "The row cannot stand as a record",
    "warn": "The row stands, but someone should look",
    "duplicate": "The row is left out, for it says nothing new",
    "file": "About a heading or a whole sheet",
}


_NO_FILE = "The whole file cannot be read (exit code 3)"


def render_reference() -> str:
    """docs/reference/problem-codes.md as Markdown: every code by level, in alphabetical order."""
    parts = ["# Problem codes", "", "Generated from `rihai/census/problems.py`; do not edit by hand.", ""]
    for level, title in _TITLES.items():
        parts += [f"## {title}", "", "| code | what it means | how to mend it |", "|---|---|---|"]
        entries = sorted((code, entry) for code, entry in CATALOGUE.items() if entry.level == level)
        parts += [f"| `{code}` | {entry.meaning} | {entry.mend} |" for code, entry in entries]
        parts.append("")
    parts += [f"## {_NO_FILE}", "", "| code | what it means | what to do |", "|---|---|---|"]
    parts += [f"| `{code}` | {message} | {mend} |" for code, (message, mend) in sorted(REFUSALS.items())]
    parts.append("")
    return "\n".join(parts)

"""What the person is accused of, read by the room of offences; and the part the person is said to have had."""

from __future__ import annotations

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import is_blank, is_none, is_not_known, plain, tidy
from rihai.census.parse.words import word_parser
from rihai.paper.cell import Cell

parse_role = word_parser(
    "case_role",
    {
        "abettor": r"abett?[oe]r|abetment|\b109\b|اعانت",
        "conspirator": r"conspir|120-?b|سازش",
        "member": r"member|\b14[789]\b|\b34\b",
        "principal": r"principal|main accused|nominated|مرکزی",
    },
    "code_unreadable",
)


def parse_sections(cell: Cell, context: Context) -> Parsed:
    """Sections of law into `charges`; what could not be read of them goes to the rest."""
    from rihai.offences import read_charges

    text = plain(cell.text)
    if is_blank(cell) or is_none(text) or is_not_known(text):
        return Parsed()
    read = read_charges(tidy(cell.text), acts=context.acts)
    if not read.charges:
        return Parsed({}, (problem("offence_unreadable", cell, "charges"),), tidy(cell.text))
    return Parsed({"charges": list(read.charges)})

"""What the person is accused of, read by the room of offences; and the part the person is said to have had."""

from __future__ import annotations

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, plain, tidy
from rihai.census.parse.words import word_parser
from rihai.offences import read_charges
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
    """Sections of law into `charges`; words that belong to none of them go to the rest."""
    text = plain(cell.text)
    if is_blank(cell) or is_none(text) or is_not_known(text):
        return Parsed()
    read = read_charges(tidy(cell.text), acts=context.acts)
    troubles = [(trouble.code, cell._replace(text=trouble.raw or cell.text)) for trouble in read.troubles]
    problems = tuple(problem(code, part, "charges") for code, part in troubles)
    left = " ".join(read.leftovers)
    return Parsed({"charges": read.charges} if read.charges else {}, problems, left if has(r"\w", left) else None)

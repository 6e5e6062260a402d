"""Lengths of time apart from the sentence itself: default term, unexpired portion, remission."""

from __future__ import annotations

import re

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import Parser, is_blank, is_none, is_not_known, plain, tidy
from rihai.days import parse_duration
from rihai.paper.cell import Cell

_MONTH_OF_REMISSION, _YEAR_OF_REMISSION = 30, 360


def term_parser(fact: str) -> Parser:
    """A parser of one length of time; "Nil" is no days. A bare number has no unit and is not read."""

    def parse(cell: Cell, context: Context) -> Parsed:
        del context
        text = plain(cell.text)
        if is_blank(cell) or is_not_known(text):
            return Parsed()
        if is_none(text):
            return Parsed({fact: {"days": 0}})
        term = None if cell.kind == "date" else parse_duration(text)
        if term is None:
            return Parsed({}, (problem("term_unreadable", cell, fact),), tidy(cell.text))
        return Parsed({fact: term})

    return parse


def parse_remission(cell: Cell, context: Context) -> Parsed:
    """Remission earned into `remission_days`.

    Remission is granted in days (Pakistan Prisons Rules 1978, rules 199 to 217). Where a register writes it as years,
    months and days, a month counts 30 days and a year 360, the shortest reading, so that no day is given that was not
    earned; that is said as a problem. A bare number is days.
    """
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if is_none(text):
        return Parsed({"remission_days": 0})
    if re.fullmatch(r"\d{1,5}(?:\.0+)?", text):
        return Parsed({"remission_days": int(float(text))})
    term = None if cell.kind == "date" else parse_duration(text)
    if term is None:
        return Parsed({}, (problem("term_unreadable", cell, "remission_days"),), tidy(cell.text))
    long = term.get("years", 0) * _YEAR_OF_REMISSION + term.get("months", 0) * _MONTH_OF_REMISSION
    problems = (problem("remission_converted", cell, "remission_days"),) if long else ()
    return Parsed({"remission_days": long + 7 * term.get("weeks", 0) + term.get("days", 0)}, problems)

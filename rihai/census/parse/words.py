"""Parsers for cells that hold one of few words, one number, or any text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import Parser, has, is_blank, is_none, is_not_known, is_yes, plain, tidy, whole
from rihai.facts import Fact
from rihai.paper.cell import Cell


def text_parser(fact: str) -> Parser:
    """A parser that keeps the text as it is written; dashes alone say nothing."""

    def parse(cell: Cell, context: Context) -> Parsed:
        del context
        return Parsed() if is_blank(cell) else Parsed({fact: tidy(cell.text)})

    return parse


def word_parser(fact: str, patterns: Mapping[str, str], unread: str | None, *, none: Any = None) -> Parser:
    """A parser that looks for the first of `patterns` (code: regular expression over plain text) in the cell.

    `none` is the value that "Nil" means for this fact (None: it says nothing); `unread` the problem of a cell in which
    nothing is found. Text beyond the word itself, and a text in which nothing was found, goes to the rest.
    """

    def parse(cell: Cell, context: Context) -> Parsed:
        del context
        text = plain(cell.text)
        if is_blank(cell) or is_not_known(text):
            return Parsed()
        if none is not None and is_none(text):
            return Parsed({fact: none})
        for code, pattern in patterns.items():
            if found := re.search(pattern, text):
                beyond = (text[: found.start()] + text[found.end() :]).strip(" .,;:-/()")
                return Parsed({fact: code}, (), tidy(cell.text) if beyond else None)
        return Parsed({}, (problem(unread, cell, fact),) if unread else (), tidy(cell.text))

    return parse


def yes_no_parser(fact: str, *, yes: str = r"(?!)", no: str = r"(?!)") -> Parser:
    """A parser of yes and no, in English and Urdu; `no` (tried first) and `yes` are more patterns that say so."""

    def parse(cell: Cell, context: Context) -> Parsed:
        del context
        text = plain(cell.text)
        if is_blank(cell) or is_not_known(text):
            return Parsed()
        if cell.kind == "bool" or text in {"true", "false"}:
            return Parsed({fact: text == "true" or cell.value is True})
        answer = _answer(text, yes, no)
        if answer is None:
            return Parsed({}, (problem("answer_unreadable", cell, fact),), tidy(cell.text))
        plainly = is_none(text) or is_yes(text) or text in {"0", "1"} or re.fullmatch(rf"(?:{no})|(?:{yes})", text)
        return Parsed({fact: answer}, (), None if plainly else tidy(cell.text))

    return parse


def _answer(text: str, yes: str, no: str) -> bool | None:
    if is_none(text) or text == "0" or has(rf"^no\b|^not\b|^نہیں|{no}", text):
        return False
    if is_yes(text) or text == "1" or has(rf"^yes\b|^y\b|^ہاں|{yes}", text):
        return True
    return None


def read_number(text: str) -> int | float | None:
    """The number that plain text is, thousands in any grouping; None where it is not one number."""
    match = re.fullmatch(r"(-?\d[\d,]*(?:\.\d+)?)", text.strip())
    return whole(float(match[1].replace(",", ""))) if match else None


def number_parser(fact: str) -> Parser:
    """A parser of one number; "Nil" is nought."""

    def parse(cell: Cell, context: Context) -> Parsed:
        del context
        text = plain(cell.text)
        if is_blank(cell) or is_not_known(text):
            return Parsed()
        number = 0 if is_none(text) else read_number(text)
        if number is None:
            return Parsed({}, (problem("number_unreadable", cell, fact),), tidy(cell.text))
        return Parsed({fact: number})

    return parse


def code_parser(fact: Fact) -> Parser:
    """A parser of a fact whose codes are written as they are: "under_trial", "Under trial"; free ones take any text."""
    codes = {plain(code).replace("_", " "): code for code in fact.codes}

    def parse(cell: Cell, context: Context) -> Parsed:
        del context
        text = plain(cell.text)
        if is_blank(cell) or is_not_known(text):
            return Parsed()
        if fact.kind == "codes":
            return _several(fact, codes, cell)
        code = codes.get(text.replace("_", " ")) or (tidy(cell.text) if fact.free else None)
        if code is None:
            return Parsed({}, (problem("code_unreadable", cell, fact.name),), tidy(cell.text))
        return Parsed({fact.name: code})

    return parse


def _several(fact: Fact, codes: Mapping[str, str], cell: Cell) -> Parsed:
    """A list of codes divided by commas or semicolons; one that is not known leaves the whole list unread."""
    text = plain(cell.text)
    if is_none(text):
        return Parsed({fact.name: ["none"] if "none" in fact.codes else []})
    words = [part.strip().replace("_", " ") for part in re.split(r"[,;]", text) if part.strip()]
    found = [codes.get(word) or (word if fact.free else None) for word in words]
    if None in found:
        return Parsed({}, (problem("code_unreadable", cell, fact.name),), tidy(cell.text))
    return Parsed({fact.name: found})

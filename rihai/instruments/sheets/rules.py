"""When a question is asked, in words for who reads paper: "Only if 3 is Yes"; what no words fit stands as it is."""

from __future__ import annotations

import re

from rihai.instruments.sheets.lines import Asked, Sheet
from rihai.paper.blank import Both

_PART = re.compile(r"\s+(and|or)\s+")
_IS = re.compile(r"(?P<path>/[\w./-]+)\s*(?P<sign>!=|>=|<=|=|>|<)\s*(?P<value>'[^']*'|-?\d+(?:\.\d+)?)")
_SELECTED = re.compile(r"(?P<no>not\(\s*)?selected\(\s*(?P<path>/[\w./-]+)\s*,\s*'(?P<value>[^']*)'\s*\)(?(no)\s*\))")
_PATH = re.compile(r"/[\w.-]+(?:/[\w.-]+)+")
_SIGNS = {
    "=": Both("{n} is {v}", "سوال {n} کا جواب {v} ہو"),
    "!=": Both("{n} is not {v}", "سوال {n} کا جواب {v} نہ ہو"),
    ">": Both("{n} is more than {v}", "سوال {n} کا جواب {v} سے زیادہ ہو"),
    "<": Both("{n} is less than {v}", "سوال {n} کا جواب {v} سے کم ہو"),
    ">=": Both("{n} is at least {v}", "سوال {n} کا جواب کم از کم {v} ہو"),
    "<=": Both("{n} is at most {v}", "سوال {n} کا جواب زیادہ سے زیادہ {v} ہو"),
}
_ANSWERED = {
    "=": Both("{n} is not answered", "سوال {n} کا جواب نہ ہو"), "!=": Both("{n} is answered", "سوال {n} کا جواب ہو"),
}  # fmt: skip
_JOINS = {"and": Both(" and ", " اور "), "or": Both(" or ", " یا ")}


def only_if(sheet: Sheet, rule: str) -> Both:
    """The words over a question that is asked only at times; empty for one that is always asked."""
    if not rule.strip():
        return Both("", "")
    pieces = _PART.split(" ".join(rule.split()))
    english, urdu = "", ""
    for piece in pieces:
        says = _JOINS.get(piece) or _said(sheet, piece)
        english, urdu = english + says.en, urdu + says.ur
    return Both(f"Only if {english}.", f"صرف اگر {urdu}۔")


def _said(sheet: Sheet, piece: str) -> Both:
    """One condition in words; with the numbers of questions in it where it has none."""
    piece = piece.strip()
    found = _SELECTED.fullmatch(piece) or _IS.fullmatch(piece)
    number = sheet.numbers.get(found["path"]) if found else None
    if found is None or number is None:
        numbered = _PATH.sub(lambda one: f"[{sheet.numbers.get(one[0], one[0].rpartition('/')[2])}]", piece)
        return Both(numbered, numbered)
    groups = found.groupdict()
    sign = groups.get("sign") or ("!=" if groups.get("no") else "=")
    value = found["value"].strip("'")
    says = _SIGNS[sign] if value else _ANSWERED.get(sign, _ANSWERED["!="])
    words = _option(sheet, found["path"], value)
    return Both(says.en.format(n=number, v=words.en), says.ur.format(n=number, v=words.ur or words.en))


def _option(sheet: Sheet, path: str, value: str) -> Both:
    """The words of an option with its number; of another value the value."""
    asked: Asked | None = next((one for one in sheet.asked if one.question.path == path), None)
    for at, (code, says) in enumerate(asked.options if asked is not None else (), 1):
        if code == value:
            return Both(f"“{says.en}” ({at})" if says.en else str(at), f"«{says.ur or says.en}» ({at})")
    return Both(value, value)

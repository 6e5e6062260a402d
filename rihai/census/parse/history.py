"""What came before and beside this case: earlier convictions, other cases, where the person came from, remarks."""

from __future__ import annotations

import re
from typing import Any

from rihai.census.parse.codes import problem
from rihai.census.parse.dates import find_date, stored_day
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, is_yes, plain, tidy
from rihai.offences import read_charges
from rihai.paper.cell import Cell

_RELATIVE = r"(?<!wife )(?<!father )(?<!mother )(?<!brother )(?<!husband )(?<!son )(?<!daughter )(?<!sister )"
_GONE = (
    rf"\bbailed\b|\bescaped?\b|abscond|\bacquitted\b|{_RELATIVE}\b(?:has )?died\b|deceased|"
    rf"(?<!remand )(?<!warrant ){_RELATIVE}\bexpired\b"
    r"|repatriated|\bdeported\b|^رہا|رہا ہو|رہا کر|ضمانت پر رہا|بری (?:ہو|کر)|^بری|فرار|فوت ہو|انتقال کر|^فوت"
)
_MOVED = r"\breleased?\b|\bdischarged\b|(?:transferr?ed|shifted) (?:to|out)|منتقل"
_STILL_HERE = (
    r"hosp|ہسپتال|\bnot (?:yet )?(?:been )?(?:released|bailed|discharged)|(?:to|will|would|may|"
    r"can) be (?:released|discharged|deported)"
    r"|due for|release order|release on|order\w* for release|(?:barrack|cell|ward)\b|نہیں"
)


def parse_previous_convictions(cell: Cell, context: Context) -> Parsed:
    """Earlier convictions as `previous_convictions`.

    "Nil" is none. A number says how many there are and nothing of what they were: as many items without facts, so that
    the person is no first offender and each question about an item stays open. "Yes" and "Habitual" are one at least.
    """
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if is_none(text) or has(r"first (?:time )?offender|non-?habitual|^no previous", text):
        return Parsed({"previous_convictions": []})
    number = re.fullmatch(
        r"(?:p\.?\s?c\.?|yes|prev\w*(?: conv\w*)?)?\W*0*(\d{1,2})(?:\.0+)?\W*(?:times|cases|convictions?)?", text
    )
    if number and int(number[1]) <= 50:
        return Parsed({"previous_convictions": [{} for _ in range(int(number[1]))]})
    if is_yes(text) or has(r"habitual|previously convicted|عادی", text):
        return Parsed({"previous_convictions": [{}]}, (), None if is_yes(text) else tidy(cell.text))
    return _named_convictions(cell, context)


def _named_convictions(cell: Cell, context: Context) -> Parsed:
    """Earlier convictions by their sections: "302 PPC". Without an Act a number is not surely a section."""
    written = re.sub(r"^0*\d{1,2}\s*(?=[(\[])", "", tidy(cell.text))  # "1 (379 PPC)": how many, and which
    charges = [charge for charge in read_charges(written, acts=context.acts).charges if "act" in charge]
    items = [{name: charge[name] for name in ("act", "section", "sub_limb") if name in charge} for charge in charges]
    return Parsed({"previous_convictions": items} if items else {}, (), tidy(cell.text))


def parse_other_cases(cell: Cell, context: Context) -> Parsed:
    """Cases pending into `cases_pending`, which counts the case of this row too.

    Under a heading that counts *other* cases, the row's own case is added where there are others.
    """
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if is_none(text):
        return Parsed({"cases_pending": 0})
    number = re.fullmatch(r"0*(\d{1,3})(?:\.0+)?(?:\s*(?:other|more)?\s*cases?)?", text)
    if not number:
        return Parsed({}, (), tidy(cell.text))
    count = int(number[1])
    others = has(r"other|دیگر", f"{plain(context.heading)} {text}")
    return Parsed({"cases_pending": count + 1 if others and count else count})


def parse_remarks(cell: Cell, context: Context) -> Parsed:
    """Remarks as written; those that say the person has left are a problem: "Bailed 3/6", not "Shifted to Hosp."."""
    del context
    if is_blank(cell):
        return Parsed()
    text = plain(cell.text)
    negated = has(r"\bnot (?:yet )?(?:been )?\w+ed\b|to be \w+ed\b|will be|نہیں", text)
    left = (has(_GONE, text) and not negated) or (has(_MOVED, text) and not has(_STILL_HERE, text))
    return Parsed({"remarks": tidy(cell.text)}, (problem("remarks_say_left", cell, "remarks"),) if left else ())


def parse_challan(cell: Cell, context: Context) -> Parsed:
    """Whether the final police report is before the court; an interim or incomplete one is not it (CrPC s.173)."""
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    stored = stored_day(cell)
    day = stored.isoformat() if stored else find_date(text, context).value
    if has(r"interim|incomplete|in-complete|partial|نامکمل|عبوری", text):
        return Parsed({"challan_submitted": False} | ({"interim_report_on": day} if day else {}), (), tidy(cell.text))
    if is_none(text) or has(
        r"^not?\b|not (?:yet )?submit|await|pending|un-?submit|under investigation|زیر تفتیش|نہیں", text
    ):
        return Parsed({"challan_submitted": False}, (), None if is_none(text) else tidy(cell.text))
    if day or is_yes(text) or has(r"^yes|submit|complete|filed|final|مکمل|پیش|جمع", text):
        facts: dict[str, Any] = {"challan_submitted": True} | ({"challan_submitted_on": day} if day else {})
        return Parsed(facts, (), None if is_yes(text) or day else tidy(cell.text))
    return Parsed({}, (problem("answer_unreadable", cell, "challan_submitted"),), tidy(cell.text))

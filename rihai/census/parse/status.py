"""Why the person is held, as registers write it: UTP, CP, R.I, Condemned, حوالاتی, قیدی."""

from __future__ import annotations

import re

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, plain, tidy
from rihai.paper.cell import Cell

_STATUSES = {
    "convicted_unsentenced": r"convicted.{0,20}(?:unsentenced|awaiting sentence)|unsentenced",
    "condemned": r"condemned|\bc\.?d\.?p\b|death (?:row|sentence|penalty)|\bdeath\b|سزائے موت",
    "under_trial": (
        r"\bu\.?\s?/?\.?t\.?(?:\s?p)?(?:'?s)?\b|under.?\s?trail|under.?\s?trial|pre.?trial|\bu/trial\b|undertrial|un.?convicted|"
        r"not convicted|hawalati|on remand|judicial remand|\bremand\b|lunatic(?!.*convict)|حوالاتی(?: قیدی)?|"
        r"زیر سماعت|زیر تفتیش|پاگل"
    ),
    "convict": (
        r"\bc\.?\s?p\.?(?=$|\W)|\bconvict(?:ed)?s?\b|\bcon\b|\bcnv\b|\br\.?\s?i\.?(?=$|\W)|\bs\.?\s?i\.?(?=$|\W)|"
        r"lifer|\blife\b|life imprisonment|sentenced|(?:simple|rigorous)(?: imp\w*)?|qaidi|قیدی|سزا یافتہ|مجرم|عمر قید"
    ),
    "security": r"security|\b107\b|\b109\s?/?\s?cr|\b110\b|\b151\b|ضمانت نیک چلنی",
    "detained_without_charge": r"detenue?s?|detainee|detained|internee|preventive|\b3.?mpo\b|\bmpo\b|نظر بند",
    "civil": r"civil|debtor|decree|دیوانی|سول",
    "immigration": r"immigration|deport|repatriat|\bfrc\b",
    "released": r"^released$|^رہا$",
    "other": r"\bother\b|court martial|\bfgcm\b|\bb\.?\s?/?\.?w\b|body warrant",
}
_MENTAL = r"lunatic|mental|insane|پاگل|ذہنی"
_BODY_WARRANT = r"\bb\.?\s?/?\.?w\b|body warrant"
_FILL = r"prisoners?|pris\.?|inmates?|under|the|u/s|r/o|in|of|case|اسیر|قیدی"


def parse_status(cell: Cell, context: Context) -> Parsed:
    """A status into `legal_status`, and `mental_disorder_flag` for "lunatic".

    Two that cannot both be true of one case are a problem, and the first written is used. A condemned person is also
    a convict; that is one status.
    """
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_none(text) or is_not_known(text):
        return Parsed()
    found, beyond = _statuses(text)
    if not found:
        return Parsed({}, (problem("status_unreadable", cell, "legal_status"),), tidy(cell.text))
    facts: dict[str, object] = {"legal_status": found[0]}
    if has(_MENTAL, text):
        facts["mental_disorder_flag"] = True
    codes = [
        code
        for code, said in (("two_statuses", len(found) > 1), ("status_body_warrant", _is_warrant(found, text)))
        if said
    ]
    problems = tuple(problem(code, cell, "legal_status") for code in codes)
    return Parsed(facts, problems, tidy(cell.text) if beyond or codes else None)


def is_lunatic(text: str) -> bool:
    """Whether a status says "lunatic" and nothing of why the person is held: under trial, unless a sentence shows."""
    said = plain(text)
    return has(_MENTAL, said) and not re.sub(rf"\b(?:{_FILL})\b|{_MENTAL}|[\W\d]", "", said)


def _is_warrant(found: list[str], text: str) -> bool:
    return found == ["other"] and has(_BODY_WARRANT, text)


def _statuses(text: str) -> tuple[list[str], bool]:
    """The statuses in the order in which they are written, and whether other words stand beside them."""
    places: dict[str, int] = {}
    left = text
    for status, pattern in _STATUSES.items():
        for match in re.finditer(pattern, left):
            places.setdefault(status, match.start())
        left = re.sub(pattern, lambda match: " " * len(match[0]), left)
    if "condemned" in places or "convicted_unsentenced" in places:
        places.pop("convict", None)
    if len(places) > 1:
        places.pop("other", None)
    beyond = re.sub(rf"\b(?:{_FILL})\b|{_MENTAL}|[\W\d]", "", left)
    return sorted(places, key=lambda status: places[status]), bool(beyond)

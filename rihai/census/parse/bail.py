"""What a cell says about bail: granted, refused, cancelled, and whether bond and sureties are in."""

from __future__ import annotations

import re
from typing import Any

from rihai.census.parse.codes import problem
from rihai.census.parse.dates import find_date
from rihai.census.parse.money import read_amounts
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, is_yes, plain, tidy
from rihai.paper.cell import Cell

_NOT_FURNISHED = (
    r"(?:not|un|non|yet to be|awaiting|without|no)[ -]?(?:yet |been )?"
    r"(?:furnish|submit|deposit|arrang|avail|produc|surety|sureties)|(?:suret\w+|bonds?)\b.{0,15}(?:not|pending|await|missing|nil)"
    r"|مچلک\S* (?:جمع )?(?:نہیں|داخل نہیں)|ضامن (?:میسر |دستیاب )?نہیں"
)
_UNABLE = r"unable to|can ?not (?:furnish|arrange|pay)|no surety (?:avail|found)|ضامن (?:میسر |دستیاب )?نہیں"
_FURNISHED = (
    r"furnished|(?:bonds?|suret\w+)\W+(?:\w+\W+)?(?:submitted|deposited|accepted|filed|attested)|مچلک\S* (?:جمع|داخل)"
)
_CANCELLED = r"cancel|re-?called|withdrawn by court|منسوخ"
_REFUSED = r"refus|reject|dismiss|declin|turned down|not granted|مسترد|خارج|نامنظور"
_GRANTED = r"grant|allow|bailed|^accepted|\bbail accepted|admitted to bail|confirmed|منظور"
_OPEN = r"pending|applied|moved|filed|fixed|زیر سماعت"
_NOT_ASKED = r"not (?:applied|moved|filed|sought)|no (?:bail|application|petition)|درخواست نہیں"
_DATED = re.compile(r"\d{1,4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}")
_FILL = (
    r"la[ck]s?|but|and|on|bail|by|yet|so far|surety|sureties|bonds?|of|amount|for|rs|with|is|was|the|court|not|"
    r"been|have|furnish\w*|submit\w*|grant\w*|ضمانت|لیکن|کی|ہوئی|ہے|ہو"
)


def parse_bail(cell: Cell, context: Context) -> Parsed:
    """A state of bail into the bail facts, with its day and the surety asked for where they stand in the same cell."""
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    by_heading = _answered(text, plain(context.heading))
    if by_heading is not None:
        return Parsed(by_heading)
    if is_none(text) or has(_NOT_ASKED, text):
        return Parsed({"bail_granted": False}, (), None if is_none(text) else tidy(cell.text))
    day = find_date(text, context)
    facts = _state(text, day.value)
    if not facts:
        unread = () if has(_OPEN, text) else (problem("bail_unreadable", cell, "bail_granted"),)
        return Parsed({}, unread, tidy(cell.text))
    money = [amount for amount in read_amounts(_DATED.sub(" ", day.around if day.value else text)) if amount >= 500]
    if len(money) == 1 and facts.get("bail_granted"):
        facts["surety_amount"] = money[0]
    problems = (problem(day.code, cell, "bail_granted_on"),) if day.code and day.code != "date_unreadable" else ()
    return Parsed(facts, problems, tidy(cell.text) if _beyond(text) or len(money) > 1 or problems else None)


def _answered(text: str, heading: str) -> dict[str, Any] | None:
    """Yes or no under a heading that puts the question: "Bail granted but not furnished", "Bail granted"."""
    yes, no = is_yes(text), is_none(text)
    if not (yes or no) or not has(r"grant|منظور", heading):
        return None
    if has(r"not|نہیں", heading):
        return (
            {"bail_granted": True, "bail_furnished": False, "bail_granted_not_furnished": True}
            if yes
            else {"bail_granted_not_furnished": False}
        )
    return {"bail_granted": yes}


def _state(text: str, day: str | None) -> dict[str, Any]:
    missing = has(_NOT_FURNISHED, text) or has(_UNABLE, text)
    if has(_CANCELLED, text):
        return {"bail_granted": False} | ({"bail_cancelled_on": day} if day else {})
    if has(_REFUSED, text) and not has(r"(?<!not )grant|منظور(?!ی نہیں)", text.replace("نامنظور", "")):
        return {"bail_granted": False} | ({"bail_refused_on": day} if day else {})
    if missing:
        facts = {"bail_granted": True, "bail_furnished": False, "bail_granted_not_furnished": True}
        return (
            facts
            | ({"unable_to_furnish_surety": True} if has(_UNABLE, text) else {})
            | ({"bail_granted_on": day} if day else {})
        )
    if has(_REFUSED, text):
        return {}
    if has(_FURNISHED, text):
        return {"bail_granted": True, "bail_furnished": True, "bail_granted_not_furnished": False}
    if has(_GRANTED, text):
        return {"bail_granted": True} | ({"bail_granted_on": day} if day else {})
    return {}


def _beyond(text: str) -> str:
    known = "|".join((_NOT_FURNISHED, _UNABLE, _FURNISHED, _CANCELLED, _REFUSED, _GRANTED))
    return re.sub(rf"(?:{known})\w*|\b(?:{_FILL})\b|[\W\d_]", "", text)

"""What a heading of a register stands for: known words in English and Urdu, else the census's own words for persons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.census.headings import fold, look_up, propose

FIELDS: Mapping[str, Any] = {
    "full_name": _("name"),
    "father_or_husband_name": _("father or husband"),
    "cnic": _("identity card"),
    "prison_id": _("prison number"),
    "sex": _("sex"),
    "age": _("age or day of birth"),
    "programme": _("programme"),
    "opened_on": _("opened on"),
    "closed_on": _("closed on"),
    "reason": _("reason, or what came of it"),
    "services": _("services"),
    "worker": _("worker"),
    "place": _("place"),
}
OF_PERSON = ("full_name", "father_or_husband_name", "cnic", "prison_id", "sex", "age")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "programme": (
        "programme", "program", "project", "scheme", "category of case", "پروگرام", "منصوبہ", "پراجیکٹ",
    ),
    "opened_on": (
        "opened", "opened on", "date opened", "case opened", "date of registration", "registered on", "intake date",
        "date of intake", "start date", "date", "enrolled on", "اندراج کی تاریخ", "تاریخ اندراج", "شروع", "تاریخ",
        "کیس کھلا",
    ),
    "closed_on": (
        "closed", "closed on", "date closed", "case closed", "end date", "completed on", "ended on", "بند",
        "بند ہونے کی تاریخ", "اختتام", "تاریخ اختتام",
    ),
    "reason": (
        "reason", "outcome", "result", "reason of closure", "reason for closing", "remarks", "problem", "issue",
        "وجہ", "نتیجہ", "کیفیت", "مسئلہ",
    ),
    "services": (
        "services", "service", "service provided", "services provided", "support given", "خدمات", "خدمت", "مدد",
    ),
    "worker": (
        "worker", "caseworker", "case worker", "social worker", "case manager", "assigned to", "staff", "کارکن",
        "سماجی کارکن", "کیس ورکر", "ذمہ دار",
    ),
    "place": ("place", "prison", "jail", "district", "location", "office", "جیل", "مقام", "ضلع", "جگہ"),
    "full_name": ("client", "client name", "name of client", "beneficiary", "name of beneficiary", "خاتون کا نام"),
}  # fmt: skip
_SAME = {"date_of_birth": "age", "age_years": "age", "age": "age"}
SURE = 1.0


@cache
def _known() -> Mapping[str, str]:
    return {fold(word): field for field, words in _WORDS.items() for word in words}


def propose_field(text: str) -> tuple[str, float]:
    """The field a heading may stand for and how sure that is; empty where nobody can say."""
    if not fold(text):
        return "", 0.0
    if found := _known().get(fold(text)):
        return found, SURE
    guess = propose([text])
    for one in guess.fields:
        if (field := _SAME.get(one, one)) in FIELDS:
            return field, guess.confidence
    return "", 0.0


def is_heading(texts: Iterable[str]) -> bool:
    """Whether a row is one of headings: three or more known ones, the name or a number among them."""
    found = {field for text in texts if (field := _exactly(text))}
    return len(found) >= 3 and bool(found & {"full_name", "cnic", "prison_id"})


def _exactly(text: str) -> str:
    if not 0 < len(text) <= 60:
        return ""
    known = _known().get(fold(text)) if fold(text) else ""
    if known:
        return known
    return next((_SAME.get(one, one) for one in look_up([text]).fields if _SAME.get(one, one) in FIELDS), "")

"""Values of facts in words: days as people write them, codes in the reader's language, lists in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import get_language, get_language_bidi, ngettext, pgettext
from django.utils.translation import gettext as _

from rihai.days import date_of, read_date
from rihai.facts import CASE_FACTS, PERSON_FACTS
from rihai.kit.templatetags.kit import day as day_text
from rihai.people.models import LegalStatus, Sex
from rihai.people.record import Said
from rihai.people.shown.codes import CODES
from rihai.words import number_text

LIMIT = 400


ACTS = {
    "ARMS_ORD": "Arms Ord.", "ARMS_SINDH": "Sindh Arms Act", "ARMS_KP": "KP Arms Act", "HADD_ORD": "Prohibition Order",
    "ZINA_ORD": "Zina Ord.", "CNSA_SINDH": "Sindh CNSA", "CNSA_PUNJAB": "Punjab CNSA", "CNSA_KP": "KP CNSA",
}  # fmt: skip
"""Acts whose code is none that anybody writes; the others (PPC, ATA) are written as they stand."""


def value_text(fact: str, value: Any) -> str:
    """A fact's value in words, in the reader's language; texts stay as they were written."""
    known = PERSON_FACTS.get(fact) or CASE_FACTS.get(fact)
    if known is None or value is None:
        return "" if value is None else str(value)[:LIMIT]
    return _BY_KIND[known.kind](fact, value)[:LIMIT]


def source_text(said: Said) -> str:
    """Where a belief comes from, in one short line."""
    if said.kind == "hand" and said.title:
        words = {"source": apart(said.title), "who": apart(said.said_by_name), "day": day_text(said.said_at)}
        return _("%(source)s; written by %(who)s, %(day)s") % words
    if said.kind == "hand":
        return _("written by %(who)s, %(day)s") % {"who": apart(said.said_by_name), "day": day_text(said.said_at)}
    if said.kind == "census_row":
        where = f"{apart(said.sheet)}, " if said.sheet else ""
        of = _("census of %(day)s") % {"day": day_text(said.true_on)} if said.true_on else apart(said.title)
        return (
            _("%(census)s, %(sheet)srow %(row)s") % {"census": of, "sheet": where, "row": said.row} if said.row else of
        )
    return f"{apart(said.title)}, {day_text(said.said_at)}" if said.title else day_text(said.said_at)


def apart(text: str) -> str:
    """A name or number inside a sentence of ours, kept from turning what stands around it (UAX #9, isolates)."""
    return f"\u2068{text}\u2069" if text and get_language_bidi() else text


def age_text(ages: tuple[int, int] | None) -> str:
    """34, or 30 to 34 where it is not known to the year."""
    if ages is None:
        return ""
    low, high = ages
    return str(low) if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}


def charges_text(charges: Any) -> str:
    """The sections in one line: PPC 381-A; PPC 34. As the source wrote them where no section could be read."""
    return "; ".join(one for one in (_charge(item) for item in charges if isinstance(item, Mapping)) if one)


def held_text(since: date | None, today: date) -> str:
    """How long ago a day is, in months and days as people say it: 7 months 5 days."""
    if since is None or since > today:
        return ""
    months = (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
    years, left = divmod(months, 12)
    parts = []
    if years:
        parts.append(ngettext("%(n)s year", "%(n)s years", years) % {"n": years})
    if left:
        parts.append(ngettext("%(n)s month", "%(n)s months", left) % {"n": left})
    if not years:
        days = (today - _month_on(since, months)).days
        if days or not parts:
            parts.append(ngettext("%(n)s day", "%(n)s days", days) % {"n": days})
    return " ".join(parts)


def _month_on(day: date, months: int) -> date:
    from rihai.days import anniversary

    return anniversary(day, months)


def _charge(item: Mapping[str, Any]) -> str:
    if not item.get("section"):
        return str(item.get("section_text") or item.get("act") or "")
    act = str(item.get("act") or "")
    return " ".join(str(one) for one in (ACTS.get(act, act), item["section"], item.get("sub_limb")) if one)


def _date(_fact: str, value: Any) -> str:
    span = read_date(value)
    if span is None:
        return str(value)
    if span.exact:
        return day_text(date_of(span.earliest))
    if isinstance(value, str):
        return value
    return _("between %(first)s and %(last)s") % {
        "first": day_text(date_of(span.earliest)), "last": day_text(date_of(span.latest)),
    }  # fmt: skip


def _term(_fact: str, value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    words = {
        "years": ngettext("%(n)s year", "%(n)s years", value.get("years") or 0),
        "months": ngettext("%(n)s month", "%(n)s months", value.get("months") or 0),
        "weeks": ngettext("%(n)s week", "%(n)s weeks", value.get("weeks") or 0),
        "days": ngettext("%(n)s day", "%(n)s days", value.get("days") or 0),
    }
    return " ".join(words[unit] % {"n": value[unit]} for unit in words if value.get(unit))


def _number(_fact: str, value: Any) -> str:
    if isinstance(value, Mapping):
        return _("%(low)s to %(high)s") % {"low": value.get("min"), "high": value.get("max")}
    return number_text(value, get_language() or "en") if isinstance(value, int | float) else str(value)


def _yes_no(_fact: str, value: Any) -> str:
    return pgettext("a fact", "yes") if value is True else pgettext("a fact", "no") if value is False else str(value)


def _code(fact: str, value: Any) -> str:
    if fact == "legal_status" and value in LegalStatus.values:
        return str(LegalStatus(value).label)
    if fact == "sex" and value in Sex.values:
        return str(Sex(value).label)
    return str(CODES.get(str(value), str(value).replace("_", " ")))


def _codes(fact: str, value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    return ", ".join(_code(fact, one) for one in value) if value else pgettext("a list of codes", "none")


def _list(fact: str, value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    if not value:
        return pgettext("a list of codes", "none")
    if fact == "charges":
        return charges_text(value)
    if fact == "sentences":
        return "; ".join(_sentence(one) for one in value if isinstance(one, Mapping))
    if fact == "custody":
        return "; ".join(_period(one) for one in value if isinstance(one, Mapping))
    return ngettext("%(n)s entry", "%(n)s entries", len(value)) % {"n": len(value)}


def _sentence(item: Mapping[str, Any]) -> str:
    parts = [_code("", item["kind"]) if item.get("kind") else "", _term("", item.get("term") or {})]
    return " ".join(part for part in parts if part)


def _period(item: Mapping[str, Any]) -> str:
    first = _date("", item.get("from")) if item.get("from") else "?"
    return f"{first} – {_date('', item['to'])}" if item.get("to") else _("since %(day)s") % {"day": first}


def _text(_fact: str, value: Any) -> str:
    return str(value)


_BY_KIND: dict[str, Callable[[str, Any], str]] = {
    "text": _text, "date": _date, "period": _text, "term": _term, "number": _number, "money": _number, "code": _code,
    "codes": _codes, "yes_no": _yes_no, "list": _list,
}  # fmt: skip

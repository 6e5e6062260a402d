"""Names, parentage and the word that joins them."""

from __future__ import annotations

import re

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import is_blank, is_none, is_not_known, plain, tidy
from rihai.names import split_name
from rihai.paper.cell import Cell

_RELATIONS = {
    "widow_of": r"\bwd\.?/?\s?o\b|widow|بیوہ",
    "son_of": r"\bs\.?\s?/?\s?o\b|\bson\b|ولد|پسر|بیٹا|\bbin\b|فرزند",
    "daughter_of": r"\bd\.?\s?/?\s?o\b|daughter|دختر|بنت|بیٹی|\bbint\b",
    "wife_of": r"\bw\.?\s?/?\s?o\b|wife|زوجہ|بیوی",
}
_SIGN = re.compile(
    r"^\W*(?:(?:wd|s|d|w)\.?\s?/?\s?o\b\.?|(?:son|daughter|wife|widow) of\b|ولد|دختر|زوجہ|بیوہ|بنت)\s*:?\s*",
    re.IGNORECASE,
)

_LIVES = re.compile(r"[\s,;]+(?:r\s?/\s?o\b\.?|resident of\b|سکنہ|ساکن)\s*:?\s*", re.IGNORECASE)


def _without_address(written: str) -> tuple[str, dict[str, str]]:
    """A name without the "r/o" behind it, and what stands there as `address`."""
    found = _LIVES.search(written)
    if not found or not tidy(written[found.end() :]):
        return written, {}
    return tidy(written[: found.start()]), {"address": tidy(written[found.end() :])}


def relation_in(text: str) -> str | None:
    """The relation that plain text names, as a code of `relation_to_named`."""
    for code, pattern in _RELATIONS.items():
        if re.search(pattern, text.replace("_", " ")):
            return code
    return None


def _has_letters(text: str) -> bool:
    return sum(character.isalpha() for character in text) >= 2


def parse_full_name(cell: Cell, context: Context) -> Parsed:
    """A name, which may carry an alias and the father's or husband's name: "Muhammad Aslam @ Achu s/o Allah Ditta"."""
    del context
    if is_blank(cell):
        return Parsed()
    if not _has_letters(cell.text) or is_none(plain(cell.text)) or is_not_known(plain(cell.text)):
        return Parsed({}, (problem("name_unreadable", cell, "full_name"),), tidy(cell.text))
    written, address = _without_address(tidy(cell.text))
    parts = split_name(written)
    facts = {
        "full_name": parts.full_name,
        "alias": parts.alias,
        "father_or_husband_name": parts.father_or_husband_name,
        "relation_to_named": parts.relation,
    }
    return Parsed({name: value for name, value in facts.items() if value} | address)


def parse_parent(cell: Cell, context: Context) -> Parsed:
    """The father's or husband's name; "W/O (late) Nazir" also says how the person is related.

    A bare name says nothing of the relation, not even under a heading "S/O": lists of women carry that heading too.
    """
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_none(text) or is_not_known(text) or not _has_letters(cell.text):
        return Parsed({}, (), None if is_blank(cell) else tidy(cell.text))
    written, address = _without_address(tidy(cell.text))
    facts = {"father_or_husband_name": tidy(_SIGN.sub("", written)) or written}
    sign = _SIGN.match(written)
    relation = relation_in(plain(sign[0])) if sign else None
    if relation:
        facts["relation_to_named"] = relation
    return Parsed(facts | address)


def parse_alias(cell: Cell, context: Context) -> Parsed:
    """Another name, without the sign that says it is one."""
    del context
    if is_blank(cell) or is_none(plain(cell.text)) or is_not_known(plain(cell.text)):
        return Parsed()
    written = re.sub(
        r"^\W*(?:@|urf\b|alias\b|a\.?k\.?a\.?(?=\W)|عرف|المعروف)\s*:?\s*", "", tidy(cell.text), flags=re.IGNORECASE
    )
    return Parsed({"alias": written}) if written else Parsed({}, (), tidy(cell.text))


def parse_relation(cell: Cell, context: Context) -> Parsed:
    """S/O, D/O, W/O, Wd/O and their Urdu words."""
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    relation = relation_in(text)
    if relation is None:
        return Parsed({}, (problem("relation_unreadable", cell, "relation_to_named"),), tidy(cell.text))
    return Parsed({"relation_to_named": relation})

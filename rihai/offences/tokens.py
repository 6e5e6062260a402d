"""An accusation cut into its parts: sections, Acts, drugs and weights, words that only join, and what is not read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from rihai.offences.acts import named_act_at, other_act_end
from rihai.offences.notation import plain
from rihai.offences.weight import drug_at, weight_at

Kind = Literal["section", "act", "drug", "weight", "word", "unread"]

BREAKS = ",،;؛&+|\n\r"
"""Marks that end a run of sections; the other marks of JOINS only stand between letters and numbers."""
JOINS = "/\\-.:()[]{}'\"*_=۔"

_LETTER = r"(?:[a-z](?:i{1,3}|iv|vi?)|iii?|e{2,4}|[a-z])"
_NOT_INITIALS = r"(?![a-z]|\.\s?[a-z](?![a-z]))"
_URDU_LETTERS = {
    "اے": "a", "بی": "b", "سی": "c", "ڈی": "d", "ایف": "f", "جی": "g", "ایچ": "h", "جے": "j", "ایل": "l",
    "الف": "a", "ب": "b", "ج": "c", "د": "d",
}  # fmt: skip
_URDU = "|".join(_URDU_LETTERS)
# A letter that stands apart is one only before the Act or at an end: سی alone may begin سی این ایس اے. Of 302 and 337
# it would be a limb.
_AFTER_URDU = r"(?=\s?(?:[,،/]|$|ت\s?پ(?!\w)|تعزیرات|پی پی سی|سی این ایس اے))"
# The number, its letter (13-A, 26A, 9 C, 506/II, 381-اے), limbs in brackets; 13-2(a) of the Arms Ordinance is 13(2)(a);
# a tail as in 9(1)3-c is the serial and entry of the narcotics table of 2022.
_SECTION = re.compile(
    r"(?P<number>\d{1,3})(?!\d)"
    rf"(?:\s?-\s?(?P<dashed>{_LETTER}){_NOT_INITIALS}|(?P<joined>{_LETTER}){_NOT_INITIALS}"
    r"|\s(?P<apart>[a-h])(?=\s(?![a-z](?:\s|$))|[,،/(]|$)"
    r"|(?<=506)\s?/\s?(?P<roman>ii?)(?![a-z])"
    rf"|[-۔]?(?P<urdu>{_URDU})(?!\w|\s?ٹی)"
    rf"|(?<!302)(?<!337)\s(?P<far>{_URDU}){_AFTER_URDU})?"
    r"(?P<sub>(?<=13)-\d(?=\s?\())?"
    r"(?P<limbs>(?:\s?-?\s?\(\s?[a-z0-9]{1,4}\s?\))*)"
    r"(?P<tail>(?<=\))\s?-?\s?(?:sr?\.?\s?)?(?P<serial>\d{1,2})\s?(?:-\s?(?P<e1>[a-z])|\(\s?(?P<e2>[a-z])\s?\)|(?P<e3>[a-z]))(?![a-z]))?"
)
_LIMB = re.compile(r"\(\s?(?:i{1,3}|iv|vi{0,3}|ix|x|[a-z]|\d)\s?\)(?!\w)")
_WORD = re.compile(
    r"(?:u\s?[/.]\s?s(?:ec(?:tion)?)?|under sec(?:tion)?s?|sec(?:tion)?s?|ss?(?=\.?\s?\d)|read with|r\s?[/.]\s?w"
    r"|with|and|of|the|offences?|crimes?|charges?|act|زیر ?دفعات?|زیر ?دفعہ|دفعات|دفعہ|بجرم|جرائم|جرم|اور|و"
    r"|کے تحت|تحت|مجریہ|ایکٹ)(?![^\W\d_])\.?"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One part of a text from `start` to `end`; `run` counts the breaks before it.

    `value` is the section with its letter ("9-c"), the Act, the drug, the grams or the text not read; `limb` is what
    follows the section.
    """

    kind: Kind
    start: int
    end: int
    run: int
    value: str | float = ""
    limb: str = ""


def cut(text: str, codes: Collection[str] = ()) -> list[Token]:
    """The parts of a text in order; every character but white space, BREAKS and JOINS lies in exactly one of them."""
    return list(_cut(text, plain(text), _literal(tuple(sorted(codes)))))


@cache
def _literal(codes: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern for codes written as they stand, each in a group of its own."""
    if not codes:
        return None
    named = "|".join(re.escape(plain(code)) for code in codes)
    return re.compile(rf"(?<![^\W\d_])({named})(?![^\W\d_])")


def _cut(text: str, small: str, literal: re.Pattern[str] | None) -> Iterator[Token]:
    at, run, before = 0, 0, None
    while at < len(small):
        if small[at] in BREAKS or (small[at] in JOINS and not _LIMB.match(small, at)) or small[at].isspace():
            run += small[at] in BREAKS
            at += 1
            continue
        token = _limb_of(before, small, at) or _read(text, small, at, literal)
        yield (token := replace(token, run=run))
        before = token if token.kind == "section" else None
        at = token.end


def _limb_of(before: Token | None, small: str, at: int) -> Token | None:
    """A limb alone, as (iii) in "337-A(i), (iii)", is another charge of the section before it."""
    match = _LIMB.match(small, at)
    if match and before:
        return Token("section", at, match.end(), 0, before.value, match[0])
    return None


def _read(text: str, small: str, at: int, literal: re.Pattern[str] | None) -> Token:
    if literal and (code := literal.match(small, at)):
        return Token("act", at, code.end(), 0, text[at : code.end()].upper())
    if weight := weight_at(small, at):
        return Token("weight", at, weight[1], 0, weight[0])
    if act := named_act_at(small, at):
        return Token("act", at, act[1], 0, act[0])
    if word := _WORD.match(small, at):
        return Token("word", at, word.end(), 0)
    if end := other_act_end(small, at):
        return Token("act", at, end, 0, " ".join(text[at:end].split()))
    if drug := drug_at(small, at):
        return Token("drug", at, drug[1], 0, drug[0])
    if match := _SECTION.match(small, at):
        return _section(match)
    end = _end_of_unread(small, at)
    return Token("unread", at, end, 0, text[at:end])


def _section(match: re.Match[str]) -> Token:
    letter = (
        match["dashed"]
        or match["joined"]
        or match["apart"]
        or match["roman"]
        or _URDU_LETTERS.get(match["urdu"] or match["far"] or "", "")
    )
    limb = f"({match['sub'][1:]})" if match["sub"] else ""
    limb += re.sub(r"[\s-]", "", match["limbs"])
    if match["tail"]:
        limb += f"{match['serial']}-{match['e1'] or match['e2'] or match['e3']}"
    value = match["number"] + (f"-{letter}" if letter else "")
    return Token("section", match.start(), match.end(), 0, value, limb)


def _end_of_unread(small: str, at: int) -> int:
    """To the next mark or space, and one character at least: a bracket that opens no limb is not left behind."""
    end = at + 1
    while end < len(small) and small[end] not in BREAKS + JOINS and not small[end].isspace():
        end += 1
    return end

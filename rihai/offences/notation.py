"""How a section is named: the number with its letter, and the limb that follows, however they were spaced."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_LETTER_LIMBS = {
    ("CNSA", "9"), ("CNSA_PUNJAB", "9"), ("CNSA_SINDH", "9"), ("CNSA_KP", "9"),
    ("PPC", "506"), ("ATA", "7"), ("ARMS_ORD", "13"), ("ARMS_SINDH", "23"),
}  # fmt: skip
"""Sections whose limbs are written with a hyphen as often as with brackets: 9-C CNSA is 9(c), 506-II PPC is 506(ii).

Elsewhere a letter belongs to the number: 489-F PPC is a section of its own, and so is 377-A beside 377.
"""

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−ـ", "-"))
_PARTS = re.compile(r"(\d+)(?:-?([a-z]{1,4})(?![a-z]))?(.*)")
_ROMAN = re.compile(r"()(ii|iii|iv|vi)")
_ROMAN_337 = re.compile(r"([a-z])(i{1,3}|iv|vi?)")
_SERIAL = re.compile(r"sr?\.?(?=\d)")


class Place(NamedTuple):
    """Where an offence stands in its Act: `section` as "489-F", `limb` as bare letters and digits, "13c" for (1)3-c."""

    section: str
    limb: str


def plain(text: str) -> str:
    """The text letter for letter in one script of digits, one dash and small letters; its length never changes."""
    return "".join(_plain_letter(letter) for letter in text.translate(_DASHES))


def _plain_letter(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    small = {"ي": "ی", "ى": "ی", "ك": "ک"}.get(letter, letter.lower())
    return small if len(small) == 1 else letter


def place(act: str | None, section: str, sub_limb: str | None = None) -> Place:
    """The place of a section and its limb, which may stand together or apart: ("337-A(ii)",) as ("337-A", "(ii)").

    Under the narcotics Acts the letter after 9 is a limb: the lettering (a), (b), (c) is that of the law before
    Act XX of 2022, "(1)3-c" is serial 3, entry (c) of the table which that Act put in its place.
    """
    joined = re.sub(r"\s", "", plain(f"{section}{sub_limb or ''}"))
    match = _PARTS.fullmatch(joined)
    if not match:
        return Place(joined.upper(), "")
    number, letters, rest = match[1], match[2] or "", match[3]
    if (act, number) in _LETTER_LIMBS:
        letters, rest = "", letters + rest
    roman = _ROMAN_337.fullmatch(letters) if number == "337" else _ROMAN.fullmatch(letters)
    if roman:
        letters, rest = roman[1], roman[2] + rest
    limb = re.sub(r"[^a-z0-9]", "", _SERIAL.sub("", rest))
    return Place(f"{number}-{letters.upper()}" if letters else number, limb)


def written_apart(act: str | None, section: str, rest: str) -> tuple[str, str | None]:
    """Section and sub_limb as records hold them: ("9-c", "") of CNSA is ("9", "(c)"); no spaces, limbs keep brackets.

    `section` and `rest` come from one text, the letter still with the number.
    """
    where = place(act, section)
    limb = re.sub(r"\s", "", plain(rest))
    moved = f"({where.limb})" if where.limb else ""
    return where.section, (moved + limb) or None

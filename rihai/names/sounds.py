"""Turns one word of a name, in Arabic or Roman letters, into the sounds it may stand for.

A sound is one character. Consonants: b p t s j c h x(kh) d z ż(ض ظ) r š(sh) ğ(gh) f k q g l m n v y θ(th) ð(dh).
Vowels as Roman letters write them: a ă(surely short) ā i ī e u ū o æ(ai) å(au). What Arabic letters leave open: A (an
alef at the beginning), E (an ain), Y (a yeh), W (a waw), I (a hamza on its seat), O and M (a heh
and a yeh at the end).
"""

from __future__ import annotations

import re
from functools import lru_cache

from rihai.names.letters import is_arabic

VOWELS = frozenset("aăāiīeuūoæå")
OPEN = frozenset("AEYWIOM")

ARABIC_PAIRS = {
    "کھ": "x", "گھ": "ğ", "تھ": "θ", "دھ": "ð", "ٹھ": "θ", "ڈھ": "ð", "چھ": "c", "جھ": "j", "بھ": "b", "پھ": "f",
    "ڑھ": "r", "رھ": "r", "لھ": "l", "مھ": "m", "نھ": "n",
    "ئی": "Y", "ئے": "Y", "ئو": "W", "خوا": "xā", "اعی": "āY", "ذوال": "zul", "اللہ": "alāh",
}  # fmt: skip
ARABIC = {
    "ا": "ā", "آ": "ā", "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s", "ج": "j",
    "چ": "c", "ح": "h", "ہ": "h", "ھ": "h", "خ": "x", "د": "d", "ڈ": "d", "ذ": "z", "ز": "z", "ژ": "z", "ض": "ż",
    "ظ": "ż", "ر": "r", "ڑ": "r", "ش": "š", "ع": "E", "غ": "ğ", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l",
    "م": "m", "ن": "n", "ں": "n", "و": "W", "ی": "Y", "ے": "Y", "ئ": "I", "ء": "",
}  # fmt: skip
ROMAN = {
    "que": "q", "sch": "š", "tch": "c", "aye": "æ",
    "kh": "x", "gh": "ğ", "th": "θ", "dh": "ð", "sh": "š", "ch": "c", "ph": "f", "bh": "b", "jh": "j", "zh": "z",
    "rh": "r", "ck": "k", "qu": "q", "aa": "ā", "ee": "ī", "ie": "ī", "ii": "ī", "oo": "ū", "uu": "ū", "ai": "æ",
    "ay": "æ", "ei": "æ", "ey": "æ", "ae": "æ", "au": "å", "aw": "å", "ou": "å", "ow": "å",
    "a": "a", "b": "b", "c": "k", "d": "d", "e": "e", "f": "f", "g": "g", "h": "h", "i": "i", "j": "j", "k": "k",
    "l": "l", "m": "m", "n": "n", "o": "o", "p": "p", "q": "q", "r": "r", "s": "s", "t": "t", "u": "u", "v": "v",
    "w": "v", "x": "kš", "y": "y", "z": "z",
}  # fmt: skip

_ARABIC_PIECE = re.compile("|".join(sorted(ARABIC_PAIRS, key=len, reverse=True)) + "|.")
_ROMAN_PIECE = re.compile(
    r"que$|aye(?=[^aeiou])|sch|tch|kh|gh|th|dh|sh|ch|ph|bh|jh|zh|rh|ck|qu(?=[aeiou])|aa|ee|ie|ii|oo|uu"
    r"|(?:ai|ei|ae(?!e)|au|ou)|(?:ay|ey|aw|ow)(?![aeiouy])|."
)
_DOUBLED = re.compile(r"([aeiou])([bcdfgjklmnpqrstvwz])\2")


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The sounds of one folded word, a character each; letters of other scripts and digits stand for themselves."""
    return _arabic(word) if is_arabic(word) else _roman(word)


def _arabic(word: str) -> str:
    """Arabic letters write consonants and long vowels; what a yeh, a waw or a first alef stands for stays open."""
    found = "".join(ARABIC_PAIRS.get(piece, ARABIC.get(piece, piece)) for piece in _ARABIC_PIECE.findall(word))
    if word.startswith("ا"):
        found = "A" + found[1:]
    if found.startswith("Y"):
        found = "y" + found[1:]
    if found.startswith("W"):
        found = "v" + found[1:]
    if word.endswith("ہ") and len(found) > 2 and found[-2] not in "āW":
        found = found[:-1] + "O"
    if found.endswith("Y") and len(found) > 1:
        found = found[:-1] + "M"
    return found


def _roman(word: str) -> str:
    """Roman letters write vowels without their length; one before a doubled consonant, heard once, is short."""
    word = re.sub(r"(?<=i)y(?=[aeou])|(?<=e)y(?=a)", "", word)
    word = re.sub(r"(?<=[^aeiou])y(?=[^aeiouy]|$)", "ee", word)
    word = re.sub(r"(?<=[aeiou])h$", "", word) if len(word) > 4 and not word.endswith("ih") else word
    marked = _DOUBLED.sub(lambda hit: ("ă" if hit[1] == "a" else hit[1]) + hit[2], word)
    found = "".join(ROMAN.get(piece, piece) for piece in _ROMAN_PIECE.findall(marked))
    return _single(found)


def _single(found: str) -> str:
    """Doubled consonants once: Arabic letters write them once, Roman writers as they please."""
    return re.sub(r"([^aeiouAEYWIOM])\1+", r"\1", found)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word in broad classes, the same for each script; the coarse key of a word.

    A vowel at the beginning is "a"; other vowels, w, y and h at the end are left out, as scripts and writers differ
    most in them.
    """
    found = sounds(word)
    kept = "".join(_CLASS.get(sound, sound) for sound in found[1:] if sound not in VOWELS and sound not in OPEN)
    first = "a" if found[:1] in VOWELS or found[:1] in OPEN else _CLASS.get(found[:1], found[:1])
    last = kept.rstrip("h") if found[-1:] in "hO" else kept
    return re.sub(r"(.)\1+", r"\1", first + last.replace("v", "").replace("y", ""))


_CLASS = {"x": "k", "q": "k", "ğ": "g", "θ": "t", "ð": "d", "ż": "z", "š": "s"}

"""How far two words of names lie apart as they are heard: the cheapest way to turn the sounds of one into the other.

An alignment (Needleman and Wunsch 1970) whose costs say which spellings people use for one another. They were set by
hand on two thirds of the variants in tests/names and checked on the rest; `python -m bench names` measures them.
"""

from __future__ import annotations

from functools import lru_cache

from rihai.names.sounds import OPEN, VOWELS

NEAR = {
    0.0: "kq zż Mī Mi Me My Mæ MY Yī Yy Ye Yi Yæ Wv Wū Wo Wu Wå aă Ie Ii Iy Iī Oa Aa Ai Au Ae Ao Aă Ea Ei Eu Ee Eo "
         "Eă sθ zð żð gğ IY",
    0.05: "aā dð iī uū oū ou ei eī åū åo åu æī æe Eā Oā Oe tθ",
    0.1: "kx ae yi yī dż Aæ Aå Eæ Eå vu vo AE xq æi ye yæ",
    0.2: "Aā ău au ao aå OY yI ăe ăo Aī Aū Eī Eū kg",
    0.3: "fp Ma Mā ăā āo aæ iu Wa āæ āå Wā eu oi åū āe hx qğ xğ",
    0.45: "ai ăi āi āu aY bv aī aū vf oæ WY",
    0.6: "sz jz šs cš td yj āī āū ūī sż āY ăY ăī ăū ăæ cj nm",
}  # fmt: skip
"""What it costs to hear one sound for another; every other pair costs 1, a vowel for a consonant 2."""

MERGED = {
    0.05: "AYi AYī AYe AYæ EYi EYī EYe EYæ AWu AWū AWo AWå EWu EWo āIæ āYæ āWå vūW vuW voW ayæ avå āyæ Yai aEā aEa "
         "Eāa Aāa EWå aiY āWo aiæ Yīī Eiī aEi iyY yeY yiY uvW auå āhO ahO aāa āEa āWu EYy AYy åvW uvå YEī YEi "
         "YEe aīY aeY aūW aūå aoå uaE oaE uāE iaE",
    0.1: "khx thθ dhð ghğ eaī eiī uiY oiY iaY iuY eaY āiæ āīæ aīæ āeæ eay",
    0.2: "shš aiī aoW aee aiy xšk ksx",
}  # fmt: skip
"""What it costs to hear the first two sounds as the third."""

_COST = {pair: cost for cost, pairs in NEAR.items() for text in pairs.split() for pair in (text, text[::-1])}
_MERGE = {text: cost for cost, texts in MERGED.items() for text in texts.split()}
_SHORT = {"a": 0.0, "ă": 0.0, "i": 0.0, "u": 0.0, "e": 0.05, "o": 0.1, "ā": 0.4, "ī": 0.6, "ū": 0.6, "æ": 0.6, "å": 0.6}
_LOOSE = {"E": 0.1, "I": 0.1, "A": 0.6, "Y": 0.6, "W": 0.6, "O": 0.6, "M": 0.6, "y": 0.5, "v": 0.7}


def _swap(one: str, other: str) -> float:
    if one == other:
        return 0.0
    found = _COST.get(one + other)
    if found is not None:
        return found
    return 1.0 if _is_vowel(one) == _is_vowel(other) else 2.0


def _is_vowel(sound: str) -> bool:
    return sound in VOWELS or sound in OPEN


def _drop(word: str, at: int, unwritten: bool) -> float:
    """What it costs to leave out a sound; a short vowel inside a word costs nothing where the other script omits it."""
    sound = word[at]
    if sound == "h":
        return _drop_h(word, at)
    if sound not in VOWELS:
        return _LOOSE.get(sound, 1.0)
    if not 0 < at < len(word) - 1 or _is_vowel(word[at - 1]) or _is_vowel(word[at + 1]):
        return min(1.0, _SHORT[sound] + 0.6)
    return _SHORT[sound] + (0.0 if unwritten else 0.2)


def _drop_h(word: str, at: int) -> float:
    """An h is often left out at the end and beside a consonant, less often between two vowels."""
    if at == len(word) - 1:
        return 0.1
    if at == 0:
        return 1.0
    return 0.5 if _is_vowel(word[at - 1]) and _is_vowel(word[at + 1]) else 0.25


def writes_vowels(word: str) -> bool:
    """Whether sounds were read from Roman letters, which write short vowels."""
    return not any(sound in OPEN for sound in word) and any(sound in VOWELS - {"ā"} for sound in word)


@lru_cache(maxsize=65536)
def apart(one: str, other: str) -> float:
    """The cost of turning the sounds `one` into `other`: 0 when they are heard alike; the same both ways."""
    mixed = writes_vowels(one) != writes_vowels(other)
    row = [0.0]
    rows = [row]
    for j in range(len(other)):
        row.append(row[-1] + _drop(other, j, mixed))
    for i in range(1, len(one) + 1):
        row = [rows[-1][0] + _drop(one, i - 1, mixed)]
        rows.append(row)
        for j in range(1, len(other) + 1):
            row.append(_cheapest(rows, one, other, i, j, mixed))
    return rows[-1][-1]


def _cheapest(rows: list[list[float]], one: str, other: str, i: int, j: int, mixed: bool) -> float:
    best = min(
        rows[i - 1][j - 1] + _swap(one[i - 1], other[j - 1]),
        rows[i - 1][j] + _drop(one, i - 1, mixed),
        rows[i][j - 1] + _drop(other, j - 1, mixed),
    )
    if i > 1:
        best = min(best, rows[i - 2][j - 1] + _MERGE.get(one[i - 2 : i] + other[j - 1], 9.0))
    if j > 1:
        best = min(best, rows[i - 1][j - 2] + _MERGE.get(other[j - 2 : j] + one[i - 1], 9.0))
    return best

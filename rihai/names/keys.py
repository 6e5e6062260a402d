"""The key of a name: the consonants of its words in broad classes, the same for every script.

Names that meet nearly always share a key for searching; names that share one need not meet.
"""

from __future__ import annotations

from itertools import pairwise

from rihai.names.resolve import known_as
from rihai.names.sounds import skeleton, sounds
from rihai.names.units import Unit, units
from rihai.names.weights import weight


def key(name: str) -> tuple[str, ...]:
    """The words of a name as script-neutral tokens, sorted: key("Mohd Yousaf") == key("محمد یوسف")."""
    return tuple(sorted(_token(unit) for unit in units(name)))


def keys_for_search(name: str) -> frozenset[str]:
    """Every token under which a name should be looked up: its key, other readings, and neighbours written as one.

    Each stands also without h, which many leave out. Words so common that they would bring half a register together
    are left out where another word remains.
    """
    words = units(name)
    telling = [word for word in words if weight(word.text) > 0.3 or word.kind] or list(words)
    found = {form for word in telling for form in _readings(word)}
    for one, other in pairwise(words):
        found |= {_token(Unit(one.text)) + _token(Unit(other.text)), skeleton(one.text + other.text)}
    return frozenset(found | {form[0] + form[1:].replace("h", "") for form in found if "-" not in form})


def _token(word: Unit) -> str:
    """The skeleton of a word, by the nearest known word where there is one, so that abbreviations meet it."""
    known = sorted((cost, heard) for heard, cost in known_as(word.text).items())
    return _marked(skeleton(known[0][1] if known else word.text), word.kind)


def _readings(word: Unit) -> set[str]:
    forms = {skeleton(word.text), *(skeleton(heard) for heard in known_as(word.text))}
    if "θ" in sounds(word.text):
        forms.add(skeleton(word.text.replace("th", "s")))
    if "ð" in sounds(word.text):
        forms.add(skeleton(word.text.replace("dh", "z")))
    return {_marked(form, kind) for form in forms for kind in {"", word.kind}}


def _marked(bones: str, kind: str) -> str:
    return f"{kind}-{bones}" if kind else bones

"""Parts a name into the words that are compared: compounds as one, titles and particles left out.

Abdul Ghafoor, Abdulghafoor and عبدالغفور are one word of the kind "abd"; Habib Ullah and حبیب اللہ of the kind "ullah";
Nizam-ud-Din of the kind "din". Particles between two words (ul, ur, e) are left out: Saif ur Rehman is Saif Rehman.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rihai.names.letters import fold
from rihai.names.parts import FOLDED_TITLES
from rihai.names.resolve import known_as
from rihai.names.weights import is_family


class Unit(NamedTuple):
    """One word of a name, folded, and the compound it is the heart of: "" for none, else abd, ullah or din."""

    text: str
    kind: str = ""


_PARTICLES = frozenset(
    ["ul", "ur", "al", "el", "us", "uz", "ud", "un", "ush", "ar", "as", "il", "e", "bin", "ibn", "بن", "ال"]
)
_ABD = re.compile(r"abd(?:[uoae]+[lrsznd]?|[uo]sh)?|عبدا?ل?")
_ABD_JOINED = re.compile(
    r"abd(?:[uoaei]+l|[uoae]+(?=(?P<first>[rsznd])(?P=first)).|u(?=[rsznd]))(?P<name>.{3,})|عبدال?(?P<urdu>.{3,})"
)
_ABDULLAH = re.compile(r"abd[uoa]+l+ah?|عبدا?ل+ہ")
_ULLAH = frozenset(["ullah", "ulla", "ollah", "olla", "ulah", "اللہ", "للہ"])
_ALLAH = frozenset(["allah", "alla", "اللہ"])
_ULLAH_JOINED = re.compile(r"(?P<name>.{3,}?)(?:(?:oo|[uo])l{1,2}ah|[uo]lla|allah)|(?P<urdu>.{2,})ا?للہ")
_DIN = frozenset(["din", "deen", "uddin", "uddeen", "udin", "دین", "الدین"])
_DIN_JOINED = re.compile(r"(?P<name>.{2,}?)[uaeoi](?:dd|d)(?:in|een)|(?P<urdu>.{2,})الدین")
_JOINED = re.compile(
    r"(?P<one>.{3,})u(?:r?(?P<rahman>r[ae]h?man)|l(?P<other>haq|haque|islam|amin|ameen|has+an))|(?P<a>.{2,})ال(?P<b>.{2,})"
)
_BEHIND_UL = frozenset({
    "haq", "haque", "hak", "islam", "hasan", "hassan", "amin", "ameen", "arifeen", "qadir", "mulk", "hadi", "karim",
    "huda",
})  # fmt: skip
_WITH_ARTICLE = re.compile(r"ال(?!یاس|طاف|ہی|ماس|لہ)(.{2,})")


@lru_cache(maxsize=65536)
def units(name: str) -> tuple[Unit, ...]:
    """The words of a name in their order; empty when nothing is left of it."""
    words = re.findall(r"[^\W\d_]+", re.sub("['’‘`ʿʾ]", "", fold(name)))
    plain = [word for word in words if word not in FOLDED_TITLES]
    return tuple(_compounds(_loosened(plain or words)))


def _loosened(words: list[str]) -> list[str]:
    """The words without particles and articles; Saifur Rehman and Ziaulhaq taken apart."""
    kept: list[str] = []
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in _PARTICLES and kept and following:
            continue
        article = _WITH_ARTICLE.fullmatch(word) if kept and word not in _DIN else None
        joined = _two_joined(word)
        if article:
            kept.append(article[1])
        elif joined:
            kept += joined
        else:
            kept.append(_without_article(word, following))
    return kept


def _two_joined(word: str) -> list[str]:
    """Ziaulhaq and ضیاءالحق as two words; empty for a word of its own, or where the second is no word we know."""
    match = None if _is_compound(word) or known_as(word) else _JOINED.fullmatch(word)
    parts = [part for part in match.groups() if part] if match else []
    return parts if parts and known_as(parts[-1]) else []


def _is_compound(word: str) -> bool:
    return any(form.fullmatch(word) for form in (_ABD_JOINED, _ABDULLAH, _ULLAH_JOINED, _DIN_JOINED))


def _without_article(word: str, following: str) -> str:
    """Fazlur before Rehman is Fazl; but Manzur, a name of its own, stays."""
    bound = (word.endswith("ur") and following.startswith("r")) or (word.endswith("ul") and following in _BEHIND_UL)
    return word[:-2] if bound and len(word) >= 5 and not known_as(word) else word


def _compounds(words: list[str]) -> list[Unit]:
    """Allah and Din bind to the word before them where only family words follow: Habib Allah Khan, but Allah Ditta."""
    found: list[Unit] = []
    kind = ""
    for at, word in enumerate(words):
        ends = all(is_family(following) for following in words[at + 1 :])
        if kind == "abd" and word in _ULLAH | _ALLAH:
            found.append(Unit("abdullah"))
            kind = ""
        elif words[at + 1 :] and _ABD.fullmatch(word):
            kind = "abd"
        elif found and not found[-1].kind and (word in _ULLAH - _ALLAH or (ends and word in _ALLAH)):
            found[-1] = Unit(found[-1].text, "ullah")
        elif found and not found[-1].kind and ends and word in _DIN:
            found[-1] = Unit(found[-1].text, "din")
        else:
            found.append(Unit(word, "abd") if kind else _compound(word))
            kind = ""
    return found


def _compound(word: str) -> Unit:
    """A word written in one that is a compound; any other is a plain word."""
    if _ABDULLAH.fullmatch(word):
        return Unit("abdullah")
    for kind, form in (("abd", _ABD_JOINED), ("ullah", _ULLAH_JOINED), ("din", _DIN_JOINED)):
        match = form.fullmatch(word)
        if match and (kind != "ullah" or not known_as(word)):
            return Unit(match["name"] or match["urdu"], kind)
    return Unit(word)

"""Names of places made comparable: one form for what is kept and for what is typed into a search."""

from __future__ import annotations

import unicodedata

# Letters that keyboards for Arabic and for Urdu write differently, and forms that readers take for one letter.
_LETTERS = str.maketrans("يىئكهھةۃأإآؤ", "یییکہہہہااا" + "و")


def folded(*names: str) -> str:
    """The names as one text of lower-case words parted by single spaces, without accents, signs or punctuation."""
    text = unicodedata.normalize("NFC", " ".join(names)).translate(_LETTERS)
    plain = "".join(_plain(char) for char in unicodedata.normalize("NFKD", text).casefold())
    return " ".join(plain.split())


def _plain(char: str) -> str:
    kind = unicodedata.category(char)
    if kind.startswith("M") or kind == "Cf" or char in "'’`":  # Gulzar’s, Women's: written with the sign and without
        return ""
    return char if kind[0] in "LN" else " "


def is_urdu(name: str) -> bool:
    """Whether a name is written in Arabic letters."""
    return any("\u0600" <= char <= "\u06ff" for char in name)

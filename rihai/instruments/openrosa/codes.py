"""Codes that say about whom or what an answer is: seven letters and figures, the last a check on the others."""

from __future__ import annotations

import secrets
import unicodedata

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Thirty-one, a prime: without what is taken for another (0 O, 1 I L)."""
DRAWN = 6
DOT = "."
"""Between the id of a form and the code, where a form stands ready about something."""


def new_code() -> str:
    """A code nobody can tell anything from."""
    drawn = "".join(secrets.choice(LETTERS) for _at in range(DRAWN))
    return drawn + LETTERS[_check(drawn)]


def tidy(text: str) -> str:
    """A code as it was typed, as it is kept; empty where it is none, a slip of the pen included."""
    found = "".join(one for one in unicodedata.normalize("NFKC", text).upper() if one not in " -")
    if len(found) != DRAWN + 1 or set(found) - set(LETTERS) or LETTERS[_check(found[:DRAWN])] != found[DRAWN]:
        return ""
    return found


def parted(form_id: str) -> tuple[str, str]:
    """The id of a form and the code in it, of one that stood ready; without a code, of any other."""
    name, _dot, code = form_id.rpartition(DOT)
    return (name, tidy(code)) if name and tidy(code) else (form_id, "")


def shown(code: str) -> str:
    """A code as it is read out: K7M-4QDX."""
    return f"{code[:3]}-{code[3:]}"


def _check(drawn: str) -> int:
    """The check letter: each letter weighed by its place, so that one wrong or two exchanged are noticed."""
    return sum((at + 2) * LETTERS.index(one) for at, one in enumerate(drawn)) % len(LETTERS)

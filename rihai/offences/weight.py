"""The drug and its weight, where an accusation says them: "1250 gm charas", "1.2 kg heroin", "چرس 1250 گرام"."""

from __future__ import annotations

import re
from decimal import Decimal

_DRUGS = {
    "charas": ("charas", "chars", "hashish", "hash", "cannabis resin", "چرس"),
    "heroin": ("heroin", "heroine", "ہیروئن", "ہیروین"),
    "morphine": ("morphine", "مارفین"),
    "opium": ("opium", "afeem", "afyun", "افیون", "افیم"),
    "cocaine": ("cocaine", "کوکین"),
    "methamphetamine": ("methamphetamine", "meth", "crystal meth", "ice", "آئس"),
    "other": ("bhang", "ganja", "poppy straw", "بھنگ", "گانجا"),
}
_NAMED = {name: code for code, names in _DRUGS.items() for name in names}
_DRUG = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _NAMED), key=len, reverse=True))})(?!\w)")

_KILO = r"kilo\s?grams?|kilos?|kgs?|کلو ?گرام|کلو"
_GRAM = r"grams?|gms?|grms?|grs|گرام"
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_WEIGHT = re.compile(
    rf"(?:({_NUMBER})\s?(?:{_KILO})(?!\w)\.?)(?:\s?(?:and|اور)?\s?({_NUMBER})\s?(?:{_GRAM})(?!\w)\.?)?"
    rf"|({_NUMBER})\s?(?:{_GRAM})(?!\w)\.?|(\d{{3,}}(?:\.\d+)?)\s?g(?!\w)\.?"
)


def drug_at(text: str, start: int) -> tuple[str, int] | None:
    """The code of the drug whose name begins at `start` of a plain text, and where the name ends."""
    match = _DRUG.match(text, start)
    return (_NAMED[match[0]], match.end()) if match else None


def weight_at(text: str, start: int) -> tuple[int | float, int] | None:
    """Grams of the weight that begins at `start` of a plain text, and where it ends; "1 kg 250 gm" is one weight."""
    match = _WEIGHT.match(text, start)
    if not match:
        return None
    kilos, more, grams, alone = (Decimal((part or "0").replace(",", "")) for part in match.groups())
    total = kilos * 1000 + more + grams + alone
    return (int(total) if total == int(total) else float(total)), match.end()

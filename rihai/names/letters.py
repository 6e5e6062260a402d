"""Folds the writing of a name: one form for letters that differ in code, not in meaning; marks and digits tidied."""

from __future__ import annotations

import unicodedata

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")

SAME_LETTER = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ێ": "ی",  # Arabic and Pashto yeh
    "ك": "ک", "ڪ": "ک",  # Arabic and Sindhi kaf
    "ه": "ہ", "ة": "ہ", "ۃ": "ہ", "ۀ": "ہ", "ۂ": "ہ", "ە": "ہ",
    "ﷲ": "اللہ", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ۇ": "و", "ۆ": "و",
    "ټ": "ٹ", "ٽ": "ٹ", "ډ": "ڈ", "ڊ": "ڈ", "ړ": "ڑ", "ڙ": "ڑ", "ڼ": "ن", "ڻ": "ن", "ګ": "گ", "ښ": "ش", "ږ": "گ",
    "څ": "س", "ځ": "ز",  # Pashto
    "ٿ": "تھ", "ٺ": "ٹھ", "ڀ": "بھ", "ڦ": "پھ", "ڇ": "چھ", "ڃ": "ج", "ڄ": "ج", "ڌ": "دھ", "ڍ": "ڈھ", "ڏ": "ڈ",
    "ٻ": "ب", "ڳ": "گ", "ڱ": "ن",  # Sindhi
}  # fmt: skip
"""Letters of Urdu, Pashto, Sindhi, Dari and Arabic keyboards, each as the Urdu letter it stands for."""

_FOLD = str.maketrans(SAME_LETTER)


def fold(text: str) -> str:
    """The text in lower case, in one form for each letter, without marks, joiners and invisible characters.

    A superscript alef is written out where it is heard (رحمٰن, موسیٰ); other vowel marks are dropped, as most writers
    leave them out.
    """
    text = unicodedata.normalize("NFKC", text).replace("ﷲ", "اللہ").translate(_FOLD)
    text = text.replace("یٰ", "ا").replace("وٰ", "ا").replace("اٰ", "ا").replace("ٰ", "ا")
    text = unicodedata.normalize("NFKD", text.replace("آ", "\ue000").replace("ئ", "\ue001"))
    kept = "".join(mark for mark in text if unicodedata.category(mark) not in {"Mn", "Cf", "Me"} and mark != "ـ")
    kept = kept.replace("\ue000", "آ").replace("\ue001", "ئ").translate(_FOLD)
    return kept.translate(_DIGITS).casefold()


def is_arabic(text: str) -> bool:
    """Whether a text is written in Arabic letters, judged by its first letter."""
    first = next((mark for mark in text if mark.isalpha()), "")
    return "\u0600" <= first <= "\u06ff" or "\u0750" <= first <= "\u077f"

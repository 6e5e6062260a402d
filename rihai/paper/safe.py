"""Text from strangers made harmless where a spreadsheet program would take it for a formula.

Source: OWASP, "CSV Injection", https://owasp.org/www-community/attacks/CSV_Injection: a cell that begins with
= + - @, a tab, a carriage return, a line feed, or a full-width form of the four signs, may be evaluated on opening.
"""

from __future__ import annotations

TRIGGERS = frozenset("=+-@\t\r\n＝＋－＠")


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet program could evaluate `text`; spaces in front do not make it safe."""
    return text[:1] in TRIGGERS or text.lstrip(" \u00a0\ufeff")[:1] in TRIGGERS


def safe_text(value: object) -> str:
    """`value` as text for one field of a CSV file (or a table pasted from HTML), never evaluated when opened.

    A number stays a number (-5 is "-5"); None is "". Text that could be a formula gets an apostrophe in front, which
    spreadsheet programs read as "this is text". The writer of the file still quotes separators, quotes and line
    breaks, every field of it. Workbooks do not need this: there a string cell is never evaluated.
    """
    if value is None:
        return ""
    text = str(value)
    if not isinstance(value, str):
        return text
    return f"'{text}" if is_formula_like(text) else text

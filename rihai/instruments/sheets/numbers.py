"""The number of a sheet: six figures and one to check them by, so that a slip of the pen is no other sheet."""

from __future__ import annotations

from rihai.kit.forms.typed import latin_digits


def shown(number: int) -> str:
    """As it stands on the sheet: 000123-7."""
    figures = f"{number:06d}"
    return f"{figures}-{_check(figures)}"


def read(text: str) -> int | None:
    """The number in what was typed; None where it is none."""
    figures = "".join(one for one in latin_digits(text) if one not in " -–")
    if not (6 < len(figures) < 13) or not figures.isascii() or not figures.isdigit():
        return None
    return int(figures[:-1]) if _check(figures[:-1]) == figures[-1] else None


def _check(figures: str) -> str:
    """Luhn's figure (ISO/IEC 7812-1): one wrong figure or two exchanged neighbours do not pass."""
    total = 0
    for at, one in enumerate(reversed(figures)):
        doubled = int(one) * (2 if at % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)

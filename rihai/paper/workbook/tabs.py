"""The names on the tabs of a workbook: legal, at most 31 letters, no two alike.

Source: Microsoft, "Rename a worksheet", https://support.microsoft.com/office/3f1f7148-ee83-404d-8ef0-9ff99fbad1f9.
"""

from __future__ import annotations

import re

NAME_MAX = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


class Tabs:
    """The names taken so far in one workbook."""

    def __init__(self) -> None:
        self.taken = {"history"}  # the program keeps this one for itself

    def free(self, wanted: str) -> str:
        """The nearest legal name to the one wanted, with a number behind it when it is taken."""
        clean = FORBIDDEN.sub(" ", wanted).strip(" '") or "Sheet"
        name, number = shortened(clean, NAME_MAX), 1
        while name.casefold() in self.taken:
            number += 1
            tail = f" ({number})"
            name = shortened(clean, NAME_MAX - len(tail)) + tail
        self.taken.add(name.casefold())
        return name


def shortened(text: str, size: int) -> str:
    """The first `size` letters of a text as spreadsheets count them (UTF-16 units), never half a letter."""
    return text.encode("utf-16-le", "replace")[: 2 * size].decode("utf-16-le", "ignore").rstrip(" '")

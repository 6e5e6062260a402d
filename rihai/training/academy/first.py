"""The academies an office begins with: those whose names could be read; no other is guessed."""

from __future__ import annotations

from typing import Final

FIRST: Final[tuple[dict[str, str], ...]] = (
    {
        "code": "sindh-hyderabad",
        "title": "Sindh Prison Staff Training Institute, Hyderabad",
        "title_ur": "سندھ پریزن اسٹاف ٹریننگ انسٹی ٹیوٹ، حیدرآباد",
        "town": "Hyderabad",
    },
    {
        "code": "punjab-sahiwal",
        "title": "Punjab Prisons Staff Training College, Sahiwal",
        "title_ur": "پنجاب پریزنز اسٹاف ٹریننگ کالج، ساہیوال",
        "town": "Sahiwal",
    },
)

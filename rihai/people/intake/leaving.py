"""How somebody left, as a list says it in its remarks: released, died, escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rihai.people.models import MovementKind

_DIED = re.compile(r"\b(died|death|dead|expired|deceased)\b|فوت|وفات|انتقال", re.IGNORECASE)
_ESCAPED = re.compile(r"\b(escaped?|absconded)\b|فرار|مفرور", re.IGNORECASE)


def how_left(record: Mapping[str, Any]) -> tuple[MovementKind, str]:
    """What happened, and the words of the list."""
    said = str(record.get("remarks") or "")
    if _DIED.search(said):
        return MovementKind.DEATH, said
    return (MovementKind.ESCAPE if _ESCAPED.search(said) else MovementKind.RELEASE), said

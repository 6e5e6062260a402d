"""Keys of rows about people: UUID version 7 (RFC 9562 §5.7), so that they cannot be guessed and new rows lie together.

74 random bits. It shows the millisecond a row was made; codes that are handed to families are random, never this.
"""

from __future__ import annotations

import secrets
import time
from uuid import UUID


def new_id() -> UUID:
    """A fresh UUIDv7 of the present millisecond."""
    milliseconds = time.time_ns() // 1_000_000
    high = (milliseconds << 16) | 0x7000 | secrets.randbits(12)
    low = (0b10 << 62) | secrets.randbits(62)
    return UUID(int=(high << 64) | low)

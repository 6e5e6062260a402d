"""What is kept of the helpline; each part of the room keeps its own."""

from __future__ import annotations

__all__: list[str] = []

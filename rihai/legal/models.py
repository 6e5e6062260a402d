"""What is kept of the legal work; each part of the room keeps its own."""

from __future__ import annotations

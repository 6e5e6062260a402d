"""One page of help: whose work it is about, when, what to do, what is good to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """`capability` empty: for everybody; `url` is the name of the page where the work is done."""

    slug: str
    capability: str = ""
    url: str
    title: Any
    says: Any
    steps: tuple[Any, ...]
    notes: tuple[Any, ...] = ()

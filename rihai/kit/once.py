"""What several rooms read for the same page is read once: kept while one page is asked for, and forgotten with it.

    law = once(("law", on), lambda: read_law(on))

A page gathers panels, rows and moments of many rooms, which do not know of each other. Only questions that change
nothing are remembered in: whatever reads after it has written reads anew, so that nothing stale is ever acted on.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Read = TypeVar("Read")

_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("rihai_once", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Within it what is read `once` is read once."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def once(key: Hashable, read: Callable[[], Read]) -> Read:
    """What `read` gives: the same for the same key while a page is asked for, and anew each time outside of one.

    The key names everything the answer turns on, also who asks. Nobody changes what is given.
    """
    kept = _kept.get()
    if kept is None:
        return read()
    if key not in kept:
        kept[key] = read()
    found: Read = kept[key]
    return found

"""Every address of the site, with what may stand in its gaps."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, UUIDConverter


@dataclass(frozen=True)
class Address:
    """One address: its pattern as text, its view, and its gaps with the kind of value each takes."""

    route: str
    name: str
    view: Callable[..., Any]
    gaps: tuple[tuple[str, str], ...]

    @property
    def is_ours(self) -> bool:
        """Whether the view is a room's, and not a library's."""
        return getattr(self.view, "__module__", "").startswith(("rihai.", "tests."))

    def filled(self, values: dict[str, str]) -> str:
        """The path with its gaps filled: by value for a gap's name, else for its kind."""
        path = self.route
        for gap, kind in self.gaps:
            path = path.replace(f"<{kind}:{gap}>" if kind else f"<{gap}>", values.get(gap, values.get(kind, "")))
        return "/" + path


NOBODY = {"int": "999999999", "uuid": str(uuid.UUID(int=9)), "str": "nobody", "slug": "nobody", "path": "nobody"}
"""Well-formed values that name nothing."""
STATIONS = ("see", "ask", "act", "show")


def addresses() -> list[Address]:
    """All of them, in the order of the resolver; a pattern of alternatives (the stations) once for each."""
    return list(_under(get_resolver().url_patterns, "", ""))


def _under(patterns: list[Any], route: str, space: str) -> Iterator[Address]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _under(pattern.url_patterns, here, inner)
        elif isinstance(pattern, URLPattern):
            name = space + (pattern.name or "")
            gaps = tuple((gap, _kind(one)) for gap, one in getattr(pattern.pattern, "converters", {}).items())
            for plain in _plain(here):
                yield Address(plain, name, pattern.callback, gaps)


def _kind(converter: Any) -> str:
    if isinstance(converter, UUIDConverter):
        return "uuid"
    if isinstance(converter, IntConverter):
        return "int"
    return str(type(converter).__name__).removesuffix("Converter").lower().replace("string", "str")


def _plain(route: str) -> list[str]:
    """A route without the signs of a regular expression."""
    if not route.startswith("^") and "(?P" not in route:
        return [route]
    return [f"{station}/" for station in STATIONS] if "see|ask" in route else [route.strip("^$").replace("\\Z", "")]

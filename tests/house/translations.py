"""Finds every text of a Django room that a person may read, in modules and templates, without gettext installed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation import template

KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
GAP = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")


class Text(NamedTuple):
    """A text with its context; `plural` is empty where the number does not matter."""

    context: str | None
    one: str
    plural: str


def texts_of(room: Path) -> Iterator[Text]:
    """Every translatable text of a room."""
    for path in sorted(room.rglob("*.py")):
        if "migrations" not in path.parts:
            yield from _texts(path.read_text(encoding="utf-8"))
    for path in sorted(room.rglob("*.html")):
        said = template.templatize(path.read_text(encoding="utf-8"), origin=str(path))
        # Babel reads it as Python, where a line set in means something: in a template it does not.
        yield from _texts("\n".join(line.lstrip() for line in said.split("\n")))


def _texts(source: str) -> Iterator[Text]:
    found = extract("python", io.BytesIO(source.encode("utf-8")), keywords=KEYWORDS, options={"encoding": "utf-8"})
    for _, message, _, context in found:
        one, plural = message if isinstance(message, tuple) else (message, "")
        if one:
            yield Text(context or None, one, plural or "")


def catalogue(path: Path) -> Catalog:
    """A catalogue as Babel reads it."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def gaps(text: str) -> set[str]:
    """The named gaps of a text."""
    return {one or other for one, other in GAP.findall(text)}

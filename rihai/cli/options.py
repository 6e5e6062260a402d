"""Options in common: the day asked, the packs, the layout; and progress on the error stream."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rihai.errors import FileUnreadable, Refused
from rihai.facts import CASE_FACTS, PERSON_FACTS

if TYPE_CHECKING:
    from rihai.census.layouts import Layout
    from rihai.law.provision import Pack
    from rihai.offences import OffenceTable


def day_asked(options: Namespace) -> date:
    """The day of --as-of, else the day on which the command was given; raises Refused for anything that is no day."""
    given: date = options.today
    return day_of_text(options.as_of, "--as-of") or given


def day_of_text(text: str | None, option: str) -> date | None:
    """A day given as an option."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"{option} {text!r} is not a day such as 2026-11-22.") from None


def packs_asked(options: Namespace) -> list[Pack]:
    """The packs of --law, each once; Pakistan when none is named."""
    from rihai.law.load import load_pack, pack_folder

    names = dict.fromkeys(options.law or ["pakistan"])
    return [load_pack(pack_folder(name)) for name in names]


def offences_of(packs: list[Pack]) -> OffenceTable | None:
    """The offence table of the first pack that has one."""
    from rihai.offences import OffenceTable

    return next((OffenceTable.read(pack.offences) for pack in packs if pack.offences), None)


def layout_asked(options: Namespace) -> Layout | None:
    """The layout of --layout."""
    from rihai.census.layouts import load_layout

    return load_layout(options.layout) if options.layout else None


def defaults_asked(options: Namespace) -> dict[str, Any]:
    """The facts of --set; raises Refused for what is no fact or no code of it."""
    found: dict[str, Any] = {}
    for pair in options.set:
        name, _, value = pair.partition("=")
        fact = PERSON_FACTS.get(name) or CASE_FACTS.get(name)
        if fact is None or fact.kind not in {"code", "text"}:
            raise Refused(f"--set {pair!r}: {name!r} is not a fact that can be set for a whole list.")
        if fact.kind == "code" and not fact.free and value not in fact.codes:
            raise Refused(f"--set {pair!r}: use one of {', '.join(fact.codes)}.")
        found[name] = value
    return found


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; raises FileUnreadable with the reason."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(
            "file_not_opened",
            f"{path.name} cannot be opened ({error.strerror}).",
            "Look at the name and at who may read it.",
        ) from None


@contextmanager
def step(text: str) -> Iterator[None]:
    """Says on the error stream what is being done, and how long it took."""
    start = time.perf_counter()
    print(f"  {text} …", end="", file=sys.stderr, flush=True)
    try:
        yield
    except BaseException:
        print(file=sys.stderr)
        raise
    print(f" {time.perf_counter() - start:.1f} s", file=sys.stderr, flush=True)

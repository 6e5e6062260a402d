"""One draft open in two windows, or on a phone and a computer: the second is shown both, and nothing is lost.

A page carries an id of its own and how often the draft had been saved when it was made. Where another window has saved
since, nothing is overwritten: what stands there and what is written here are put together, and where both say
something the page shows both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.http import QueryDict

from rihai.instruments.form import Filled, Form
from rihai.instruments.form.filled import COUNT
from rihai.instruments.queries import answers_in

WINDOW, KNOWN = "window", "saved"
"""The fields in which a page says which window it is, and up to which save it knows the draft."""
NO_DRAFT = -1
_ID = re.compile(r"[0-9a-f-]{36}")


@dataclass(frozen=True, slots=True)
class Window:
    """Which window writes, and up to which save it knows the draft; NO_DRAFT where it knew of none."""

    id: str
    known: int


@dataclass(frozen=True, slots=True)
class Both:
    """A question to which the two windows say different things, in words."""

    label: str
    there: str
    here: str


def new_window() -> str:
    """An id for a page that is opened."""
    return str(uuid4())


def window_of(posted: QueryDict) -> Window | None:
    """What a page says of itself; None for a request that says nothing, which is not compared with anything."""
    name, known = posted.get(WINDOW, ""), posted.get(KNOWN, "")
    if not _ID.fullmatch(name):
        return None
    return Window(name, int(known) if known.isdecimal() and len(known) < 10 else NO_DRAFT)


def put_together(
    form: Form, there: Mapping[str, str], here: Mapping[str, str], *, now: datetime, language: str
) -> tuple[dict[str, str], list[Both]]:
    """What both windows wrote, here first; and every question to which they say different things."""
    together = {**there, **{key: text for key, text in here.items() if text}}
    for key in there.keys() & here.keys():
        if key.endswith(COUNT) and there[key].isdecimal() and here[key].isdecimal():
            together[key] = max(there[key], here[key], key=int)  # no round of a repeat is lost
    theirs, ours = (
        {one.key: one for one in answers_in(Filled(form, texts, now=now, language=language))} for texts in (there, here)
    )
    found = [
        Both(one.label, theirs[key].words if key in theirs else "", ours[key].words if key in ours else "")
        for key, one in {**theirs, **ours}.items()
        if (theirs[key].words if key in theirs else "") != (ours[key].words if key in ours else "")
    ]
    return together, found

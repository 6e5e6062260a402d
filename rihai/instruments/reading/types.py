"""The types of questions as XLSForm names them (https://xlsform.org/en/#question-types), and what we do with each."""

from __future__ import annotations

import re
from typing import NamedTuple

SHOWN = frozenset(
    {
        "text", "integer", "decimal", "date", "time", "datetime", "select_one", "select_multiple", "note",
        "acknowledge", "range",
    }
)  # fmt: skip
IN_LISTS = frozenset({"select_one", "select_multiple", "rank"})
LEFT_OUT = frozenset(
    {
        "rank", "image", "photo", "audio", "video", "file", "geopoint", "geotrace", "geoshape", "barcode",
        "background-audio", "start-geopoint", "background-geopoint", "audit",
    }
)  # fmt: skip
NEEDS_FILE = frozenset({"select_one_from_file", "select_multiple_from_file", "csv-external", "xml-external"})
META = frozenset(
    {
        "start", "end", "today", "deviceid", "username", "phonenumber", "email", "simserial", "subscriberid",
        "calculate", "hidden",
    }
)  # fmt: skip
GROUPS = frozenset({"begin group", "begin repeat", "end group", "end repeat"})
KNOWN = SHOWN | LEFT_OUT | NEEDS_FILE | META | GROUPS
_SAME = {
    "int": "integer", "string": "text", "select one": "select_one", "select1": "select_one",
    "select multiple": "select_multiple", "select": "select_multiple", "add select one prompt using": "select_one",
    "add select multiple prompt using": "select_multiple", "trigger": "acknowledge", "begin_group": "begin group",
    "end_group": "end group", "begin_repeat": "begin repeat", "end_repeat": "end repeat", "calculation": "calculate",
    "select one from": "select_one", "select all that apply from": "select_multiple", "begin loop": "begin repeat",
    "end loop": "end repeat",
}  # fmt: skip
_OTHER = re.compile(r"\s+(or_other|or specify other|or other)$", re.IGNORECASE)
FACT_KINDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "select_one", "calculate"),
    "number": ("integer", "decimal", "range", "calculate"),
    "integer": ("integer", "range", "calculate"),
    "date": ("date", "calculate"),
    "yes_no": ("select_one", "calculate"),
    "code": ("select_one", "calculate"),
    "codes": ("select_multiple", "select_one", "calculate"),
}
"""Which types of question can say a fact of each kind of the dictionary."""


class Type(NamedTuple):
    """A type, and the list it takes where it takes one."""

    base: str
    list: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether somebody reads it, so that it needs words."""
        return self.base in SHOWN

    @property
    def may_be_nameless(self) -> bool:
        """Whether it gets a name by itself: notes do, and what the form keeps of itself."""
        return self.base == "note" or (self.base in META and self.base not in {"calculate", "hidden"})


def type_of(written: str) -> Type | None:
    """The type as it is written in a sheet; None for none that XLSForm has."""
    text = _OTHER.sub("", " ".join(written.split()))
    whole = _known(text)
    if whole:
        return Type(whole)
    words = text.split(" ")
    for at in range(len(words) - 1, 0, -1):
        base = _known(" ".join(words[:at]))
        if base:
            return Type(base, " ".join(words[at:]))
    return None


def _known(text: str) -> str:
    low = text.casefold()
    low = _SAME.get(low, low)
    return low if low in KNOWN else ""

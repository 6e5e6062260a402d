"""libical, the C library that calendars of Linux desktops read by: whether it finds a fault with a feed.

LGPL-2.1 or MPL-2.0; a library of the system (`apt-get install libical3`), used by this test alone and never shipped.
"""

from __future__ import annotations

import ctypes
import re
from ctypes.util import find_library

NAME = find_library("ical")


def faults(content: bytes) -> list[str]:
    """What libical has against a calendar: what it cannot parse, and what RFC 5545 and 5546 ask more or less often.

    Raises LookupError where the system has no libical.
    """
    if NAME is None:
        raise LookupError("libical")
    library = ctypes.CDLL(NAME)
    for name, asks, gives in (
        ("icalparser_parse_string", ctypes.c_char_p, ctypes.c_void_p),
        ("icalrestriction_check", ctypes.c_void_p, ctypes.c_int),
        ("icalcomponent_count_errors", ctypes.c_void_p, ctypes.c_int),
        ("icalcomponent_as_ical_string", ctypes.c_void_p, ctypes.c_char_p),
        ("icalcomponent_free", ctypes.c_void_p, None),
    ):
        function = getattr(library, name)
        function.argtypes, function.restype = [asks], gives
    calendar = library.icalparser_parse_string(content)
    if not calendar:
        return ["not a calendar"]
    keeps = library.icalrestriction_check(calendar)
    found = library.icalcomponent_count_errors(calendar)
    written = library.icalcomponent_as_ical_string(calendar).decode().replace("\r\n ", "")
    library.icalcomponent_free(calendar)
    said = re.findall(r"^X-LIC-ERROR[^:]*:(.*?)\r?$", written, re.MULTILINE)
    return said or ([] if keeps and not found else ["not allowed, without a word why"])

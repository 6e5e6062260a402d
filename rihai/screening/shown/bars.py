"""The custody bar: time held against the limit that decides, drawn as one line; all bars of a list share one scale.

Grey is custody within the limit, hatched red beyond it, the line is the limit, an open box is what is still to come;
dashes: the first day is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rihai.law.arithmetic import Span
from rihai.words import direction, number_text

CUSTODY = frozenset(
    {
        "counted_custody_from",
        "custody_since",
        "default_term_from",
        "first_admitted_on",
        "first_custody_on",
        "remand_counted_from",
        "sentence_from",
        "solitary_since",
        "substantive_custody_from",
    }
)
"""The facts from which time held is counted; time since anything else is no bar of custody."""


@dataclass(frozen=True, slots=True)
class Held:
    """Days held and the day of the limit, both counted from the first day; None: the first day is not known."""

    days: int | None
    limit: int | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar: what it is (within, beyond, coming), where it begins and how long it is, in percent."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """What is drawn, and the same in a sentence; no pieces where the first day is not known."""

    says: str
    pieces: tuple[Piece, ...] = ()
    limit: str = ""


def held_in(spans: Iterable[Span], on: int) -> Held | None:
    """The time held that decides; None where no time of custody is counted, or its limit is not known."""
    custody = [span for span in spans if span.fact in CUSTODY]
    for span in custody:
        if span.start is not None and span.end is not None and span.start <= on and span.start < span.end:
            return Held(on - span.start, span.end - span.start)
    return Held(None, None) if custody and all(span.start is None for span in custody) else None


def bars_of(found: Sequence[Held | None], language: str) -> list[Bar | None]:
    """The bars of a list, in its order, on one scale; drawn from the side where reading begins."""
    longest = max((max(one.days or 0, one.limit or 0) for one in found if one), default=0)
    return [_bar(one, longest, language) if one else None for one in found]


def _bar(held: Held, longest: int, language: str) -> Bar:
    days, limit = held.days, held.limit
    if days is None or limit is None:
        return Bar(_("The day custody began is not known"))
    within, last = min(days, limit), max(days, limit)
    rest = "beyond" if days > limit else "coming"
    is_rtl = direction(language) == "rtl"

    def piece(kind: str, start: int, end: int) -> Piece:
        x, width = start * 100 / longest, (end - start) * 100 / longest
        return Piece(kind, f"{100 - x - width if is_rtl else x:.2f}%", f"{width:.2f}%")

    pieces = [piece("within", 0, within), *([piece(rest, within, last)] if last > within else [])]
    mark = limit * 100 / longest
    says = _("Held %(days)s days; the limit falls on day %(limit)s") % {
        "days": number_text(days, language), "limit": number_text(limit, language),
    }  # fmt: skip
    return Bar(says, tuple(pieces), f"{100 - mark if is_rtl else mark:.2f}%")

"""The figures of a briefing as they may be shown: small counts withheld, and whatever would give one away.

Guarded beside every briefing of the same place that was signed before. Each line lies within everybody held there, so
that the rest of it is guarded too. Nothing is rounded, so that a later briefing can be laid beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rihai.coordination.briefing.compose import Said
from rihai.coordination.briefing.models import Rests
from rihai.kit.exports.models import PublishedFigures
from rihai.profile.disclosure import RULE, Figures, Key, Release, control, from_json

CONTROLLED = (Rests.LAW, Rests.RISK, Rests.GAP, Rests.HEARINGS)
"""What counts people, or acts of so few that they could be recognised; recommendations count nobody."""


def export_of(place_id: int) -> str:
    """Under which name the briefings of a place leave."""
    return f"coordination.briefing.{place_id}"


def keys_of(line: Said, on: date) -> tuple[Key, Key]:
    """Of those met, and of those still open to the court; the same for every actor who is told of a line."""
    series = f"{line.rests}/{line.code}"
    return Key(on.isoformat(), f"{series}/met"), Key(on.isoformat(), f"{series}/open")


def held_key(on: date) -> Key:
    """Everybody held at the place."""
    return Key(on.isoformat(), "held")


def figures_of(lines: Iterable[Said], held: int, on: date) -> Figures:
    """The counts with how they hang together."""
    figures = Figures()
    everybody = figures.add(held_key(on), held, RULE.threshold(held))
    for line in lines:
        if line.rests not in CONTROLLED or keys_of(line, on)[0] in figures.counts:
            continue
        threshold = RULE.threshold(held, is_sensitive=line.is_sensitive)
        keys = [
            figures.add(key, number, threshold)
            for key, number in zip(keys_of(line, on), (line.met, line.open), strict=True)
        ]
        if line.is_people and line.met + line.open <= held:
            figures.add_rest(everybody, keys)
    return figures


def released(lines: Sequence[Said], held: int, on: date, place_id: int) -> Release:
    """What may be shown, beside everything that left of this place. Raises Refused where no safe way is left."""
    kept = PublishedFigures.objects.filter(export=export_of(place_id)).order_by("released_at")
    return control(figures_of(lines, held, on), earlier=[from_json(one.release) for one in kept]).release


def printed(release: Release, line: Said, on: date) -> tuple[int | None, int | None]:
    """The two numbers of a line as they may be shown; None: withheld."""
    if line.rests not in CONTROLLED:
        return line.met, line.open
    met, still_open = keys_of(line, on)
    return release.cells[met], release.cells[still_open]

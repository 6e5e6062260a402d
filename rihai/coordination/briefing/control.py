"""The figures of a briefing as they may be shown: small counts withheld, and whatever would give one away.

Guarded beside every briefing of the same place that was signed before, and beside those of the places inside and around
it. Each line lies within everybody held there, so that the rest of it is guarded too. Nothing is rounded, so that a
later briefing can be laid beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rihai.coordination.briefing.compose import Said
from rihai.coordination.briefing.models import Rests
from rihai.coordination.briefing.nested import HELD, Beside, add_nested, key_of, left_of
from rihai.profile.disclosure import RULE, Figures, Key, Release, control

CONTROLLED = (Rests.LAW, Rests.RISK, Rests.GAP, Rests.HEARINGS)
"""What counts people, or acts of so few that they could be recognised; recommendations count nobody."""


def keys_of(line: Said, on: date, place_id: int) -> tuple[Key, Key]:
    """Of those met, and of those still open to the court; the same for every actor who is told of a line."""
    met, still_open = _series(line)
    return key_of(place_id, on, met), key_of(place_id, on, still_open)


def _series(line: Said) -> tuple[str, str]:
    return f"{line.rests}/{line.code}/met", f"{line.rests}/{line.code}/open"


def held_key(on: date, place_id: int) -> Key:
    """Everybody held at the place."""
    return key_of(place_id, on, HELD)


def figures_of(lines: Iterable[Said], held: int, on: date, place_id: int) -> Figures:
    """The counts with how they hang together."""
    figures = Figures()
    everybody = figures.add(held_key(on, place_id), held, RULE.threshold(held))
    for line in lines:
        if line.rests not in CONTROLLED or keys_of(line, on, place_id)[0] in figures.counts:
            continue
        threshold = RULE.threshold(held, is_sensitive=line.is_sensitive)
        keys = [
            figures.add(key, number, threshold)
            for key, number in zip(keys_of(line, on, place_id), (line.met, line.open), strict=True)
        ]
        if line.is_people and line.met + line.open <= held:
            figures.add_rest(everybody, keys)
    return figures


def released(lines: Sequence[Said], held: int, on: date, place_id: int) -> Release:
    """What may be shown, beside everything that left of this place, of those inside it and of those around it.

    Raises Refused where no safe way is left.
    """
    figures = figures_of(lines, held, on, place_id)
    numbers = {HELD: (held, False)}
    for line in lines:
        if line.rests in CONTROLLED:
            numbers |= {
                name: (number, line.is_sensitive)
                for name, number in zip(_series(line), (line.met, line.open), strict=True)
            }
    earlier = add_nested(figures, Beside(place_id, on, held, numbers))
    return control(figures, earlier=[*left_of([place_id]), *earlier]).release


def printed(release: Release, line: Said, on: date, place_id: int) -> tuple[int | None, int | None]:
    """The two numbers of a line as they may be shown; None: withheld."""
    if line.rests not in CONTROLLED:
        return line.met, line.open
    met, still_open = keys_of(line, on, place_id)
    return release.cells[met], release.cells[still_open]

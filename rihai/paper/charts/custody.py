"""The bar of one person's custody: grey within the limit, red hatching beyond, a line at the limit."""

from __future__ import annotations

from dataclasses import dataclass

from rihai.paper import inks
from rihai.paper.charts.drawing import Drawing

HEIGHT, BAR = 12, 8


@dataclass(frozen=True)
class CustodyBar:
    """Days held and the limit in days; None is not known. `says` is the sentence for those who cannot see the bar."""

    held: int | None
    limit: int | None
    says: str

    @property
    def length(self) -> int:
        """Days that the bar must have room for; all bars of a list share the longest."""
        return max(self.held or 0, self.limit or 0, 1)

    def as_svg(self, language: str, longest: int, *, width: int | None = None, key: str = "bar") -> str:
        """The drawing, on a scale on which the full width is `longest` days."""
        drawing = Drawing(language, title=self.says, says="", key=key, kind="bar")
        top = (HEIGHT - BAR) / 2
        held, limit = (100 * (value or 0) / longest for value in (self.held, self.limit))
        if self.held is None:
            drawing.dashed(0, top, limit or 100, BAR)
        else:
            within = held if self.limit is None else min(held, limit)
            drawing.rect(0, top, within, BAR, "ink")
            if self.limit is not None and held > limit:
                drawing.rect(limit, top, held - limit, BAR, "over")
            elif self.limit is not None and limit > held:
                drawing.rect(held, top, limit - held, BAR, "open")
        if self.limit is not None:
            drawing.line(limit, 0, limit, HEIGHT, inks.INK, 2)
        return drawing.as_svg(HEIGHT, width)

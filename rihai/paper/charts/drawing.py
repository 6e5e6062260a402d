"""The drawing board of the charts: shares of the width for x, pixels for y, so that bars stretch and letters do not.

x is counted from the side where reading begins, and mirrored for right-to-left; text never relies on the direction
that an SVG inherits, which turns its anchors round in some programs and is ignored in others.
"""

from __future__ import annotations

from html import escape
from typing import Literal

from rihai.paper import inks
from rihai.paper.script import Run, isolated
from rihai.words import direction

FONTS = {
    "ltr": "Noto Sans, Segoe UI, sans-serif",
    "rtl": "Noto Naskh Arabic, Noto Sans, Segoe UI, sans-serif",
}
"""By the direction of the words: each script names its own font, as a drawing in a PDF cannot be trusted to find it."""
SIZE = 13
Fill = Literal["accent", "hatch", "soft", "dots", "ink", "open", "over", "go", "weigh", "wait", "withheld"]
FILLS: tuple[Fill, ...] = ("accent", "soft", "hatch", "open", "ink", "dots")
"""In the order in which the parts of a whole take them: neighbours differ in pattern, not only in colour."""
PLAIN = {"accent": inks.ACCENT, "soft": inks.RULE, "ink": "#6b6468", "open": inks.SHEET, "go": inks.GO}
PATTERNS = {
    "hatch": (inks.ACCENT_TINT, f'<path d="M0 0V7" stroke="{inks.ACCENT}" stroke-width="4"/>'),
    "over": (inks.STOP, '<path d="M0 0V7" stroke="#fff" stroke-width="3"/>'),
    "weigh": (inks.WEIGH_TINT, f'<path d="M0 0V7" stroke="{inks.WEIGH}" stroke-width="5"/>'),
    "wait": (inks.WAIT_TINT, f'<path d="M0 0V7M0 3.5H7" stroke="{inks.WAIT}" stroke-width="1.5"/>'),
    "dots": (inks.SHEET, f'<circle cx="3.5" cy="3.5" r="1.6" fill="{inks.INK}"/>'),
    "withheld": (inks.SHEET, f'<path d="M0 0V7" stroke="{inks.EDGE}" stroke-width="1.5"/>'),
}


class Drawing:
    """One SVG while it is drawn. Give `says` the sentence that the chart says; `key` must differ on one page."""

    def __init__(self, language: str, *, title: str, says: str, key: str, kind: str = "chart") -> None:
        self.direction = direction(language)
        self.language, self.title, self.says, self.key, self.kind = language, title, says, key, kind
        self.parts: list[str] = []
        self.patterns: set[str] = set()

    def rect(self, x: float, y: float, width: float, height: float, fill: Fill) -> None:
        """A bar from share x of the width on; x and width are per cent, y and height pixels."""
        left = 100 - x - width if self.direction == "rtl" else x
        shape = f'<rect x="{left:.2f}%" y="{y:g}" width="{width:.2f}%" height="{height:g}"'
        edge = f' stroke="{inks.EDGE}" stroke-width="1"' if fill not in ("accent", "ink", "over", "go") else ""
        self.parts.append(f'{shape} fill="{self._paint(fill)}"{edge}/>')

    def dashed(self, x: float, y: float, width: float, height: float) -> None:
        """An empty box of dashes: not known."""
        left = 100 - x - width if self.direction == "rtl" else x
        self.parts.append(
            f'<rect x="{left:.2f}%" y="{y:g}" width="{width:.2f}%" height="{height:g}" fill="none" '
            f'stroke="{inks.EDGE}" stroke-width="1.25" stroke-dasharray="3 3"/>'
        )

    def swatch(self, y: float, fill: Fill) -> None:
        """A small square of a fill at the reading side."""
        x, dx = ("100%", -13) if self.direction == "rtl" else ("0", 1)
        self.parts.append(
            f'<svg x="{x}" y="{y:g}" overflow="visible"><rect x="{dx}" width="12" height="12" '
            f'fill="{self._paint(fill)}" stroke="{inks.EDGE}" stroke-width="1"/></svg>'
        )

    def line(
        self, x1: float, y1: float, x2: float, y2: float, ink: str = inks.EDGE, width: float = 1, dash: str = ""
    ) -> None:
        """A line between two points; x in per cent, y in pixels; `dash` as SVG writes it ("6 4")."""
        x1, x2 = self._x(x1), self._x(x2)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        ends = f'x1="{x1:.2f}%" y1="{y1:g}" x2="{x2:.2f}%" y2="{y2:g}"'
        self.parts.append(f'<line {ends} stroke="{ink}" stroke-width="{width:g}"{dashes}/>')

    def dot(self, x: float, y: float, radius: float, ink: str = inks.ACCENT) -> None:
        """A round mark."""
        self.parts.append(f'<circle cx="{self._x(x):.2f}%" cy="{y:g}" r="{radius:g}" fill="{ink}"/>')

    def text(
        self, x: float, y: float, text: str, *, anchor: Literal["start", "middle", "end"] = "start",
        is_strong: bool = False, ink: str = inks.INK_2, shift: float = 0,
    ) -> None:  # fmt: skip
        """Words whose start, middle or end (as read) stands at share x, moved on by `shift` pixels; y is the base."""
        if self.direction == "rtl":
            anchor = {"start": "end", "middle": "middle", "end": "start"}[anchor]  # type: ignore[assignment]
            shift = -shift
        weight = ' font-weight="700"' if is_strong else ""
        self.parts.append(
            f'<text x="{self._x(x):.2f}%" y="{y:g}" dx="{shift:g}" text-anchor="{anchor}" fill="{ink}"{weight}>'
            f"{self._spoken(text)}</text>"
        )

    def _spoken(self, text: str) -> str:
        """The text with every stretch of another direction set apart, and in the font of its script."""
        return isolated(text, self.direction, self._stretch)

    def _stretch(self, run: Run) -> str:
        words = escape(run.text)
        return f'<tspan font-family="{FONTS[run.direction]}">{words}</tspan>' if run.direction else words

    def as_svg(self, height: float, width: int | None) -> str:
        """The finished drawing, `height` pixels high, `width` wide or as wide as the page."""
        size = f'width="{width or "100%"}" height="{height:g}"'
        labels = (
            f'<title id="{self.key}-t">{escape(self.title)}</title><desc id="{self.key}-d">{escape(self.says)}</desc>'
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="{self.kind}" {size} direction="ltr" role="img" '
            f'lang="{self.language}" aria-labelledby="{self.key}-t {self.key}-d" font-family="{FONTS[self.direction]}" '
            f'font-size="{SIZE}">{labels}{self._definitions()}{"".join(self.parts)}</svg>'
        )

    def _x(self, x: float) -> float:
        return 100 - x if self.direction == "rtl" else x

    def _paint(self, fill: Fill) -> str:
        if fill in PLAIN:
            return PLAIN[fill]
        self.patterns.add(fill)
        return f"url(#{self.key}-{fill})"

    def _definitions(self) -> str:
        drawn = (
            f'<pattern id="{self.key}-{name}" width="7" height="7" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)"><rect width="7" height="7" fill="{PATTERNS[name][0]}"/>'
            f"{PATTERNS[name][1]}</pattern>"
            for name in sorted(self.patterns)
        )
        return f"<defs>{''.join(drawn)}</defs>" if self.patterns else ""

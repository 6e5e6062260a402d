"""Figures that keep what they were made of: a count with its base, and a whole with its parts.

Published prison statistics often print a rate that does not follow from their own counts (61,813 persons on 37,217
places printed as 173.6 per cent; it is 166.1). Here a rate is never kept, only reckoned from both counts and shown
with them, and parts that do not add up to their whole are refused.
"""

from __future__ import annotations

from dataclasses import dataclass

from rihai.words import number_text, say


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, and the base it is a share of (None for a plain count).

    `left_out` is how many of the base are not in it because nothing is known of them: they are never counted as *no*.
    """

    code: str
    numerator: int
    denominator: int | None = None
    left_out: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError for a negative count."""
        if min(self.numerator, self.denominator or 0, self.left_out) < 0:
            raise ValueError(f"{self.code}: a count is below nought")

    @property
    def share(self) -> float | None:
        """The count as a fraction of its base; None without a base, or with an empty one."""
        return self.numerator / self.denominator if self.denominator else None

    def text(self, language: str, decimals: int = 1) -> str:
        """The figure in words, as share_text says it; a plain count where there is no base."""
        if self.denominator is None:
            return number_text(self.numerator, language)
        return share_text(self.numerator, self.denominator, language, decimals)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A whole and its parts: rows, those not known, and the total, which was counted apart from them.

    `unit` is what is counted, `includes` and `excludes` say who is in it and who is not (English, said later). Each
    row's base is those known, that is the total less `not_known`.
    """

    code: str
    title: str
    unit: str
    includes: str
    excludes: str
    rows: tuple[Figure, ...]
    not_known: int
    total: int

    def __post_init__(self) -> None:
        """Raises ValueError when rows and not known do not add up to the total."""
        parts = sum(row.numerator for row in self.rows) + self.not_known
        if parts != self.total:
            raise ValueError(f"{self.code}: the parts make {parts:,}, the total is {self.total:,}")

    @property
    def known(self) -> int:
        """How many of the total are in one of the rows."""
        return self.total - self.not_known

    def count(self, *codes: str) -> int:
        """The sum of some rows; a row that is not there counts nought."""
        return sum(row.numerator for row in self.rows if row.code in codes)


def share_text(numerator: int, denominator: int, language: str, decimals: int = 1) -> str:
    """A share with both its counts: "73.4 % (74,918 of 102,026)"; only the counts where the base is nought.

    Rounded half up from the whole numbers themselves, so that no binary fraction decides the last place.
    """
    counts = {"count": number_text(numerator, language), "base": number_text(denominator, language)}
    if not denominator:
        return say("{count} of {base}", language, **counts)
    scale = 10**decimals
    units = (2 * numerator * 100 * scale + denominator) // (2 * denominator)
    whole, rest = divmod(units, scale)
    percent = f"{number_text(whole, language)}.{rest:0{decimals}}" if decimals else number_text(whole, language)
    return say("{percent} % ({count} of {base})", language, percent=percent, **counts)

"""One provision, the general delay proviso of s. 497 CrPC, written by hand for other engines beside ours.

Every engine reads the same Parquet of rows laid flat (COLUMNS) and gives the number of the outcome of each row, as
`rihai.law.provision.OUTCOMES`. Each adds calendar months to dates, as it must to say since when; none is given days
worked out before.
"""

from __future__ import annotations

from datetime import date

COLUMNS = (
    "legal_status", "bailable", "custody_since__e", "custody_since__l", "sex", "punishable_with_death",
    "trial_concluded", "delay_attributed_to_accused", "court_found_hardened", "terrorism", "grave_record",
    "grave_terrorism", "sindh_charge", "fir_date__e", "fir_date__l",
)  # fmt: skip
ENGINES = {
    "DuckDB, the query of the pack": ("with_duckdb", None),
    "Polars, streaming": ("with_polars", "polars"),
    "pandas": ("with_pandas", "pandas"),
    "OpenFisca": ("with_openfisca", "openfisca_core"),
    "a plain Python loop": ("loop", None),
}
"""The engines by what the report calls them: module, and the package that must be installed."""
LIMITS = {("male", 0): 12, ("female", 0): 6, ("male", 1): 24, ("female", 1): 12}
"""Months of detention by sex and whether the offence is punishable with death."""
ALWAYS, NEVER = -1_000_000_000, 1_000_000_000
"""A day that is not known: from the first, or never."""
SINDH_BAR_ENDS = (date(2025, 8, 18) - date(1970, 1, 1)).days
"""The day from which a case under the Sindh Act of 2024 is no longer kept from bail by that Act."""
NOT_APPLICABLE, MET, NOT_YET, NOT_MET, ARGUABLE, CANNOT_TELL = range(6)


def months(sex: str, capital: int) -> tuple[int, int, int]:
    """Fewest and most months that what is known leaves open, and the most if the court takes the kinder view of sex."""
    sexes = (sex,) if sex in {"male", "female"} else ("male", "female")
    capitals = (capital,) if capital in {0, 1} else (0, 1)
    open_ = [[LIMITS[one, death] for one in sexes] for death in capitals]
    kind = min if sex == "transgender" else max
    return min(map(min, open_)), max(map(max, open_)), max(kind(row) for row in open_)


KINDS = [
    ((sex, capital), months(sex, capital)) for sex in ("male", "female", "transgender", "") for capital in (0, 1, -1)
]

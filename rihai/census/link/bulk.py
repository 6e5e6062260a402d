"""Bulk de-duplication of very long lists with Splink (the extra `linkage`): pairs of records that may be one person.

Splink (MIT, https://moj-analytical-services.github.io/splink/) learns from the list itself how often each particular
agrees among the same and among different people (Fellegi and Sunter; expectation-maximisation) and runs inside DuckDB.
We hand it our script-neutral name words, so that it sees through spellings and scripts. It proposes pairs with a
probability; joining anybody stays with `link_within` and with people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log2
from typing import TYPE_CHECKING, Any, NamedTuple

from rihai.census.link.particulars import Particulars, particulars_of
from rihai.days import date_of, iso
from rihai.errors import Refused
from rihai.names import key

if TYPE_CHECKING:
    import pyarrow as pa

SEED = 20_260_101
RANDOM_PAIRS = 2_000_000
"""Pairs drawn to learn how often different people agree by chance."""


class Proposal(NamedTuple):
    """Two records by their places, and the probability that they are one person, by Splink's own reckoning."""

    one: int
    other: int
    probability: float


def propose_duplicates(records: Iterable[Mapping[str, Any]], *, least: float = 0.9) -> list[Proposal]:
    """Pairs of one list that are one person with probability `least` or more, likeliest first.

    Raises Refused where Splink is not installed: pip install 'rihai[linkage]'.
    """
    try:
        from splink import Linker, block_on
        from splink.backends.duckdb import DuckDBAPI
    except ImportError:
        raise Refused("Bulk de-duplication needs Splink: pip install 'rihai[linkage]'.") from None
    table = _table(list(particulars_of(records)))
    api = DuckDBAPI()
    linker = Linker(api.register(table), _settings(table.num_rows), log_level="ERROR")
    training = linker.training
    training.estimate_probability_two_random_records_match(["l.cnic = r.cnic"], recall=0.8)
    training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=SEED)
    for rule in (block_on("cnic"), block_on("born"), block_on("fir", "arrested")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    predicted: Any = linker.inference.predict(threshold_match_weight=log2(least / (1 - least)))
    found = predicted.as_pyarrow_table()
    columns = (found.column(name).to_pylist() for name in ("unique_id_l", "unique_id_r", "match_probability"))
    pairs = (Proposal(min(a, b), max(a, b), probability) for a, b, probability in zip(*columns, strict=True))
    return sorted(pairs, key=lambda pair: (-pair.probability, pair.one, pair.other))


def _settings(rows: int) -> Any:
    """What is compared and which pairs: as in our own linking, but weighed by what Splink learns."""
    import splink.comparison_library as compared
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=1 / max(2, rows),
        comparisons=[
            compared.LevenshteinAtThresholds("cnic", 1),
            compared.JaroWinklerAtThresholds("name", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            compared.JaroWinklerAtThresholds("father", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            compared.LevenshteinAtThresholds("born", 1),
            compared.ExactMatch("birth_year"),
            compared.ExactMatch("fir").configure(term_frequency_adjustments=True),
            compared.ExactMatch("arrested"),
            compared.ExactMatch("number"),
            compared.ExactMatch("district"),
            compared.ExactMatch("sex"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("cnic"), block_on("number"), block_on("fir", "arrested"), block_on("born", "word"),
            block_on("name", "father"), block_on("arrested", "word"), block_on("father", "birth_year"),
        ],
    )  # fmt: skip


def _table(people: list[Particulars]) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_pylist([_row(at, person) for at, person in enumerate(people)], _schema())


def _row(at: int, person: Particulars) -> dict[str, Any]:
    name = key(person.name)
    exact = person.born if person.born and person.born.exact else None
    year = date_of((person.born.earliest + person.born.latest) // 2).year if person.born else None
    return {
        "unique_id": at,
        "cnic": person.cnic,
        "number": f"{person.prison}/{person.number}" if person.number else None,
        "name": " ".join(name) or None,
        "word": max(name, key=len, default=None),
        "father": " ".join(key(person.father or "")) or None,
        "born": iso(exact.earliest) if exact else None,
        "birth_year": year,
        "fir": min(person.firs, default=None),
        "arrested": min(person.arrested, default=None),
        "district": " ".join(person.district or ()) or None,
        "sex": person.sex,
    }


def _schema() -> pa.Schema:
    import pyarrow as pa

    whole = {"unique_id", "birth_year", "arrested"}
    names = (
        "unique_id", "cnic", "number", "name", "word", "father", "born", "birth_year", "fir", "arrested", "district",
        "sex",
    )  # fmt: skip
    return pa.schema([(name, pa.int64() if name in whole else pa.string()) for name in names])

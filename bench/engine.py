"""The law of Pakistan over a census from Parquet to Parquet."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from itertools import islice
from pathlib import Path

from bench.measure import Measurement, measure
from rihai.census.synth.people import invent_records
from rihai.law.bulk import find_all, find_to_parquet
from rihai.law.engine import ReadyPack
from rihai.law.flatten import as_arrow, record_schema
from rihai.law.load import load_pack
from rihai.law.record import checked
from rihai.law.screen import find_in

AS_OF = date(2026, 11, 25)
LARGEST = "RIHAI_BENCH_LARGEST"
"""The variable of the environment that `python -m bench --largest` sets: the most persons of a census."""
SIZES = (100_000, 1_000_000, 11_500_000)
"""A country, a large country, and everyone in prison in the world."""
_SEED = 7
_NOTE = (
    "Parts of the census are worked out side by side, one processor each; every part plans its queries anew, between "
    "one and two seconds of a processor. Taken apart once, of 100,000 persons on one processor: reading the columns "
    "that are asked 0.1 s; laying flat 1.9 s, of which reckoning in Python is two fifths; outcomes 1.0 s, more than "
    "half of it carrying columns on; days, missing facts and notes of the 1.26 million findings 2.2 s, of which "
    "planning 1.2 s; words 0.4 s; writing 0.5 s. The floor reads every column of the records, the census only those "
    "that its packs ask. Beyond one million persons the same million comes again under other ids; nothing that is "
    "worked out in one part of a census is kept for another."
)
_COMPARED = 500


def run(quick: bool) -> list[Measurement]:
    """The measurements of the engine; first it must agree with itself, or there is nothing to measure."""
    pack = ReadyPack(load_pack("pakistan"), AS_OF)
    _agree(pack)
    largest = int(os.environ.get(LARGEST, "1000000"))
    sizes = [20_000] if quick else [size for size in SIZES if size <= largest]
    return [found for persons in sizes for found in _census(pack, persons)]


def _census(pack: ReadyPack, persons: int) -> list[Measurement]:
    """A census of so many, and the floor under it: the same file read, the same findings written, nothing between."""
    size, runs = f"{persons:,} persons, {len(pack.provisions)} provisions", 3 if persons <= 1_000_000 else 1
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "records.parquet", Path(folder) / "findings.parquet"
        _write(source, persons)
        return [
            measure("Census to findings, Parquet to Parquet", size, lambda: find_to_parquet(source, [pack], target),
                    runs=runs),
            measure("Floor: read the records, read and write the findings", size, lambda: _floor(source, target),
                    runs=runs, note=_NOTE),
        ]  # fmt: skip


def _floor(source: Path, target: Path) -> None:
    import pyarrow.parquet as pq

    with pq.ParquetFile(source) as file:
        for _ in file.iter_batches(100_000):
            pass
    with (
        pq.ParquetFile(target) as file,
        pq.ParquetWriter(target.with_suffix(".again"), file.schema_arrow, compression="zstd") as writer,
    ):
        for batch in file.iter_batches(100_000):
            writer.write_batch(batch)


def _agree(pack: ReadyPack) -> None:
    """Every finding of some hundred people is the same in the query as in the function for one person."""
    records = [checked(record)[0] for record in invent_records(_COMPARED, _SEED, AS_OF)]
    at_once = {
        (row["person_index"], row["provision"], row["case_id"]): (row["outcome"], row["missing"], row["notes"])
        for row in find_all(records, [pack]).table.to_pylist()
    }
    one_by_one = {
        (index, one.provision.id, one.case_id): (one.outcome, list(one.missing), list(one.notes))
        for index, record in enumerate(records)
        for one in find_in(record, [pack])
        if one.outcome not in {"not_met", "not_applicable"}
    }
    if at_once != one_by_one:
        raise SystemExit("The two engines differ: no figures are given.")


def _write(path: Path, persons: int, invented: int = 1_000_000) -> None:
    """Invent so many records, at most a million; a longer census has the same people again, each with another id."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    first = path if persons <= invented else path.with_suffix(".first")
    records = invent_records(min(persons, invented), _SEED, AS_OF)
    with pq.ParquetWriter(first, record_schema(), compression="zstd") as writer:
        while several := [checked(record)[0] for record in islice(records, 50_000)]:
            writer.write_table(as_arrow(several))
    if first == path:
        return
    with pq.ParquetFile(first) as file, pq.ParquetWriter(path, file.schema_arrow, compression="zstd") as writer:
        left, copy, where = persons, 0, file.schema_arrow.get_field_index("id")
        while left:
            for batch in file.iter_batches(50_000):
                some = batch.slice(0, left)
                ids = pc.binary_join_element_wise(str(copy), some["id"], "-")
                writer.write_batch(some.set_column(where, "id", ids))
                left -= some.num_rows
            copy += 1
    first.unlink()

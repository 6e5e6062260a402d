"""`rihai census dedupe FILE`: who stands in one list more than once, surely or perhaps, with the reasons."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rihai.cli.comparing import decisions_of
from rihai.cli.facts_file import facts_of, holds_facts
from rihai.cli.options import step
from rihai.cli.reading import read_file
from rihai.cli.run import person_name
from rihai.words import number_text, say, say_count

if TYPE_CHECKING:
    from rihai.census.link import Decisions, Links

Records = list[dict[str, Any]]
SHOWN = 20
"""Groups and pairs that a terminal shows; --json has them all."""


def run(options: Namespace) -> int:
    """Print the groups of records that are one person, and the pairs that may be."""
    records = _records(Path(options.file), options)
    with nullcontext() if options.json else step(f"Linking {len(records):,} people"):
        found = _by_splink(records) if options.splink else list(_linked(records, decisions_of(options.decisions)))
    if options.json:
        for one in found:
            print(json.dumps(one, ensure_ascii=False))
        return 0
    _print(found, {record["id"]: person_name(record) for record in records}, options.language)
    return 0


def _records(path: Path, options: Namespace) -> Records:
    if holds_facts(path):
        return facts_of(path)[0]
    return list(read_file(path, options, None, quiet=options.json).reading.records())


def _linked(records: Records, decisions: Decisions) -> Iterator[dict[str, Any]]:
    """By our own linking: groups that are one person, then doubtful pairs, likeliest first."""
    from rihai.census.link import link_within, reasons

    links: Links = link_within(records, decisions)
    for group in links.groups():
        yield {"sure": True, "records": [records[at]["id"] for at in group]}
    for link in links.doubtful:
        pair = [records[link.one]["id"], records[link.other]["id"]]
        yield {"sure": False, "records": pair, "weight": link.weight, "reasons": reasons(link, "en")}


def _by_splink(records: Records) -> list[dict[str, Any]]:
    """By Splink: pairs with their probability, likeliest first; none is sure until a person says so."""
    from rihai.census.link.bulk import propose_duplicates

    return [
        {"sure": False, "records": [records[one.one]["id"], records[one.other]["id"]], "probability": one.probability}
        for one in propose_duplicates(records)
    ]


def _print(found: list[dict[str, Any]], names: dict[str, str], language: str) -> None:
    sure = [one for one in found if one["sure"]]
    doubtful = [one for one in found if not one["sure"]]
    print(say_count("{n} person stands in the list more than once.",
                    "{n} people stand in the list more than once.", len(sure), language))  # fmt: skip
    for one in sure[:SHOWN]:
        print("  " + " = ".join(f"{names[key]} [{key}]" for key in one["records"]))
    print(say_count("{n} pair may be one person.", "{n} pairs may be one person.", len(doubtful), language))
    for one in doubtful[:SHOWN]:
        weight = f"{one['weight']:+}" if "weight" in one else f"{one['probability']:.3f}"
        told = "; ".join(one.get("reasons", ())[:4])
        print("  " + " ~ ".join(f"{names[key]} [{key}]" for key in one["records"]) + f" ({weight}) {told}")
    more = max(0, len(sure) - SHOWN) + max(0, len(doubtful) - SHOWN)
    if more:
        print("  " + say("… and {count} more; --json has them all", language, count=number_text(more, language)))

"""What the sheets of the workbook share: what each says first, and who a row is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rihai.paper.table import Column, Value
from rihai.words import day_text, say

if TYPE_CHECKING:
    from rihai.cli.run import Run


def above(run: Run, language: str) -> list[str]:
    """What every sheet says first: the day, the law, and that nobody has decided anything."""
    packs = ", ".join(f"{pack.pack.title.of(language)} {pack.pack.version}" for pack in run.packs)
    return [
        say("Asked for {day}. Law: {packs}.", language, day=day_text(run.as_of, language), packs=packs),
        say("A referral for a lawyer or a court to look at; it decides nothing.", language),
    ]


def person_columns(language: str) -> tuple[Column, ...]:
    """The columns that say who a row is about."""
    return (
        Column(say("Name", language), "text", 26),
        Column(say("Father or husband", language), "text", 22),
        Column(say("Prison number", language), "text", 14),
        Column(say("Prison", language), "text", 22),
        Column(say("Sex", language), "text", 9),
    )


def person_cells(record: dict[str, Any], language: str) -> list[Value]:
    """What stands under `person_columns` for a record; None where it is not known."""
    from rihai.law.labels import value_label

    return [
        record.get("full_name") or record.get("id"), record.get("father_or_husband_name"), record.get("prison_id"),
        record.get("prison"), value_label(record["sex"], language) if record.get("sex") else None,
    ]  # fmt: skip

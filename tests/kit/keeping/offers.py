"""What the test room offers: counting that takes its time, two exports, a letter."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date

from rihai.errors import Refused
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.exports import ExportSheet
from rihai.kit.jobs import Progress, Work
from rihai.kit.letters import LetterText
from rihai.kit.offers import Export, FileOwner, JobKind, Letter, Offer
from rihai.paper.table import Column
from rihai.profile.disclosure import Figures, Key

ROWS = [("=HYPERLINK(0)", 3, date(2026, 11, 1)), ("رخسانہ بی بی", 0, None), ("+92 300", -5, None)]


def count_slowly(work: Work) -> Progress:
    """One step: one line in the trail for each number, so that a number done twice would be seen."""
    whole, done = work.arguments["whole"], work.done + 1
    if done == work.arguments.get("breaks_at"):
        raise ZeroDivisionError("the name of a person")
    if done == work.arguments.get("refused_at"):
        raise Refused("The third is not to be counted.")
    time.sleep(work.arguments.get("rest", 0))
    append("tests.number.counted", actor=work.actor, at=work.at, subject=done)
    return Progress(done, whole, cursor={"at": done}, result={"counted": done} if done == whole else {})


def rows(actor: Actor, filters: Mapping[str, str], language: str) -> ExportSheet:
    columns = (Column("Name"), Column("Number", "number"), Column("Day", "date"))
    return ExportSheet("Rows", columns, ROWS)


def figures(actor: Actor, filters: Mapping[str, str], language: str) -> ExportSheet:
    counted = Figures()
    parts = [counted.add(Key("2026-11", name), number, 10) for name, number in {"men": 40, "women": 3}.items()]
    whole = counted.add(Key("2026-11", "all"), 43, 10)
    counted.add_sum(whole, parts)
    shown = [("men", parts[0]), ("women", parts[1]), ("all", whole)]
    return ExportSheet("Figures", (Column("Who"), Column("Persons", "number")), shown, figures=counted)


def write(actor: Actor, subject: str, language: str) -> LetterText | None:
    if subject != "7":
        return None
    words = {"en": "We ask for <bail> & a date.", "ur": "ہم ضمانت اور تاریخ مانگتے ہیں، دفعہ 497(1)۔"}
    return LetterText(
        to=["The Sessions Judge", "Roshanabad"], subject="FIR 12/2026", day=date(2026, 11, 25), salutation="Sir,",
        paragraphs=[words[language], "{{ 7 * 7 }}"], closing="Yours faithfully,", signed=["Advocate"], reference="R/7",
        facts=[("Court", "Sessions")], enclosures=["Copy of the FIR"],
    )  # fmt: skip


OFFERS: tuple[Offer, ...] = (
    JobKind(name="tests.counting", title="Counting", step=count_slowly, attempts=3),
    Export(
        name="tests.rows", title="Rows", capability="tests.take", data_class="personal",
        count=lambda actor, filters: 10_000 if filters.get("many") else len(ROWS), sheet=rows,
    ),
    Export(
        name="tests.figures", title="Figures", capability="tests.take", data_class="ordinary",
        count=lambda actor, filters: 3, sheet=figures,
    ),
    Letter(name="tests.bail", title="Bail", capability="tests.write", data_class="legal", write=write),
    FileOwner(name="tests.readers", may_read=lambda actor, stored: actor.may("tests.read")),
)  # fmt: skip

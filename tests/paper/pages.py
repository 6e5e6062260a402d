"""One page with every kind of block, in both languages; all people and places are invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rihai.paper.blocks import (
    Block,
    Bullets,
    Callout,
    Condition,
    Conditions,
    Definitions,
    Entry,
    Glossary,
    Heading,
    Ledger,
    Paragraph,
    Passage,
    SideNote,
    Strong,
)
from rihai.paper.charts import BarChart, CustodyBar, LineChart, Part, Point, StackedChart
from rihai.paper.table import NOT_COLLECTED, SUPPRESSED, Bar, Column, Link, Status, Table

DAY = date(2026, 11, 25)
RUNNING = "Not reviewed by a lawyer."
TABLE = Table(
    "People by prison",
    (Column("Prison", width=30), Column("Men", "number"), Column("Women", "number"), Column("Share", "percent"),
     Column("Day", "date"), Column("State", "status"), Column("Law", "link")),
    (("District Jail Roshanabad", 1650, SUPPRESSED, 0.25, DAY, Status("accepted", "Taken in"),
      Link("CrPC s.497", "https://example.org/497")),
     ("Women’s Prison Gulzar", 0, NOT_COLLECTED, None, None, None, None)),
    note="Invented figures.",
    total_row=("All", 1650, SUPPRESSED, 1.0, None, None, None),
)  # fmt: skip
BARS = BarChart(
    "Grounds of detention", "Most are under trial", "Ground", "People",
    (Bar("Under trial", 800, True), Bar("Sentenced", 200), Bar("Juveniles", SUPPRESSED), Bar("Others", NOT_COLLECTED)),
)  # fmt: skip
STACK = StackedChart(
    "Outcomes", "Few are reached", "Outcome", ("Met", "Arguable", "Cannot tell"), (Part("All", (1, 1, 2)),)
)
LINE = LineChart(
    "Under trial", "It fell", "Day", "People",
    (Point(date(2026, 1, 1), 100), Point(date(2026, 4, 1), 140), Point(date(2026, 7, 1), NOT_COLLECTED),
     Point(DAY, 70)),
)  # fmt: skip


def english() -> Sequence[Block]:
    """A page of every block."""
    return (
        Callout("warning", "Not reviewed", "Check each finding against the act."),
        Heading("Bailable offence", count="2 people", cite=("CrPC s.496, ", Strong("shall"))),
        Ledger((
            Entry("Bashir Namoona", "District Jail Roshanabad", "Held 9 months", Status("met", "Met"), "man, 27",
                  "No surety", CustodyBar(270, 180, "Held 270 days, limit 180")),
            Entry("نرگس فرضی", "Women’s Prison Gulzar", "No day of arrest", Status("cannot_tell", "Cannot tell"),
                  bar=CustodyBar(None, 180, "Day of arrest not known")),
        )),
        Heading("Why", 3),
        Definitions((("Where", ("barrack ", Strong("2"))),)),
        Conditions((Condition(Status("arguable", "For the court"), "No delay by the accused.", "Order sheet, row 7"),)),
        Paragraph(("Read ", Link("the act", "https://example.org/act"), Link("nothing", "javascript:alert(1)"))),
        TABLE, BARS, STACK, LINE,
        Bullets(("Rihai refers.", "It never decides.")),
        Glossary((("Finding", "What a provision says."),)),
        SideNote("Screened from an invented census."),
    )  # fmt: skip


def urdu() -> Sequence[Block]:
    """The same kinds of block, shorter, in Urdu."""
    return (
        Heading("قابلِ ضمانت جرم", count="2 افراد"),
        Ledger((Entry("بشیر نمونہ", "سنٹرل جیل", "دفعہ 497(1) کے تحت", Status("met", "شرائط پوری"), "مرد، 27"),)),
        Paragraph("یہ اعداد 24 نومبر 2026 کی فہرست سے ہیں (CrPC)۔"),
        BarChart("بنیاد", "زیادہ تر", "بنیاد", "افراد", (Bar("زیرِ سماعت", 800), Bar("سزا یافتہ", 200))),
        Passage("en", (Paragraph("In English."),)),
    )

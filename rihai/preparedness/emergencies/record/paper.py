"""The record of an emergency as a PDF and as a workbook: the same tables, one after another or one a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.accounts.standing import local_day
from rihai.kit.templatetags.kit import moment
from rihai.paper.blocks import Block, Callout, Definitions, Heading, Paragraph, SideNote
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Column, Table, Value
from rihai.paper.workbook import SheetSpec, write_workbook
from rihai.preparedness.drills.models import ItemState
from rihai.preparedness.emergencies.forms import LABELS
from rihai.preparedness.emergencies.models import COUNTS, Source, State, Ticked, Wrote
from rihai.preparedness.emergencies.record.gathered import Record, Row
from rihai.preparedness.money.models import State as Decided
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.models import in_language
from rihai.preparedness.posts.models import PostOf
from rihai.preparedness.stores.models import Way

Told = tuple[Column, Callable[[Row], Value]]


def as_pdf(record: Record, language: str, *, at: datetime, running: str) -> bytes:
    """The record to be read from its first page on: what it was, how it went hour by hour, then every table."""
    with override(language):
        blocks: list[Block] = [
            Definitions(_facts(record)), *_review(record.said["emergency"]), *tables(record),
            Callout("info", _("How to check that nothing was changed"), how_to_check()),
            Paragraph(f"SHA-256: {record.digest}"), SideNote(_codes_say()),
        ]  # fmt: skip
        return pdf_page(
            _title(record), blocks, language, standfirst=place_of(record), day=local_day(at), running=running,
        )  # fmt: skip


def as_workbook(record: Record, language: str, *, at: datetime) -> bytes:
    """The same, a sheet for each table; the first says what it was and how to check it."""
    with override(language):
        two = (Column(_("What"), "text", 30), Column(_("Said"), "text", 90))
        taken = (_("Taken out"), moment(at))
        first = Table(_title(record), two, [*_facts(record), taken, ("SHA-256", record.digest)], how_to_check())
        sheets = [SheetSpec.of(_("Emergency"), first, above=[place_of(record), _codes_say()], language=language)]
        sheets += [SheetSpec.of(one.title, one, language=language) for one in tables(record)]
        return write_workbook(sheets, language=language)


def how_to_check() -> str:
    """In a sentence how somebody outside finds out whether a record is whole."""
    return _(
        "The same record as a JSON file has this digest: type sha256sum and the name of the file. The office keeps the "
        "digest of each record that was taken out, with its day and who took it."
    )


def _codes_say() -> str:
    return _("Who worked in it stands by code; the office knows which is whose. Sentences are as they were written.")


def _title(record: Record) -> str:
    return _("Record of an emergency: %(hazard)s") % {"hazard": Hazard(record.said["emergency"]["hazard"]).label}


def place_of(record: Record) -> str:
    """Where it was, in the language of the paper."""
    one = record.said["emergency"]
    return in_language(one["place"], one["place_ur"])


def _facts(record: Record) -> list[tuple[str, str]]:
    one = record.said["emergency"]
    plan = _("version %(n)s") % {"n": one["plan_version"]} if one["plan_version"] else _("No approved plan stood")
    rows = [
        (_("In a sentence"), one["says"]), (_("Began"), moment(one["began_at"])),
        (_("Opened"), _at_by(one["opened_at"], one["opened_by"])), (_("By the plan"), plan),
        (_("Offered by"), _(", ").join(str(Source(each).label) for each in one["offered_by"])),
        (_("State"), str(State(one["state"]).label)), (_("Closed"), _at_by(one["closed_at"], one["closed_by"])),
        (_("How it ended"), one["closing"]),
    ]  # fmt: skip
    return [(term, said) for term, said in rows if said]


def _at_by(at: datetime | None, by: str) -> str:
    return f"{moment(at)} · {by}" if at else ""


def _review(one: Mapping[str, Any]) -> list[Block]:
    if one["reviewed_at"] is None:
        return [Callout("warning", _("Not reviewed yet"), _("What went well and what did not is not written down."))]
    return [
        Heading(_("Review"), count=_at_by(one["reviewed_at"], one["reviewed_by"])),
        Definitions([(_("What went well"), one["went_well"]), (_("What did not"), one["to_mend"])]),
    ]  # fmt: skip


def tables(record: Record) -> list[Table]:
    """Every section that says something, as a table."""
    made = [
        _table(_("Log"), _log(), record.said["log"]), _table(_("Checklist"), _steps(), record.said["steps"]),
        _table(_("Situation reports"), _reports(), record.said["reports"]),
        _table(_("Issued from stores"), _stock(), record.said["stock"]),
        _table(_("Money asked for"), _asked(), record.said["asked"]),
        _table(_("Money paid"), _paid(), record.said["paid"]),
        _table(_("To be mended"), _mended(), record.said["mended"]),
    ]  # fmt: skip
    return [one for one in made if one.rows]


def _table(title: str, told: Sequence[Told], rows: Sequence[Row]) -> Table:
    return Table(title, [column for column, _of in told], [[of(row) for _column, of in told] for row in rows])


def _text(title: str, width: int, name: str, labels: Any = None) -> Told:
    if labels is None:
        return Column(title, "text", width), lambda row: row[name]
    return Column(title, "text", width), lambda row: str(labels(row[name]).label) if row[name] else ""


def _moment(title: str, name: str) -> Told:
    return Column(title, "text", 18), lambda row: moment(row[name])


def _number(title: str, name: str, width: int = 9) -> Told:
    def of(row: Row) -> Value:
        found: Any = row[name]
        return float(found) if isinstance(found, Decimal) else found

    return Column(title, "number", width), of


def _log() -> list[Told]:
    return [
        _moment(_("When"), "happened_at"), _text(_("What"), 20, "what", Wrote), _number(_("Step"), "step", 6),
        _text(_("What happened"), 46, "says"), _text(_("By"), 6, "by"), _moment(_("Written down"), "written_at"),
    ]  # fmt: skip


def _steps() -> list[Told]:
    says = Column(_("What is done"), "text", 40)
    return [
        _number(_("No."), "no", 5), (says, lambda row: in_language(row["says"], row["says_ur"])),
        _text(_("Who"), 20, "post", PostOf), _moment(_("By when"), "due_at"), _moment(_("Done at"), "done_at"),
        _number(_("Minutes late"), "minutes_after_due"), _text(_("State"), 12, "state", Ticked),
        _text(_("By"), 6, "by"), _text(_("Note"), 24, "note"),
    ]  # fmt: skip


def _reports() -> list[Told]:
    return [
        _number(_("No."), "number", 5), _moment(_("The figures stand at"), "as_of"),
        *(_number(str(LABELS[name]), name) for name in COUNTS), _text(_("How it stands"), 40, "says"),
        _text(_("What is needed"), 24, "needs"), _text(_("By"), 6, "issued_by"),
    ]  # fmt: skip


def _stock() -> list[Told]:
    return [
        _moment(_("When"), "at"), _text(_("Stock item"), 26, "item"), _text(_("Unit of count"), 10, "unit"),
        _text(_("Store"), 18, "store"), _text(_("Lot or batch"), 10, "lot"), _text(_("What"), 14, "way", Way),
        _number(_("How many"), "change"), _number(_("Left over"), "left"), _text(_("To whom, or what for"), 22, "whom"),
        _text(_("By"), 6, "by"),
    ]  # fmt: skip


def _asked() -> list[Told]:
    return [
        _moment(_("When"), "at"), _text(_("Line"), 18, "line"), _text(_("Who gives it"), 18, "funder"),
        _text(_("For what"), 26, "what"), _number(_("Rupees"), "amount", 12), _text(_("By"), 6, "by"),
        _text(_("State"), 12, "state", Decided), _moment(_("Decided"), "decided_at"),
        _text(_("Decided by"), 8, "decided_by"), _text(_("Why"), 20, "why"),
    ]  # fmt: skip


def _paid() -> list[Told]:
    receipt = Column(_("Receipt"), "text", 18)
    return [
        (Column(_("Day"), "date", 12), lambda row: row["on"]), _text(_("To whom"), 8, "to"),
        _text(_("For what"), 30, "what"), _number(_("Rupees"), "amount", 12), _text(_("By"), 6, "by"),
        (receipt, lambda row: _("receipt kept") if row["has_receipt"] else row["no_receipt"]),
    ]  # fmt: skip


def _mended() -> list[Told]:
    return [
        _text(_("What is to be done"), 40, "says"), _text(_("By which post"), 20, "post"),
        (Column(_("By when"), "date", 12), lambda row: row["due_on"]), _text(_("State"), 14, "state", ItemState),
        _text(_("What shows it"), 26, "done_says"), _text(_("By"), 6, "done_by"),
        _text(_("Verified by"), 8, "verified_by"),
    ]  # fmt: skip

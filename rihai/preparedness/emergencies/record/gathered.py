"""Everything that is kept of an emergency as plain values, people by code alone; and the digest by which it is known.

What is digested are the bytes of the JSON file: whoever has that file reckons the digest with `sha256sum` alone, and
finds it printed on the PDF and in the workbook.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import override

from rihai.kit.actor import Actor
from rihai.preparedness.drills.models import AfterAction
from rihai.preparedness.emergencies.models import COUNTS, Emergency, EmergencyStep, LogLine, SituationReport
from rihai.preparedness.emergencies.queries import to_mend_after
from rihai.preparedness.emergencies.record.codes import Codes
from rihai.preparedness.money.models import Request, Spending
from rihai.preparedness.money.queries import paid_in, requests_for
from rihai.preparedness.posts.queries import names_at
from rihai.preparedness.stores.models import Movement
from rihai.preparedness.stores.queries import movements_in

FORM = "rihai.preparedness.emergency.1"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """The record: sections of rows by their name, and which code is whose, which does not leave."""

    said: dict[str, Any]
    key: list[tuple[str, str]]

    @property
    def content(self) -> bytes:
        """The JSON file: keys in order, moments in UTC, money as text."""
        text = json.dumps(self.said, default=_plain, sort_keys=True, ensure_ascii=False, indent=1)
        return f"{text}\n".encode()

    @property
    def digest(self) -> str:
        """SHA-256 of that file, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds")
    if isinstance(value, date | Decimal):
        return str(value)
    raise TypeError(type(value).__name__)


def gathered(one: Emergency, *, actor: Actor) -> Record:
    """The record of an emergency that the actor reads; a constant number of queries."""
    steps, reports = list(one.steps.all()), list(one.reports.order_by("number"))
    log = list(one.log.select_related("step").order_by("happened_at", "at", "pk"))
    moved = list(movements_in(one.pk))
    asked = list(requests_for(actor).filter(emergency=one.pk).order_by("asked_at", "pk"))
    paid, mended = list(paid_in(one.pk)), to_mend_after(one)
    codes = Codes([
        *names_at(one.place_id), one.opened_by_name, one.closed_by_name, one.reviewed_by_name,
        *(row.done_by_name for row in steps), *(row.by_name for row in log), *(row.by_name for row in moved),
        *(row.by_name for row in paid), *(row.issued_by_name for row in reports), *(row.paid_to for row in paid),
        *(name for row in asked for name in (row.asked_by_name, row.decided_by_name)),
        *(name for row in mended for name in (row.done_by_name, row.verified_by_name)),
    ])  # fmt: skip
    said = {
        "form": FORM,
        "emergency": _emergency(one, codes),
        "log": [_line(row, codes) for row in log],
        "steps": [_step(row, codes) for row in steps],
        "reports": [_report(row, codes) for row in reports],
        "stock": [_moved(row, codes) for row in moved],
        "asked": [_asked(row, codes) for row in asked],
        "paid": [_paid(row, codes) for row in paid],
        "mended": [_mended(row, codes) for row in mended],
    }
    return Record(said, codes.key)


def _named(one: Emergency, language: str) -> str:
    with override(language):
        return one.where


def _emergency(one: Emergency, codes: Codes) -> Row:
    return {
        "place": _named(one, "en"), "place_ur": _named(one, "ur"), "hazard": one.hazard, "state": one.state,
        "says": codes.within(one.says), "began_at": one.began_at, "opened_at": one.opened_at,
        "opened_by": codes.of(one.opened_by_name), "plan_version": one.plan.number if one.plan else None,
        "closed_at": one.closed_at, "closed_by": codes.of(one.closed_by_name), "closing": codes.within(one.closing),
        "went_well": codes.within(one.went_well), "to_mend": codes.within(one.to_mend),
        "reviewed_at": one.reviewed_at, "reviewed_by": codes.of(one.reviewed_by_name),
        "offered_by": [row.source for row in one.proposals.order_by("at", "pk")],
    }  # fmt: skip


def _line(row: LogLine, codes: Codes) -> Row:
    return {
        "happened_at": row.happened_at, "written_at": row.at, "what": row.wrote, "says": codes.within(row.says),
        "step": row.step.order if row.step else None, "by": codes.of(row.by_name),
    }  # fmt: skip


def _step(row: EmergencyStep, codes: Codes) -> Row:
    took = row.took
    return {
        "no": row.order, "says": codes.within(row.says), "says_ur": codes.within(row.says_ur), "post": row.post,
        "due_at": row.due_at,
        "done_at": row.done_at, "minutes_after_due": None if took is None else int(took.total_seconds() // 60),
        "state": row.state, "by": codes.of(row.done_by_name), "note": codes.within(row.note),
    }  # fmt: skip


def _report(row: SituationReport, codes: Codes) -> Row:
    return {
        "number": row.number, "as_of": row.as_of, "issued_at": row.at, "issued_by": codes.of(row.issued_by_name),
        "says": codes.within(row.says), "needs": codes.within(row.needs), "next_at": row.next_at,
        **{name: getattr(row, name) for name in COUNTS}, "then": row.frozen,
    }  # fmt: skip


def _moved(row: Movement, codes: Codes) -> Row:
    return {
        "at": row.at, "on": row.on, "store": codes.within(row.lot.item.store.name), "item": row.lot.item.name,
        "unit": row.lot.item.unit, "lot": row.lot.mark, "good_until": row.lot.expires_on, "way": row.way,
        "change": row.change, "left": row.left, "whom": codes.within(row.whom), "by": codes.of(row.by_name),
    }  # fmt: skip


def _asked(row: Request, codes: Codes) -> Row:
    return {
        "at": row.asked_at, "by": codes.of(row.asked_by_name), "line": codes.within(row.line.name),
        "funder": codes.within(row.line.funder),
        "amount": row.amount, "what": codes.within(row.what), "state": row.state, "decided_at": row.decided_at,
        "decided_by": codes.of(row.decided_by_name), "why": codes.within(row.decided_why), "beyond": row.beyond,
    }  # fmt: skip


def _paid(row: Spending, codes: Codes) -> Row:
    return {
        "on": row.on, "written_at": row.at, "by": codes.of(row.by_name), "to": codes.of(row.paid_to),
        "what": codes.within(row.what), "amount": row.amount, "has_receipt": row.receipt_id is not None,
        "no_receipt": codes.within(row.no_receipt),
    }  # fmt: skip


def _mended(row: AfterAction, codes: Codes) -> Row:
    return {
        "says": codes.within(row.says), "post": codes.within(row.whose), "due_on": row.due_on, "state": row.state,
        "done_says": codes.within(row.done_says), "done_by": codes.of(row.done_by_name),
        "verified_on": row.verified_on, "verified_by": codes.of(row.verified_by_name),
    }  # fmt: skip

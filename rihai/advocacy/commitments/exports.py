"""Commitments and recommendations as a table that leaves; as CSV it has the headings by which it comes in again."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.advocacy.commitments.queries import commitments_for, narrowed
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column


def count(actor: Actor, asked: Mapping[str, str]) -> int:
    """How many of them."""
    return narrowed(commitments_for(actor), asked, asked_day()).count()


def sheet(actor: Actor, asked: Mapping[str, str], _language: str) -> ExportSheet:
    """One row each, with where it stands."""
    columns = (
        Column("body", "text", 10), Column("session", "text", 16), Column("paragraph", "text", 10),
        Column("recommendation", "text", 60), Column("addressee", "text", 30), Column("topic", "text", 20),
        Column("received_on", "date", 12), Column("due_on", "date", 12), Column("kind", "text", 14),
        Column("state", "text", 12), Column("source", "text", 30),
    )  # fmt: skip
    rows = [
        (one.body, one.session, one.paragraph, one.says, one.who, one.topic, one.made_on, one.due_on, str(one.kind),
         str(one.state), one.source)
        for one in narrowed(commitments_for(actor), asked, asked_day())
    ]  # fmt: skip
    return ExportSheet(_("Commitments and recommendations"), columns, rows)

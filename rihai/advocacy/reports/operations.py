"""A report to a body is planned with its deadline, and handed in with the paper itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.papers import Given, stored
from rihai.advocacy.reports.models import Report
from rihai.advocacy.reports.queries import report_for
from rihai.advocacy.scope import KEEP
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged

FIELDS = ("body", "session", "session_on", "kind", "title", "says", "with_whom", "due_on")


@transaction.atomic
def keep_report(
    *, said: Mapping[str, Any], report_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Report:
    """Plan a report, or mend it. `said`: FIELDS. Raises NotThere, Changed."""
    if not actor.may(KEEP):
        raise NotThere("report")
    values = {name: said.get(name) if name.endswith("_on") else said.get(name) or "" for name in FIELDS}
    if report_id is None:
        one = Report.objects.create(owner_id=actor.pk, made_by_name=actor.name[:120], made_at=at, **values)
    else:
        one = report_for(report_id, actor=actor)
        for name, value in values.items():
            setattr(one, name, value)
        save_if_unchanged(one, version=version, fields=list(values))
    append("advocacy.report.kept", actor=actor, at=at, subject=one.pk, kind="report")
    return one


@transaction.atomic
def hand_in(*, report_id: UUID, on: date, file: Given | None, actor: Actor, at: datetime) -> Report:
    """It was handed in on a day, and this is the paper. Raises NotThere, NotSo, FileRefused."""
    one = report_for(report_id, actor=actor)
    if one.done_on is not None:
        raise NotSo(_("It was handed in already."))
    if on > local_day(at):
        raise NotSo(_("This day is still to come; write it once it has been."))
    paper = stored(file, actor=actor, at=at)
    if paper is None:
        raise NotSo(_("Give the report as it was handed in."))
    one.done_on, one.file, one.version = on, paper, one.version + 1
    one.save(update_fields=["done_on", "file", "version"])
    append("advocacy.report.handed_in", actor=actor, at=at, subject=one.pk, kind="report")
    return one

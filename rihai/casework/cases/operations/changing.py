"""What is written of an open case: where the work is done, its weight, its stage, a contact, a review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.casework.cases.models import Case, EventKind, Setting
from rihai.casework.cases.operations.errors import WrongCase
from rihai.casework.cases.operations.reach import case_for, touch, write
from rihai.casework.cases.programmes import programme_of
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged

FIELDS = ("setting", "place", "stage", "asked", "weight", "review_on")


@transaction.atomic
def change_case(*, case_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Case:
    """Change what is written of a case. Raises NoSuchCase, NotOpen, WrongCase, Changed where somebody was quicker."""
    case = case_for(case_id, actor=actor, at=at)
    rules, before = programme_of(case.programme), case.stage
    stages = {one.code for one in rules.stages}
    if said.get("setting", case.setting) not in Setting.values:
        raise WrongCase(_("Say where the person is."))
    if said.get("stage", case.stage) not in stages | {case.stage}:
        raise WrongCase(_("This programme has no such stage."))
    told = [name for name in FIELDS if name in said and not (name == "asked" and case.data_class == DataClass.SEALED)]
    for name in told:
        setattr(case, name, said[name])
    save_if_unchanged(case, version=version, fields=told)
    if case.stage != before:
        write(case, EventKind.STAGE, actor=actor, at=at, whom=case.stage)
    else:
        write(case, EventKind.CHANGED, actor=actor, at=at)
    append("casework.case.changed", actor=actor, at=at, subject=case.pk, kind="case", detail={"fields": told})
    return case


@transaction.atomic
def note_contact(*, case_id: UUID, on: date, note: str, reviewed: bool, actor: Actor, at: datetime) -> Case:
    """Write down that somebody saw or spoke with her; with `reviewed` the next review is set by the programme.

    Raises NoSuchCase, NotOpen, WrongCase for a day ahead or without a word.
    """
    case = case_for(case_id, actor=actor, at=at)
    if on > local_day(at) or not note.strip():
        raise WrongCase(_("Say in a sentence what was spoken, on a day that has come."))
    touch([case.pk], on=on, at=at)
    if reviewed:
        case.review_on = on + timedelta(days=programme_of(case.programme).review_days)
        save_if_unchanged(case, version=case.version, fields=("review_on",))
    write(case, EventKind.REVIEWED if reviewed else EventKind.CONTACT, actor=actor, at=at, on=on, note=note)
    append("casework.contact.noted", actor=actor, at=at, subject=case.pk, kind="case", detail={"reviewed": reviewed})
    return case

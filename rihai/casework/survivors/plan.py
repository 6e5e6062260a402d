"""The safety plan: a form of `instruments`, filled in with her; its answers are sealed, and every version stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rihai.casework.survivors.models import RecordState, SurvivorRecord
from rihai.casework.survivors.queries.records import records_for
from rihai.instruments.queries import answers_about
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler, FormSubject

NAME, FORM = "casework.sealed", "survivor_safety_plan"


def _id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def subject_of(actor: Actor, key: str) -> FormSubject | None:
    """The actor's own open record, by its code: no name stands over the form, and no person under it."""
    pk = _id(key)
    found = records_for(actor).filter(pk=pk, state=RecordState.OPEN).first() if pk else None
    if found is None:
        return None
    return FormSubject(name=found.code, url=reverse("casework:sealed-record", args=[found.pk]))


def keys_seen(actor: Actor, keys: Sequence[str]) -> Iterable[str]:
    """The keys of the actor's own records."""
    ids = {pk: key for key in keys if (pk := _id(key))}
    return [ids[pk] for pk in records_for(actor).filter(pk__in=list(ids)).values_list("pk", flat=True)]


def plans_of(record: SurvivorRecord, *, actor: Actor) -> Sequence[Any]:
    """The safety plans made in a record, the newest first."""
    return answers_about(NAME, str(record.pk), FORM, actor=actor)


HANDLER = FormHandler(
    name=NAME, title=_("Safety plan"), forms=(FORM,), data_class=DataClass.SEALED, subject=subject_of,
    may_see=keys_seen,
)  # fmt: skip

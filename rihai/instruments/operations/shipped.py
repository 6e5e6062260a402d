"""Puts the forms of the house in and publishes them; nothing a second time, never over a form of the office's own."""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import cache

from django.db import transaction

from rihai.accounts.operations.house import as_house
from rihai.instruments.errors import NotNew
from rihai.instruments.models import Instrument
from rihai.instruments.operations.versions import publish, take_in
from rihai.instruments.shipped import build, shipped


def install_shipped(*, at: datetime) -> int:
    """Take in and publish every shipped form that is not there as it is shipped now; says how many there were.

    A form that the office changed (a version of it was given in by somebody) is left as the office has it; so is one
    that was retired. Where nothing changed since it was last asked, it is one query.
    """
    sources = _sources()
    with as_house(at):
        known = dict(Instrument.objects.filter(form_id__in=sources).values_list("form_id", "shipped_from"))
    return sum(
        install_form(form_id, source, mark, at)
        for form_id, (source, mark) in sources.items()
        if known.get(form_id) != mark
    )


@cache
def _sources() -> dict[str, tuple[str, str]]:
    """Each shipped form's source and the mark of it, by the form's id."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in shipped()}
    return {form_id: (text, hashlib.sha256(text.encode()).hexdigest()) for form_id, text in texts.items()}


@transaction.atomic
def install_form(form_id: str, source: str, mark: str, at: datetime) -> int:
    """Take in and publish one form from its source, as a room above may ship its own; `mark` is the source's."""
    with as_house(at):
        known = Instrument.objects.select_for_update().filter(form_id=form_id).first()
        is_theirs = known is not None and (known.retired_at or known.versions.exclude(made_by_name="").exists())
        done = 0 if is_theirs else _take(form_id, source, at)
        Instrument.objects.filter(form_id=form_id).update(shipped_from=mark)
    return done


def _take(form_id: str, source: str, at: datetime) -> int:
    try:
        version = take_in(build(source), name=f"{form_id}.xlsx", actor=None, at=at, ours=True)
    except NotNew:  # the source says the same in other words
        return 0
    publish(version_id=version.pk, actor=None, at=at)
    return 1

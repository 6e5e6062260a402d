"""Puts the forms of the house in and publishes them; nothing a second time, never over a form of the office's own."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rihai.accounts.operations.house import as_house
from rihai.instruments.models import Instrument, VersionState
from rihai.instruments.operations.versions import publish, take_in
from rihai.instruments.reading.workbook import digest_in
from rihai.instruments.shipped import build, shipped


def install_shipped(*, at: datetime) -> int:
    """Take in and publish every shipped form that is not there as it is shipped now; says how many there were.

    A form that the office changed (its newest version is none of ours) is left as the office has it; so is one that
    was retired.
    """
    count = 0
    for path in shipped():
        count += _install(build(path.read_text(encoding="utf-8")), f"{path.stem}.xlsx", path.stem, at)
    return count


@transaction.atomic
def _install(content: bytes, name: str, form_id: str, at: datetime) -> int:
    with as_house(at):
        known = Instrument.objects.filter(form_id=form_id).first()
        if known is not None:
            if not known.shipped or known.retired_at or known.versions.exclude(made_by_name="").exists():
                return 0
            digest = digest_in(content, name)
            if known.versions.filter(digest=digest, state=VersionState.PUBLISHED).exists():
                return 0
        version = take_in(content, name=name, actor=None, at=at, ours=True)
        publish(version_id=version.pk, actor=None, at=at)
    return 1

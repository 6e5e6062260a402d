"""What may be said in public of strategic litigation, written by its lead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.legal.matters.models import Kind, PublicFacts
from rihai.legal.matters.operations.errors import WrongEntry
from rihai.legal.matters.operations.reach import led_matter

FIELDS = ("title", "says", "court_name", "number", "stage", "next_on", "filed_on", "decided_on", "result")


@transaction.atomic
def publish_facts(*, matter_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> PublicFacts:
    """Write the public facts of a case brought for many; `version` 0 for the first time.

    Raises WrongEntry for a matter that is not strategic litigation, Changed where somebody was quicker.
    """
    matter = led_matter(matter_id, actor=actor, at=at, is_open=False)
    if matter.kind != Kind.STRATEGIC:
        raise WrongEntry(_("Only strategic litigation has public facts."))
    facts = PublicFacts.objects.filter(matter=matter).first()
    if facts is None:
        facts = PublicFacts.objects.create(matter=matter, title=said["title"], says=said["says"])
        version = facts.version
    for name in FIELDS:
        setattr(facts, name, said.get(name) or (None if name.endswith("_on") else ""))
    save_if_unchanged(facts, version=version, fields=FIELDS)
    append("legal.publicity.written", actor=actor, at=at, subject=matter.pk, kind="matter")
    return facts

"""Commitments and recommendations as whoever reads here sees them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rihai.advocacy.commitments.models import OVER, Commitment, CommitmentKind
from rihai.advocacy.errors import NotThere
from rihai.advocacy.scope import KEEP, READ
from rihai.kit.actor import Actor

TABS = ("late", "open", "kept", "broken", "all")


def commitments_for(actor: Actor, capability: str = READ) -> QuerySet[Commitment]:
    """All of them, those due first before everything."""
    if not actor.may(capability):
        return Commitment.objects.none()
    return Commitment.objects.select_related("campaign", "issue", "report")


def commitment_for(pk: UUID, *, actor: Actor) -> Commitment:
    """One of them, to be acted on. Raises NotThere."""
    found = commitments_for(actor, KEEP).select_related(None).select_for_update().filter(pk=pk).first()
    if found is None:
        raise NotThere(_("There is no such commitment."))
    return found


def live(rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Those still followed."""
    return rows.exclude(state__in=OVER)


def late(rows: QuerySet[Commitment], on: date) -> QuerySet[Commitment]:
    """Those still followed whose day has passed."""
    return live(rows).filter(due_on__lt=on)


def narrowed(rows: QuerySet[Commitment], asked: Mapping[str, str], on: date) -> QuerySet[Commitment]:
    """By tab (what is overdue, open, kept, broken, all), kind and body; an unknown word narrows nothing."""
    tab = asked.get("tab", "")
    if tab == "late":
        rows = late(rows, on)
    elif tab in {"kept", "broken"}:
        rows = rows.filter(state=tab)
    elif tab != "all":
        rows = live(rows)
    if (kind := asked.get("kind", "")) in CommitmentKind.values:
        rows = rows.filter(kind=kind)
    return rows.filter(body=asked["body"]) if asked.get("body", "").isalnum() else rows


def known_rows(rows: QuerySet[Commitment]) -> set[tuple[str, str, str, str]]:
    """By what a recommendation is known again in a sheet: body, session, paragraph and text."""
    found = rows.filter(Q(kind=CommitmentKind.RECOMMENDED)).order_by()
    return set(found.values_list("body", "session", "paragraph", "says"))

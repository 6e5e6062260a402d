"""Asks: releases for who works on them, and those that anybody may read, which the house answers for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from rihai.accounts.operations.house import as_house
from rihai.advocacy.figures.models import FigureCell, FigureNote, FigureRelease, FigureTable, State
from rihai.advocacy.scope import READ, SIGN
from rihai.kit.actor import Actor

HISTORY = 24
"""Releases that a line over time is drawn from."""


def releases_for(actor: Actor) -> QuerySet[FigureRelease]:
    """Every release, the newest first."""
    return FigureRelease.objects.all() if actor.may(READ) else FigureRelease.objects.none()


def to_sign(actor: Actor) -> QuerySet[FigureRelease]:
    """Drafts that wait for the actor's signature."""
    if not actor.may(SIGN):
        return FigureRelease.objects.none()
    return FigureRelease.objects.filter(state=State.DRAFT).exclude(made_by=actor.pk)


def whole(rows: QuerySet[FigureRelease]) -> QuerySet[FigureRelease]:
    """With their tables, cells and corrections; three queries however many."""
    cells = Prefetch("cells", queryset=FigureCell.objects.order_by("order"))
    tables = Prefetch("tables", queryset=FigureTable.objects.order_by("order").prefetch_related(cells))
    notes = Prefetch("notes", queryset=FigureNote.objects.order_by("at"))
    return rows.select_related("replaces").prefetch_related(tables, notes)


@dataclass(frozen=True, slots=True)
class Open:
    """A release that anybody may read, with the one that replaced it, and what else stands beside it."""

    release: FigureRelease
    replaced_by: FigureRelease | None
    is_newest: bool


def public_release(number: int | None, at: datetime) -> Open | None:
    """The newest release open to anybody, or the one of a number; None where there is none.

    The house asks: nobody who is not signed in passes a wall.
    """
    with as_house(at):
        rows = _public(at)
        newest = whole(_standing(at).order_by("-on", "-number")).first()
        found = newest if number is None else whole(rows.filter(number=number)).first()
        if found is None:
            return None
        return Open(found, _replacing(found, at), newest is not None and newest.pk == found.pk)


def _standing(at: datetime) -> QuerySet[FigureRelease]:
    """Those not withdrawn that nothing public replaced: what was wrong stays wrong, though what mended it is gone."""
    replaced = _public(at).filter(replaces__isnull=False).values("replaces_id")
    return _public(at).filter(state=State.SIGNED).exclude(pk__in=replaced)


def replaced_by(release: FigureRelease, at: datetime) -> FigureRelease | None:
    """The release open to anybody that replaced one, as the house knows it."""
    with as_house(at):
        return _replacing(release, at)


def _replacing(release: FigureRelease, at: datetime) -> FigureRelease | None:
    return _public(at).filter(replaces=release).order_by("number").last()


def _public(at: datetime) -> QuerySet[FigureRelease]:
    return FigureRelease.objects.exclude(state=State.DRAFT).filter(public_at__lte=at)


def public_stamp(at: datetime) -> list[tuple[int, int, str]]:
    """What changes when anything open to anybody changes: number, version and state of each; one query."""
    with as_house(at):
        return list(_public(at).order_by("number").values_list("number", "version", "state"))


def public_list(at: datetime) -> list[FigureRelease]:
    """Every release open to anybody, the newest first."""
    with as_house(at):
        return list(_public(at).order_by("-on", "-number"))


def over_time(at: datetime, table: str, row: str, column: str) -> list[tuple[Any, int | None]]:
    """One figure through the releases that stand: the day and what was printed; the oldest first."""
    with as_house(at):
        cells = FigureCell.objects.filter(table__code=table, row=row, column=column)
        cells = cells.filter(table__release__in=_standing(at)).exclude(mark="..")
        found = list(cells.order_by("-table__release__on").values_list("table__release__on", "number")[:HISTORY])
    return found[::-1]


def release_seen(pk: UUID, *, actor: Actor) -> FigureRelease | None:
    """One release with everything in it; None for one the actor does not see."""
    return whole(releases_for(actor).filter(pk=pk)).first()

"""A release is prepared, signed off by somebody else, corrected in words, replaced, withdrawn; each act one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.figures.compose import Built, tables_of
from rihai.advocacy.figures.control import EXPORT, LEAST_APART, controlled, released_before
from rihai.advocacy.figures.counted import Counted
from rihai.advocacy.figures.models import (
    FigureCell,
    FigureNote,
    FigureRelease,
    FigureTable,
    FigureWithheld,
    State,
)
from rihai.advocacy.scope import KEEP, SIGN
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.exports.models import PublishedFigures
from rihai.profile.disclosure import Controlled, as_json

LONGEST_EMBARGO = timedelta(days=92)
LETTERS = 600


@transaction.atomic
def prepare_release(
    *, counted: Counted, actor: Actor, at: datetime, replaces: UUID | None = None, why: Mapping[str, str] | None = None
) -> FigureRelease:
    """Keep what may leave of these counts as a draft, in place of a draft that nobody signed.

    `replaces` is a public release that was wrong, `why` says so ("en", "ur"). Raises NotThere, NotSo, and Refused where
    no safe way is left beside what was published before.
    """
    if not actor.may(KEEP):
        raise NotThere(str(counted.on))
    old = _to_replace(replaces, why)
    _refuse_too_soon(counted.on, old)
    period = _period(counted.on)
    made = controlled(counted, period, released_before())
    FigureRelease.objects.filter(state=State.DRAFT).delete()
    number = (FigureRelease.objects.aggregate(n=Max("number"))["n"] or 0) + 1
    release = FigureRelease.objects.create(
        number=number, on=counted.on, period=period, release=as_json(made.release), prisons=len(counted.prisons),
        prisons_known=counted.prisons_known, lists_from=counted.lists_from, lists_to=counted.lists_to, replaces=old,
        replaces_en=_text(why, "en"), replaces_ur=_text(why, "ur"), made_by=actor.pk, made_by_name=actor.name[:120],
        made_at=at, visits=_visits(counted),
    )  # fmt: skip
    _write(release, tables_of(counted, made.release, period), made)
    detail = {"on": counted.on, "withheld": len(made.log), "replaces": old.number if old else None}
    append("advocacy.figures.prepared", actor=actor, at=at, subject=release.pk, kind="figures", detail=detail)
    return release


def _visits(counted: Counted) -> dict[str, Any]:
    """Which inspections are printed, for the releases that follow."""
    visited = counted.visited
    return {} if visited.is_few else {"to": visited.to.isoformat(), "of": list(visited.keys)}


def _to_replace(key: UUID | None, why: Mapping[str, str] | None) -> FigureRelease | None:
    if key is None:
        return None
    old = FigureRelease.objects.filter(pk=key).exclude(state=State.DRAFT).first()
    if old is None:
        raise NotThere(str(key))
    if not (_text(why, "en") and _text(why, "ur")):
        raise NotSo(_("Say what was wrong in the release that is replaced, in English and in Urdu."))
    return old


def _text(why: Mapping[str, str] | None, language: str) -> str:
    return str((why or {}).get(language) or "").strip()[:LETTERS]


def _refuse_too_soon(on: date, old: FigureRelease | None) -> None:
    if old is not None:
        return
    last = FigureRelease.objects.filter(state=State.SIGNED).order_by("-on").first()
    if last is not None and on < last.on + LEAST_APART:
        says = _(
            "Figures of %(day)s are signed already. The next release is of a day four weeks later or more; one that "
            "mends a mistake replaces it."
        )
        raise NotSo(says % {"day": last.on.isoformat()})


def _period(on: date) -> str:
    """The name of its figures for the checker; figures of a day that are published again are others."""
    again = FigureRelease.objects.filter(on=on).exclude(state=State.DRAFT).count()
    return f"{on.isoformat()} r{again + 1}" if again else on.isoformat()


def _write(release: FigureRelease, built: Sequence[Built], made: Controlled) -> None:
    for order, one in enumerate(built):
        table = FigureTable.objects.create(
            release=release, code=one.code, order=order, texts={name: list(two) for name, two in one.texts.items()},
            columns=[[code, *title, kind] for code, title, kind in one.columns],
        )  # fmt: skip
        FigureCell.objects.bulk_create(
            FigureCell(
                table=table, order=at, row=cell.row[:100], label_en=cell.label[0][:300], label_ur=cell.label[1][:300],
                column=cell.column, number=cell.shown[0], mark=cell.shown[1],
            )
            for at, cell in enumerate(one.cells)
        )  # fmt: skip
    FigureWithheld.objects.bulk_create(
        FigureWithheld(release=release, series=entry.key.series[:160], reason=entry.reason.name) for entry in made.log
    )


@transaction.atomic
def sign_release(*, release_id: UUID, actor: Actor, at: datetime, public_at: datetime | None = None) -> FigureRelease:
    """Sign it off: it is public at once, or from `public_at` on, and kept for those that follow. Nobody signs what they
    prepared. Raises NotThere, NotSo."""
    release = _locked(release_id, actor)
    if release.state != State.DRAFT:
        raise NotSo(_("It is signed already."))
    if release.made_by == actor.pk:
        raise NotSo(_("Somebody other than who prepared it signs it."))
    if PublishedFigures.objects.filter(export=EXPORT, released_at__gte=release.made_at).exists():
        raise NotSo(_("Another release was signed since this one was prepared. Prepare it again, beside that one."))
    if public_at is not None and not at <= public_at <= at + LONGEST_EMBARGO:
        raise NotSo(_("It becomes public now, or on a day within the next three months."))
    release.state, release.signed_by_name, release.signed_at = State.SIGNED, actor.name[:120], at
    release.public_at, release.version = public_at or at, release.version + 1
    release.save(update_fields=["state", "signed_by_name", "signed_at", "public_at", "version"])
    PublishedFigures.objects.create(export=EXPORT, release=release.release, released_at=at)
    detail = {"on": release.on, "public_on": local_day(release.public_at)}
    append("advocacy.figures.signed", actor=actor, at=at, subject=release.pk, kind="figures", detail=detail)
    return release


@transaction.atomic
def discard_release(*, release_id: UUID, actor: Actor, at: datetime) -> int:
    """Throw a draft away; says its number. Raises NotThere, NotSo for one that is signed."""
    if not (actor.may(KEEP) or actor.may(SIGN)):
        raise NotThere(str(release_id))
    release = FigureRelease.objects.select_for_update().filter(pk=release_id).first()
    if release is None:
        raise NotThere(str(release_id))
    if release.state != State.DRAFT:
        raise NotSo(_("What is signed stays readable; it can be withdrawn, with a reason."))
    number = release.number
    release.delete()
    append("advocacy.figures.discarded", actor=actor, at=at, subject=release_id, kind="figures")
    return number


@transaction.atomic
def note_correction(*, release_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> FigureNote:
    """Write beside a signed release what was wrong in its words (says_en, says_ur). Raises NotThere, NotSo."""
    release = _locked(release_id, actor)
    if release.state != State.SIGNED:
        raise NotSo(_("Corrections stand beside what is signed. A draft is prepared again."))
    made = FigureNote.objects.create(
        release=release, says_en=_text(said, "says_en"), says_ur=_text(said, "says_ur"), by_name=actor.name[:120], at=at
    )
    FigureRelease.objects.filter(pk=release.pk).update(version=release.version + 1)
    append("advocacy.figures.corrected", actor=actor, at=at, subject=release.pk, kind="figures")
    return made


@transaction.atomic
def withdraw_release(*, release_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> FigureRelease:
    """Take a signed release back (says_en, says_ur): its page says why, its figures are shown no more; the checker goes
    on reckoning with them. Raises NotThere, NotSo."""
    release = _locked(release_id, actor)
    if release.state != State.SIGNED:
        raise NotSo(_("Only what is signed can be withdrawn."))
    release.state, release.withdrawn_by_name, release.withdrawn_at = State.WITHDRAWN, actor.name[:120], at
    release.withdrawn_en, release.withdrawn_ur = _text(said, "says_en"), _text(said, "says_ur")
    release.version += 1
    release.save(
        update_fields=["state", "withdrawn_by_name", "withdrawn_at", "withdrawn_en", "withdrawn_ur", "version"]
    )
    append("advocacy.figures.withdrawn", actor=actor, at=at, subject=release.pk, kind="figures")
    return release


def _locked(release_id: UUID, actor: Actor) -> FigureRelease:
    release = FigureRelease.objects.select_for_update(of=("self",)).filter(pk=release_id).first()
    if release is None or not actor.may(SIGN):
        raise NotThere(str(release_id))
    return release

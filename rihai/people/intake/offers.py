"""What taking in a census offers the house; joined into the room's offers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile
from rihai.kit.offers import FileOwner, Navigation, Offer, PlacePanel, SubjectExtract, Tick, Worklist, WorkRow
from rihai.kit.templatetags.kit import day as day_text
from rihai.people.intake.calendar.offers import OFFERS as CALENDAR
from rihai.people.intake.extract import lists_of
from rihai.people.intake.jobs import KINDS
from rihai.people.intake.models import Census, CensusFile, CensusState
from rihai.people.intake.operations import mending
from rihai.people.intake.operations.retaining import clear_old
from rihai.people.intake.operations.uploading import OWNER
from rihai.people.intake.queries.censuses import MAY, censuses_for, taken_in_at, waiting
from rihai.places.kinds import HOLDING
from rihai.places.models import Place


def to_go_on(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """The author's own censuses that wait: headings to agree, rows to look over, work that failed."""
    return [_row(census, failed) for census, failed in waiting(actor)] if actor.may(MAY) else []


def _row(census: Census, failed: bool) -> WorkRow:
    why, status, word, act = (
        (_("The work stopped. What was done until then is kept."), "rejected", _("Stopped"), _("Try again"))
        if failed
        else _ASKS[CensusState(census.state)]()
    )
    return WorkRow(
        who=_("Census of %(day)s") % {"day": day_text(census.true_on)},
        url=reverse("people:census", args=[census.pk]),
        why=why,
        where=census.place.shown,
        status=status,
        word=word,
        act=act,
    )


_ASKS: dict[CensusState, Any] = {
    CensusState.TO_MAP: lambda: (
        _("Say what some headings mean, so that the rows can be read."), "warning", _("Headings"), _("Say it"),
    ),
    CensusState.TO_REVIEW: lambda: (
        _("Every row is read. Look over what would change, then take it in."), "waiting", _("To look over"), _("Look"),
    ),
}  # fmt: skip


def of_place(actor: Actor, place_id: int, _on: date) -> dict[str, Any] | None:
    """The newest censuses of a place, for whoever takes them in there."""
    if not actor.may(MAY) or not Place.objects.filter(pk=place_id, kind__in=HOLDING).exists():
        return None
    if not censuses_for(actor).filter(place=place_id).exists() and not _covers(actor, place_id):
        return None
    return {"place_id": place_id, "rows": taken_in_at(place_id, actor=actor)}


def _covers(actor: Actor, place_id: int) -> bool:
    from rihai.people.queries.people import my_places

    mine = my_places(actor)
    return mine is None or mine.filter(pk=place_id).exists()


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """A census's file is read by who gave it in, as long as they work there."""
    held = CensusFile.objects.filter(stored=stored, census__author_id=actor.pk).values_list("census_id", flat=True)
    return censuses_for(actor).filter(pk__in=list(held)).exists()


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="see",
        label=gettext_lazy("Censuses"),
        url="people:censuses",
        says=gettext_lazy("The lists prisons send: read, looked over, taken in whole."),
        capability=MAY,
        order=4,
    ),
    Worklist(name="people.censuses", title=gettext_lazy("Censuses to go on with"), rows=to_go_on, order=10),
    PlacePanel(
        name="people.censuses",
        title=gettext_lazy("Censuses"),
        template="people/intake/place_panel.html",
        context=of_place,
        order=12,
    ),
    FileOwner(name=OWNER, may_read=may_read),
    FileOwner(name=mending.MENDED, may_read=mending.may_read),
    Tick(name="people.censuses.cleared", run=clear_old),
    mending.KIND,
    SubjectExtract(name="people.censuses", title=gettext_lazy("Prisons’ lists"), of=lists_of, order=12),
    *KINDS,
    *CALENDAR,
)

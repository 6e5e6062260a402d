"""What the room offers the house: its pages, what is due about our leave to work, places in the search, the clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.files import StoredFile
from rihai.kit.offers import Export, FileOwner, Found, Navigation, Offer, Search, Tick, Worklist, WorkRow
from rihai.places import exports
from rihai.places.acts_in_words import ACTS
from rihai.places.kinds import Kind
from rihai.places.models import Place
from rihai.places.operations import expire_leaves
from rihai.places.operations.permits import PAPERS
from rihai.places.queries import PermitDue, permits_due, places_for

CAPABILITY = "places.permits"


def leave_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Leaves to renew and questions without an answer, for whoever sees to them."""
    return [_row(due, on) for due in permits_due(actor=actor, on=on)]


def find_places(_actor: Actor, words: str, limit: int) -> Sequence[Found]:
    """Places by any of their names; prisons first, then in the order of the kinds."""
    if not words.strip():
        return []
    order = list(Kind.values)
    found = places_for(words=words).order_by("closed_on", "name", "pk")[: limit * 4]
    ranked = sorted(found, key=lambda place: (place.kind != Kind.PRISON, order.index(place.kind)))
    return [_found(place) for place in ranked[:limit]]


def may_read_paper(actor: Actor, _stored: StoredFile) -> bool:
    """Who sees to leaves reads their papers."""
    return actor.may(CAPABILITY)


def _row(due: PermitDue, on: date) -> WorkRow:
    permit, url = due.permit, reverse("places:permit", args=[due.permit.pk])
    place = permit.place.shown
    if not due.renew:
        why = _("Asked of %(office)s, no answer yet: %(form)s.") % {
            "office": permit.asked_of, "form": permit.get_kind_display(),
        }  # fmt: skip
        return WorkRow(
            who=place, url=url, why=why, due_on=due.due_on, status="waiting", word=_("No answer"), act=_("Ask again")
        )
    left = permit.days_left(on) or 0
    if left < 0:
        word = ngettext("Expired %(n)s day ago", "Expired %(n)s days ago", -left) % {"n": -left}
        return WorkRow(
            who=place, url=url, why=_why(due), due_on=due.due_on, status="overdue", word=word, act=_("Renew")
        )
    word = ngettext("Expires in %(n)s day", "Expires in %(n)s days", left) % {"n": left}
    return WorkRow(who=place, url=url, why=_why(due), due_on=due.due_on, status="warning", word=word, act=_("Renew"))


def _why(due: PermitDue) -> str:
    return _("Our leave to work there: %(form)s.") % {"form": due.permit.get_kind_display()}


def _found(place: Place) -> Found:
    kind = str(Kind(place.kind).label)
    says = _("%(kind)s, closed") % {"kind": kind} if place.closed_on else kind
    return Found(name=place.shown, url=reverse("places:place", args=[place.pk]), says=says, icon="building")


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="see",
        label=gettext_lazy("Places"),
        url="places:index",
        says=gettext_lazy(
            "Prisons, courts, police stations, shelters: how full they are and whether we may work there."
        ),
        order=10,
    ),
    Navigation(
        station="see",
        label=gettext_lazy("Map"),
        url="places:map",
        says=gettext_lazy("The districts with their prisons, and the same in a table."),
        order=20,
    ),
    Worklist(name="places.leave", title=gettext_lazy("Leave to work"), rows=leave_rows, order=60),
    Search(name="places", title=gettext_lazy("Places"), find=find_places, order=30),
    Export(
        name="places.places",
        title=gettext_lazy("Places with their figures"),
        capability="exports.make",
        data_class=DataClass.ORDINARY,
        count=exports.count,
        sheet=exports.sheet,
    ),
    FileOwner(name=PAPERS, may_read=may_read_paper),
    Tick(name="places.leave", run=expire_leaves),
    ACTS,
)

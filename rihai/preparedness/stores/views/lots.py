"""What is done with the lots of a store: brought back, written off, counted; and the sheet to count by."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.pages import act_page, one_of
from rihai.preparedness.reach import READ
from rihai.preparedness.stores import operations
from rihai.preparedness.stores.forms import BackForm, CountForm, LossForm
from rihai.preparedness.stores.models import Lot, Movement
from rihai.preparedness.stores.paper import count_sheet
from rihai.preparedness.stores.queries import MOVES, issued_within, kept_in, lots_for, store_for, stores_for
from rihai.preparedness.stores.views.shelves import crumbs, to_item, to_store


def _lot(request: HttpRequest, pk: UUID) -> Lot:
    return one_of(lots_for(actor_of(request), *MOVES), pk)


@needs(READ)
@require_http_methods(["GET", "POST"])
def back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what came back into a lot."""
    lot = _lot(request, pk)
    form = BackForm(request.POST or None, emergencies=issued_within(lot))
    return act_page(
        request, form, title=_("Came back: %(item)s") % {"item": lot.item.name}, word=_("Write it down"),
        crumbs=crumbs(lot.item.store, lot.item), to=lambda _made: to_item(lot.item),
        act=lambda: operations.bring_back(
            lot_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        says=_("It is back in its lot."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def loss(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write something off."""
    lot = _lot(request, pk)
    form = LossForm(request.POST or None, initial={"number": lot.level})
    return act_page(
        request, form, title=_("Write off: %(item)s") % {"item": lot.item.name}, word=_("Write it off"),
        crumbs=crumbs(lot.item.store, lot.item), to=lambda _made: to_item(lot.item),
        act=lambda: operations.write_off(lot_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()),
        says=_("It is written off."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def count(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Count a whole store, lot by lot."""
    actor = actor_of(request)
    one = store_for(pk, actor=actor)
    lots = [lot for held in kept_in(one, timezone.localdate()) for lot in held.lots]
    form = CountForm(request.POST or None, lots=lots)
    return act_page(
        request, form, title=_("Count the store"), word=_("Keep the count"), crumbs=crumbs(one),
        to=lambda _made: to_store(one), says=_says_count,
        standfirst=_("Count what is there, lot by lot. Where it differs, say why: nothing is put right silently."),
        act=lambda: operations.count(store_id=pk, counted=form.counted, actor=actor, at=timezone.now()),
    )  # fmt: skip


def _says_count(made: list[Movement]) -> str:
    if not made:
        return _("Everything is there as the paper says.")
    return _("The count is kept; lots that differed: %(n)s.") % {"n": len(made)}


@needs(READ)
@require_GET
def sheet(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The count sheet to print, in the language of the page."""
    one = one_of(stores_for(actor_of(request)), pk)
    made = count_sheet(one, get_language() or "en", on=timezone.localdate(), running=settings.OFFICE)
    name = {"Content-Disposition": f'attachment; filename="count-sheet-{timezone.localdate():%Y-%m-%d}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=name)

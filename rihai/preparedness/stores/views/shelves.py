"""The pages of stores: all of them, one with what it holds, its items, and what is received and issued."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.pages import act_page, one_of, page_of
from rihai.preparedness.reach import KEEP, READ
from rihai.preparedness.stores import operations
from rihai.preparedness.stores.forms import IssueForm, ItemForm, ReceiveForm, StoreForm
from rihai.preparedness.stores.models import Item, Store
from rihai.preparedness.stores.queries import (
    MOVES,
    differences_in,
    expiring,
    item_for,
    items_ever,
    items_for,
    kept,
    kept_in,
    kept_no_more,
    low,
    movements_of,
    store_places,
    stores_for,
)

ROWS = 50


def crumbs(store: Store | None = None, item: Item | None = None) -> list[tuple[str, str]]:
    """Where a page of a store or an item stands."""
    rows = [(reverse("preparedness:stores"), _("Stores"))]
    rows += [(to_store(store), store.name)] if store else []
    return [*rows, (to_item(item), item.name)] if item else rows


def to_store(store: Store) -> str:
    """The address of a store."""
    return reverse("preparedness:store", args=[store.pk])


def to_item(item: Item) -> str:
    """The address of an item."""
    return reverse("preparedness:stock-item", args=[item.pk])


def _may_move(request: HttpRequest) -> bool:
    actor = actor_of(request)
    return any(actor.may(one) for one in MOVES)


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every store, with what is low and what expires before everything else."""
    actor, today = actor_of(request), timezone.localdate()
    (rows, onwards), items = page_of(request, _open_first(stores_for(actor)), ROWS), items_for(actor)
    listed(request, "preparedness.stores", len(rows), {})
    context = {
        "rows": rows, "low": list(low(items, today)), "expiring": list(expiring(items, today)),
        "today": today, "may_keep": actor.may(KEEP), "may_export": actor.may("exports.make"),
        "page_class": "ordinary", **onwards,
    }  # fmt: skip
    return render(request, "preparedness/stores/index.html", context)


def _open_first(rows: QuerySet[Store]) -> QuerySet[Store]:
    return rows.order_by(F("closed_on").desc(nulls_first=True), "place__name", "name", "pk")


@needs(READ)
@require_GET
def store(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What a store holds, each item with its lots."""
    actor = actor_of(request)
    one = one_of(stores_for(actor), pk)
    context = {
        "one": one, "rows": kept_in(one, timezone.localdate()), "ended": kept_no_more(one), "page_class": "ordinary",
        "different": list(differences_in(one)[:ROWS]),
        "may_keep": actor.may(KEEP) and one.closed_on is None, "may_move": _may_move(request) and one.closed_on is None,
    }  # fmt: skip
    return render(request, "preparedness/stores/store.html", context)


@needs(READ)
@require_GET
def item(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One item: what is there, and everything that came and went."""
    one = one_of(items_ever(actor_of(request)), pk)
    is_kept = one.ended_on is None and one.store.closed_on is None
    rows, onwards = page_of(request, movements_of(one), ROWS)
    context = {
        "one": one, "kept": kept(one, timezone.localdate()), "rows": rows, **onwards,
        "may_keep": is_kept and actor_of(request).may(KEEP), "may_move": is_kept and _may_move(request),
        "page_class": "ordinary", "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "preparedness/stores/item.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def store_new(request: HttpRequest) -> HttpResponse:
    """Open a store."""
    actor = actor_of(request)
    form = StoreForm(request.POST or None, places=store_places(actor, KEEP))
    return act_page(
        request, form, title=_("Open a store"), word=_("Open it"), crumbs=crumbs(), to=to_store,
        act=lambda: operations.keep_store(said=form.cleaned_data, actor=actor, at=timezone.now()),
        says=_("The store is open. Put on its list what it keeps."),
    )  # fmt: skip


def _kept_store(request: HttpRequest, pk: UUID) -> Store:
    return one_of(stores_for(actor_of(request), KEEP).filter(closed_on=None), pk)


def _no_fields(request: HttpRequest) -> Form:
    """A form that asks nothing but whether it is so."""
    return Form(request.POST if request.method == "POST" else None)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def store_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what is said of a store."""
    actor = actor_of(request)
    one = _kept_store(request, pk)
    form = StoreForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change the store"), word=_("Keep it"), crumbs=crumbs(one), to=to_store,
        act=lambda: operations.keep_store(
            store_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor, at=timezone.now()
        ),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def store_close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a store."""
    one = _kept_store(request, pk)
    return act_page(
        request, _no_fields(request), title=_("Close the store"), word=_("Close it"), crumbs=crumbs(one), to=to_store,
        act=lambda: operations.close_store(store_id=pk, actor=actor_of(request), at=timezone.now()),
        standfirst=_("Nothing is received or issued there any more; what came and went can still be read."),
        says=_("The store is closed."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def item_new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put an item on a store's list."""
    actor = actor_of(request)
    one = _kept_store(request, pk)
    form = ItemForm(request.POST or None)
    return act_page(
        request, form, title=_("Put an item on the list"), word=_("Put it on"), crumbs=crumbs(one), to=to_item,
        act=lambda: operations.keep_item(store_id=pk, said=form.cleaned_data, actor=actor, at=timezone.now()),
        says=_("It is on the list. Write down what came in."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def item_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change an item: what it is called, how much there must be."""
    actor = actor_of(request)
    one = item_for(pk, KEEP, actor=actor)
    form = ItemForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change the item"), word=_("Keep it"), crumbs=crumbs(one.store, one), to=to_item,
        act=lambda: operations.keep_item(
            item_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor, at=timezone.now()
        ),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def item_end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an item off the list."""
    one = item_for(pk, KEEP, actor=actor_of(request))
    return act_page(
        request, _no_fields(request), title=_("Take it off the list"), word=_("Take it off"), to=to_item,
        crumbs=crumbs(one.store, one), says=_("It is off the list."),
        act=lambda: operations.end_item(item_id=pk, actor=actor_of(request), at=timezone.now()),
        standfirst=_("The store keeps it no more; what came and went can still be read."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def receive(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what came in."""
    actor = actor_of(request)
    one = item_for(pk, actor=actor)
    form = ReceiveForm(request.POST or None)
    return act_page(
        request, form, title=_("Receive: %(item)s") % {"item": one.name}, word=_("Received"),
        crumbs=crumbs(one.store), to=lambda _made: to_store(one.store), standfirst=_in(one),
        act=lambda: operations.receive(item_id=pk, said=form.cleaned_data, actor=actor, at=timezone.now()),
        says=lambda _made: _left(request, pk),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def issue(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what goes out."""
    actor = actor_of(request)
    one = item_for(pk, actor=actor)
    form = IssueForm(request.POST or None, item=one, today=timezone.localdate())
    return act_page(
        request, form, title=_("Issue: %(item)s") % {"item": one.name}, word=_("Issued"), crumbs=crumbs(one.store),
        act=lambda: operations.issue(item_id=pk, said=form.cleaned_data, actor=actor, at=timezone.now()),
        to=lambda _made: to_store(one.store), says=lambda _made: _left(request, pk), standfirst=_in(one),
    )  # fmt: skip


def _in(one: Item) -> str:
    held = kept(one, timezone.localdate())
    words = {"n": held.good, "unit": one.unit, "store": one.store.name}
    return _("%(store)s: %(n)s %(unit)s may be issued now.") % words


def _left(request: HttpRequest, pk: UUID) -> str:
    one = item_for(pk, actor=actor_of(request))
    held = kept(one, timezone.localdate())
    says = _("Written down. %(item)s: %(n)s %(unit)s left.") % {"item": one.name, "n": held.good, "unit": one.unit}
    return f"{says} {_('That is under the minimum.')}" if held.is_low else says

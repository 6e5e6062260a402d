"""The pages of information materials: all of them, one with its languages and where it went, and what is done to it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.materials import operations
from rihai.preparedness.materials.forms import ArrivedForm, MaterialForm, PostForm, SendForm, TextForm, WithdrawForm
from rihai.preparedness.materials.models import Material, Sending, Text
from rihai.preparedness.materials.queries import (
    materials_for,
    posted_for,
    sendings_for,
    texts_for,
    to_take_down,
    waiting,
)
from rihai.preparedness.pages import act_page, one_of, page_of, told, who
from rihai.preparedness.reach import APPROVE, KEEP, READ
from rihai.preparedness.stores.queries import MOVES, store_places

ROWS = 50


def _crumbs(material: Material | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("preparedness:materials"), _("Information materials"))]
    return [*rows, (_address(material.pk), material.title)] if material else rows


def _address(pk: UUID) -> str:
    return reverse("preparedness:material", args=[pk])


def _to_material(made: Material | Text) -> str:
    return _address(made.material_id if isinstance(made, Text) else made.pk)


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every material; before it what is to be taken down, what never came, and what hangs nowhere."""
    actor, today = actor_of(request), timezone.localdate()
    rows, onwards = page_of(request, materials_for(actor).prefetch_related("texts"), ROWS)
    waits = list(waiting(sendings_for(actor), today))
    listed(request, "preparedness.materials", len(rows), {})
    context = {
        "rows": [(one, one.is_out(today)) for one in rows], "may_keep": actor.may(KEEP),
        "down": list(to_take_down(posted_for(actor), today)), "may_export": actor.may("exports.make"),
        "may_move": any(actor.may(one) for one in MOVES), "page_class": "ordinary",
        "lost": [one for one in waits if one.received_on is None],
        "unposted": [one for one in waits if one.received_on], **onwards,
    }  # fmt: skip
    return render(request, "preparedness/materials/index.html", context)


@needs(READ)
@require_GET
def material(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One material: its languages, where it went, where it hangs."""
    actor, today = actor_of(request), timezone.localdate()
    one = one_of(materials_for(actor).select_related("replaced_by"), pk)
    sent = sendings_for(actor).filter(text__material=one)
    context = {
        "one": one, "is_out": one.is_out(today), "texts": list(one.texts.select_related("file")),
        "sent": list(sent.prefetch_related(Prefetch("posted", to_attr="hanging"))), "page_class": "ordinary",
        "may_keep": actor.may(KEEP), "may_check": actor.may(KEEP) or actor.may(APPROVE), "me": actor.pk,
        "may_move": any(actor.may(each) for each in MOVES),
    }  # fmt: skip
    return render(request, "preparedness/materials/material.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a material down."""
    form = MaterialForm(request.POST or None)
    return act_page(
        request, form, title=_("Write a material down"), word=_("Write it down"), crumbs=_crumbs(), to=_to_material,
        act=lambda: operations.keep_material(said=form.cleaned_data, **who(request)),
        says=_("It is written down. Add the languages in which you have it."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend a material."""
    one = one_of(materials_for(actor_of(request)), pk)
    form = MaterialForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change the material"), word=_("Keep it"), crumbs=_crumbs(one), to=_to_material,
        act=lambda: operations.keep_material(
            material_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)
        ),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a language."""
    one = one_of(materials_for(actor_of(request)), pk)
    form = TextForm(request.POST or None, request.FILES or None)
    return act_page(
        request, form, title=_("Add a language"), word=_("Add it"), crumbs=_crumbs(one), to=_to_material,
        act=lambda: operations.keep_text(material_id=pk, said=form.said(), **who(request)),
        standfirst=_("A translation is sent once somebody else has checked it."), says=_("The language is added."),
    )  # fmt: skip


@needs(READ)
@require_POST
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody else has read a translation."""
    one = one_of(texts_for(actor_of(request)), pk)
    told(request, lambda: operations.check_text(text_id=pk, **who(request)), _("The translation is checked."))
    return redirect(_to_material(one))


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that a material is out of date."""
    rows = materials_for(actor_of(request))
    one = one_of(rows, pk)
    form = WithdrawForm(request.POST or None, others=rows.exclude(pk=pk).filter(withdrawn_on=None))
    return act_page(
        request, form, title=_("It is out of date"), word=_("Withdraw it"), crumbs=_crumbs(one), to=_to_material,
        act=lambda: operations.withdraw(material_id=pk, said=form.cleaned_data, **who(request)),
        standfirst=_("Wherever it hangs, My work asks that it be taken down."), says=_("It is withdrawn."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send a language of a material to a place."""
    actor = actor_of(request)
    one = one_of(texts_for(actor), pk)
    form = SendForm(request.POST or None, places=store_places(actor, KEEP))
    return act_page(
        request, form, title=_("Send it to a place"), word=_("Sent"), crumbs=_crumbs(one.material),
        act=lambda: operations.send(text_id=pk, said=form.cleaned_data, **who(request)), says=_("It is on its way."),
        to=lambda _made: _to_material(one), before=one.get_language_display(), before_title=one.material.title,
    )  # fmt: skip


def _sending(request: HttpRequest, pk: UUID) -> Sending:
    return one_of(sendings_for(actor_of(request), *MOVES), pk)


def _to_sent(made: Sending) -> str:
    return f"{_address(made.text.material_id)}#sent"


@needs(READ)
@require_http_methods(["GET", "POST"])
def arrived(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write that it came."""
    one = _sending(request, pk)
    form = ArrivedForm(request.POST or None, initial={"received": one.number})
    return act_page(
        request, form, title=_("It came"), word=_("Write it down"), crumbs=_crumbs(one.text.material),
        act=lambda: operations.receive(sending_id=pk, said=form.cleaned_data, **who(request)), to=_to_sent,
        standfirst=f"{one.text.get_language_display()} · {one.place.shown}",
        says=_("Now hang it where people read it."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def post(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write where it hangs."""
    one = _sending(request, pk)
    form = PostForm(request.POST or None)
    return act_page(
        request, form, title=_("Where does it hang?"), word=_("Write it down"), crumbs=_crumbs(one.text.material),
        act=lambda: operations.post(sending_id=pk, said=form.cleaned_data, **who(request)),
        to=lambda _made: _to_sent(one), says=_("It is written down."),
        standfirst=f"{one.text.get_language_display()} · {one.place.shown}",
    )  # fmt: skip


@needs(READ)
@require_POST
def down(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was taken down."""
    one = one_of(posted_for(actor_of(request), *MOVES), pk)
    told(request, lambda: operations.take_down(posted_id=pk, **who(request)), _("It is taken down."))
    return redirect(_to_sent(one.sending))

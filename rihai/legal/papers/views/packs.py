"""The pages of packs, of the register, and of the links by which partners read."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.legal.papers.candidates import candidates_of
from rihai.legal.papers.forms import BasesForm, LinkForm, PackForm
from rihai.legal.papers.forms.petitions import here
from rihai.legal.papers.handed import basis_text
from rihai.legal.papers.models import Pack
from rihai.legal.papers.operations import (
    begin_pack,
    close_link,
    hand_over,
    make_link,
    put_in,
    take_out,
    told_receiver,
)
from rihai.legal.papers.operations.packs import DECIDES_GUARDED
from rihai.legal.papers.queries.packs import PAGE, consents_to_choose, packs_listed, register, without_basis
from rihai.legal.papers.receivers import BASES, FIELDS, RECEIVERS
from rihai.legal.papers.views.asked import SHARES, pack_or_404, page, uuids
from rihai.people.views.asked import done

MOST = 50
"""People that are put into a pack at once."""


@needs(SHARES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Packs in preparation, handed over and stopped."""
    packs = [(one, RECEIVERS[one.receiver].title) for one in packs_listed(actor_of(request))]
    return page(request, "packs", packs=packs)


@needs(SHARES)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a pack; lines ticked in a list, or a person, come along in the address or the form."""
    today, actor = timezone.localdate(), actor_of(request)
    rows = uuids((request.POST or request.GET).getlist("row"))[:MOST]
    is_sent = "receiver_name" in request.POST  # a list posts its ticked lines alone
    form = PackForm(request.POST if is_sent else None, today=today, initial={"language": here()})
    if is_sent and form.is_valid():
        made = done(form, lambda: begin_pack(place=None, **form.cleaned_data, actor=actor, at=timezone.now()))
        if made:
            return redirect(_with(reverse("legal:pack-people" if rows else "legal:pack", args=[made.pk]), rows))
    waiting = [
        (one, RECEIVERS[one.receiver].title, _with(reverse("legal:pack-people", args=[one.pk]), rows))
        for one in (packs_listed(actor) if rows else ())
        if one.state == Pack.State.PREPARING
    ]
    receivers = [(one.title, _fields(code), one.never) for code, one in RECEIVERS.items()]
    return page(request, "new_pack", form, rows=rows, waiting=waiting, receivers=receivers)


@needs(SHARES)
@require_GET
def pack(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A pack: who stands in it on which basis, what is given of each, its papers and links."""
    found = pack_or_404(request, pk)
    now, today = timezone.now(), timezone.localdate()
    is_open = found.pack.state == Pack.State.PREPARING
    lacking = {one.pk for one in without_basis(found.people, on=today, at=now)} if is_open else set()
    listed(request, "legal.pack", len(found.people), {"pack": str(pk)})
    people = [(one, basis_text(one), one.pk in lacking) for one in found.people]
    links = [(one, one.closed_at is None and one.ends_at > now) for one in found.links]
    return page(
        request, "pack", pack=found.pack, receiver=RECEIVERS[found.pack.receiver], people=people, others=found.others,
        links=links, fields=_fields(found.pack.receiver), is_open=is_open, lacking=len(lacking), link_form=LinkForm(),
        is_sent=found.pack.state == Pack.State.SENT, page_class="personal",
    )  # fmt: skip


@needs(SHARES)
@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose for each person on what she stands in the pack; what cannot be done is said person by person."""
    found, actor = pack_or_404(request, pk), actor_of(request)
    now, today = timezone.now(), timezone.localdate()
    rows = uuids((request.POST or request.GET).getlist("row"))[:MOST]
    candidates = candidates_of(rows, actor=actor, on=today)
    if not candidates:
        raise Http404(str(pk))
    listed(request, "legal.pack", len(candidates), {"pack": str(pk)})
    form = BasesForm(
        request.POST if request.method == "POST" else None, candidates=candidates,
        consents=consents_to_choose({one.person.pk for one in candidates}, on=today, at=now),
        receiver=RECEIVERS[found.pack.receiver], may_guarded=actor.may(DECIDES_GUARDED),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        _put_all(request, pk, form)
        if not form.errors:
            return redirect("legal:pack", pk)
    receiver = RECEIVERS[found.pack.receiver]
    return page(
        request, "people", form, pack=found.pack, rows=rows, receiver=receiver, fields=_fields(found.pack.receiver)
    )


def _put_all(request: HttpRequest, pk: UUID, form: BasesForm) -> None:
    """Each person by an act of its own; a refusal stands beside her."""
    put = 0
    for one, basis in form.chosen():
        try:
            put_in(
                pack_id=pk, person_id=one.person.pk, case_id=one.case_id, provision=one.provision, basis=basis,
                on=timezone.localdate(), actor=actor_of(request), at=timezone.now(),
            )  # fmt: skip
            put += 1
        except (Refused, NotFound) as refusal:
            form.add_error(one.key, str(refusal))
    if put:
        says = ngettext("%(n)s person stands in the pack.", "%(n)s people were put into the pack.", put)
        messages.success(request, says % {"n": put})


@needs(SHARES)
@require_POST
def out(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take somebody out."""
    found = take_out(row_id=pk, **_who(request))
    return redirect("legal:pack", found.pk)


@needs(SHARES)
@require_POST
def over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand the pack over: papers made, register written."""
    pack_or_404(request, pk)
    try:
        hand_over(pack_id=pk, on=timezone.localdate(), **_who(request))
        messages.success(request, _("The papers are made and the register is written. Hand them over."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("legal:pack", pk)


@needs(SHARES)
@require_POST
def link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a link; its two secrets are shown once, on this page."""
    found = pack_or_404(request, pk)
    form = LinkForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write a number of days from 1 to 30."))
        return redirect("legal:pack", pk)
    made = make_link(pack_id=pk, days=form.cleaned_data["days"], **_who(request))
    address = request.build_absolute_uri(reverse("legal:shared", args=[made.secret]))
    return page(request, "link", pack=found.pack, made=made, address=address, page_class="personal")


@needs(SHARES)
@require_POST
def end_link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a link."""
    closed = close_link(link_id=pk, **_who(request))
    messages.success(request, _("Closed. The link shows nothing from now on."))
    return redirect("legal:pack", closed.pack_id)


@needs(SHARES)
@require_GET
def sharing(request: HttpRequest) -> HttpResponse:
    """The register: what of whom, to whom, on which basis, when, by whom."""
    actor, after = actor_of(request), uuids([request.GET.get("after", "")])
    receiver = request.GET.get("receiver", "")
    receiver = receiver if receiver in RECEIVERS else ""
    untold = request.GET.get("untold") == "1"
    found = register(actor, receiver=receiver, untold=untold, after=after[0] if after else None, most=PAGE + 1)
    listed(request, "legal.sharing", len(found[:PAGE]), {"receiver": receiver})
    rows = [(one, RECEIVERS[one.receiver].title, _names(one.fields), BASES.get(one.basis)) for one in found[:PAGE]]
    later = found[PAGE - 1].pk if len(found) > PAGE else None
    kinds = [(code, one.title) for code, one in RECEIVERS.items()]
    return page(
        request, "sharing", rows=rows, later=later, receiver=receiver, untold=untold, kinds=kinds, page_class="personal"
    )


@needs(SHARES)
@require_POST
def told(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The receiver was told that she took a consent back."""
    told_receiver(sharing_id=pk, **_who(request))
    messages.success(request, _("Written down."))
    return redirect(f"{reverse('legal:sharing')}?untold=1")


def _fields(receiver: str) -> str:
    return _names(RECEIVERS[receiver].fields)


def _names(fields: Any) -> str:
    pause = "، " if here() == "ur" else ", "
    return pause.join(str(FIELDS[name].label) for name in fields if name in FIELDS)


def _with(address: str, rows: list[UUID]) -> str:
    return f"{address}?{urlencode([('row', str(one)) for one in rows])}" if rows else address


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"actor": actor_of(request), "at": timezone.now()}

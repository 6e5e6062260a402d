"""A link by which a partner reads a pack for a time: made, looked at with its second secret, closed.

Its secrets, its end and its wrong codes are those of every such link (`kit/links.py`); every look is in the trail.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.links import digest_of
from rihai.legal.papers.errors import Closed, NoSuchPaper
from rihai.legal.papers.models import Pack, PartnerLink
from rihai.legal.papers.queries.packs import packs_for, shown_by_link


@dataclass(frozen=True, slots=True)
class Made:
    """A new link with its two secrets, which are shown once."""

    link: PartnerLink
    secret: str
    pin: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a partner sees: nothing, that the second secret was wrong, or the pack with the frozen rows."""

    state: Literal["gone", "wrong", "open"]
    pack: Pack | None = None
    rows: tuple[dict[str, Any], ...] = ()


@transaction.atomic
def make_link(*, pack_id: UUID, days: int, actor: Actor, at: datetime) -> Made:
    """A link to a pack that was handed over, for some days. Raises NoSuchPaper, Closed."""
    pack = packs_for(actor).filter(pk=pack_id).first()
    if pack is None:
        raise NoSuchPaper(_("There is no such paper."))
    if pack.state != Pack.State.SENT:
        raise Closed(_("Only a pack that was handed over, and not stopped, can be read by a link."))
    link = PartnerLink(pack=pack)
    given = link.seal(days=days, by_name=actor.name, at=at)
    link.save()
    append("legal.link.made", actor=actor, at=at, subject=link.pk, kind="legal.link", detail={"pack": pack.pk})
    return Made(link, given.secret, given.pin)


@transaction.atomic
def close_link(*, link_id: UUID, actor: Actor, at: datetime) -> PartnerLink:
    """The link shows nothing from now on."""
    link = PartnerLink.objects.filter(pk=link_id, closed_at=None, pack__in=packs_for(actor).values("pk")).first()
    if link is None:
        raise NoSuchPaper(_("There is no such paper."))
    link.close(because="hand", at=at)
    append("legal.link.closed", actor=actor, at=at, subject=link.pk, kind="legal.link", detail={"pack": link.pack_id})
    return link


@transaction.atomic
def look(*, secret: str, pin: str, at: datetime) -> Look:
    """What somebody with the address and the second secret sees; a link that is over looks as if it never was.

    The rows are the frozen copies of the register, read by the house: whoever looks is nobody who works here.
    """
    with as_house(at):
        link = live(secret, at=at, lock=True)
        if link is None:
            return Look("gone")
        if not link.opens_with(pin, at=at):
            _line("legal.link.refused", link, at)
            return Look("wrong")
        rows = tuple(shown_by_link(link.pack))
        _line("legal.link.looked", link, at)
        return Look("open", link.pack, rows)


def live(secret: str, *, at: datetime, lock: bool = False) -> PartnerLink | None:
    """The link of a secret that still shows something; None for any other."""
    found = PartnerLink.objects.select_related("pack")
    if lock:
        found = found.select_for_update(of=("self",))
    return found.filter(digest=digest_of(secret), closed_at=None, ends_at__gt=at, pack__state=Pack.State.SENT).first()


def _line(act: str, link: PartnerLink, at: datetime) -> None:
    append(act, actor=None, at=at, subject=link.pk, kind="legal.link", detail={"pack": link.pack_id})

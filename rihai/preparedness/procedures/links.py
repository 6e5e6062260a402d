"""A link by which a post without an account reads a version and acknowledges it, with a code that is told apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.files import StoredFile
from rihai.kit.files.store import contents
from rihai.kit.links import Secrets, digest_of
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.posts.queries import held_at
from rihai.preparedness.procedures.acknowledging import asks, refuse_stranger
from rihai.preparedness.procedures.models import Acknowledgement, PostLink
from rihai.preparedness.procedures.queries import links_for, living, texts_for

KIND = "preparedness.link"


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody with the address and the code sees: nothing, that the code was wrong, or the version; `said` once
    it is acknowledged."""

    state: Literal["gone", "wrong", "open"]
    link: PostLink | None = None
    said: Acknowledgement | None = None


@transaction.atomic
def make_link(*, edition_id: UUID, place_id: int, post: str, days: int, actor: Actor, at: datetime) -> Secrets:
    """A link for the holder of a post, by who keeps or acts there; one given before opens nothing more.

    Raises NotThere, NotSo where nobody is written down as the holder, or the post has acknowledged it.
    """
    one = texts_for(actor).filter(pk=edition_id).first()
    if one is None:
        raise NotThere(_("There is no such procedure."))
    asks(one, post)
    refuse_stranger(one, place_id, post, by_hand=True, actor=actor, on=local_day(at))
    if (place_id, post) not in held_at([place_id], local_day(at), actor=actor):
        raise NotSo(_("Write down first who holds this post."))
    if Acknowledgement.objects.filter(edition=one, place=place_id, post=post).exists():
        raise NotSo(_("This post has acknowledged it already."))
    for before in PostLink.objects.filter(edition=one, place=place_id, post=post, closed_at=None):
        before.close(because="another", at=at)
    link = PostLink(edition=one, place_id=place_id, post=post)
    given = link.seal(days=days, by_name=actor.name, at=at)
    link.save()
    _line("preparedness.link.made", link, at, actor)
    return given


@transaction.atomic
def close_link(*, link_id: UUID, actor: Actor, at: datetime) -> PostLink:
    """The link opens nothing from now on. Raises NotThere."""
    link = links_for(actor).filter(pk=link_id, closed_at=None).first()
    if link is None:
        raise NotThere(str(link_id))
    refuse_stranger(link.edition, link.place_id, link.post, by_hand=True, actor=actor, on=local_day(at))
    link.close(because="hand", at=at)
    _line("preparedness.link.closed", link, at, actor)
    return link


@transaction.atomic
def look(*, secret: str, pin: str, at: datetime) -> Look:
    """What they see; a link that is over looks as if it never was. Read by the house: whoever looks is nobody here."""
    with as_house(at):
        seen = _opened(secret, pin, at)
        if seen.link is not None:
            _line("preparedness.link.looked", seen.link, at)
        return seen


@transaction.atomic
def acknowledge_by_link(*, secret: str, pin: str, name: str, at: datetime) -> Look:
    """The holder has read it and says who they are; the link has served. A wrong code writes nothing and is counted.

    Raises NotSo without a name.
    """
    with as_house(at):
        seen = _opened(secret, pin, at)
        if seen.link is None:
            return seen
        if not name.strip():
            raise NotSo(_("Write your name."))
        said = _said(seen.link, name.strip(), at)
        seen.link.close(because="read", at=at)
        return Look("open", seen.link, said)


def _said(link: PostLink, name: str, at: datetime) -> Acknowledgement:
    made, is_new = Acknowledgement.objects.get_or_create(
        edition=link.edition, place_id=link.place_id, post=link.post,
        defaults={
            "name": name[:120], "on": local_day(at), "by_link": True, "by_name": link.made_by_name, "at": at,
        },
    )  # fmt: skip
    if is_new:
        _line("preparedness.link.acknowledged", link, at)
    return made


def file_of(link: PostLink, language: str) -> tuple[StoredFile, bytes] | None:
    """The file of the version in a language with its bytes, for who has opened the link. Raises FileLost."""
    stored = {"en": link.edition.file_en, "ur": link.edition.file_ur}.get(language)
    return (stored, contents(stored)) if stored is not None else None


def live_link(secret: str, *, at: datetime, lock: bool = False) -> PostLink | None:
    """The link of a secret that still opens something, of a post that is still asked. Read by the house."""
    found = PostLink.objects.select_related("edition__procedure", "edition__file_en", "edition__file_ur", "place")
    if lock:
        found = found.select_for_update(of=("self",))
    with as_house(at):
        one = found.filter(living(at), digest=digest_of(secret)).first()
        return one if one and one.post in one.edition.procedure.posts else None


def _opened(secret: str, pin: str, at: datetime) -> Look:
    link = live_link(secret, at=at, lock=True)
    if link is None:
        return Look("gone")
    if not link.opens_with(pin, at=at):
        _line("preparedness.link.refused", link, at)
        return Look("wrong")
    return Look("open", link)


def _line(act: str, link: PostLink, at: datetime, actor: Actor | None = None) -> None:
    detail: dict[str, Any] = {"place": link.place_id, "post": link.post, "number": link.edition.number}
    append(act, actor=actor, at=at, subject=link.edition.procedure_id, kind=KIND, detail=detail)

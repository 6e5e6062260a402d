"""A link by which a receiver without an account reads their part of a briefing and answers it, for a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import transaction

from rihai.accounts.operations.house import as_house
from rihai.coordination.briefing.models import BriefingLine, BriefingLink
from rihai.coordination.briefing.operations import keep_answer
from rihai.coordination.briefing.queries import briefing_for
from rihai.coordination.refusals import NotThere
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.links import digest_of

KIND = "coordination.part"


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody with the address and the code sees: nothing, that the code was wrong, or their part."""

    state: Literal["gone", "wrong", "open"]
    link: BriefingLink | None = None
    lines: tuple[BriefingLine, ...] = ()


@transaction.atomic
def close_link(*, link_id: UUID, actor: Actor, at: datetime) -> BriefingLink:
    """The link opens nothing from now on. Raises NotThere."""
    link = BriefingLink.objects.filter(pk=link_id, closed_at=None).select_related("sending").first()
    if link is None:
        raise NotThere(str(link_id))
    briefing_for(link.sending.briefing_id, actor=actor)
    link.close(because="hand", at=at)
    _line("coordination.part.closed", link, at, actor)
    return link


@transaction.atomic
def look(*, secret: str, pin: str, at: datetime) -> Look:
    """What they see; a link that is over looks as if it never was. Read by the house: whoever looks is nobody here."""
    with as_house(at):
        link = live_link(secret, at=at, lock=True)
        if link is None:
            return Look("gone")
        if not link.opens_with(pin, at=at):
            _line("coordination.part.refused", link, at)
            return Look("wrong")
        seen = _shown(link)
        _line("coordination.part.looked", link, at)
        return seen


@transaction.atomic
def take_answers(
    *, secret: str, pin: str, by_name: str, answers: Mapping[UUID, Mapping[str, Any]], at: datetime
) -> Look:  # fmt: skip
    """What the receiver answers, all of it or nothing; a wrong code takes nothing and is counted. Raises NotSo,
    FileRefused."""
    with as_house(at):
        link = live_link(secret, at=at, lock=True)
        if link is None:
            return Look("gone")
        if not link.opens_with(pin, at=at):
            _line("coordination.part.refused", link, at)
            return Look("wrong")
        who = ", ".join(one for one in (by_name.strip(), link.sending.receiver) if one)
        for line in _shown(link).lines:
            if line.pk in answers:
                keep_answer(line, said=answers[line.pk], by_name=who, actor=None, at=at)
        _line("coordination.part.answered", link, at, detail={"answers": len(answers)})
        return _shown(link)


def live_link(secret: str, *, at: datetime, lock: bool = False) -> BriefingLink | None:
    """The link of a secret that still opens something; None for any other."""
    found = BriefingLink.objects.select_related("sending__briefing__place")
    if lock:
        found = found.select_for_update(of=("self",))
    with as_house(at):
        return found.filter(digest=digest_of(secret), closed_at=None, ends_at__gt=at).first()


def _shown(link: BriefingLink) -> Look:
    sending = link.sending
    rows = BriefingLine.objects.filter(briefing=sending.briefing_id, to=sending.to).prefetch_related("answers")
    return Look("open", link, tuple(rows.order_by("order", "pk")))


def _line(
    act: str, link: BriefingLink, at: datetime, actor: Actor | None = None, *, detail: dict[str, Any] | None = None
) -> None:
    about = {"sending": link.sending_id, **(detail or {})}
    append(act, actor=actor, at=at, subject=link.pk, kind=KIND, detail=about)

"""What a page showed: views say it while they answer, and one line is written after the response is made.

    opened(request, person.pk)                          a person's page
    listed(request, "places.prisons", 25, {"type": …})  a list: its filter and how many

Filters hold ids and codes; words that somebody typed are left out or counted, because they may be a person's name.
A page that was refused (403, 404) to somebody signed in is written down too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from rihai.kit.actor import Actor
from rihai.kit.audit.chain import append
from rihai.kit.audit.models import Opening

REFUSED = frozenset({403, 404})


@dataclass(slots=True)
class Seen:
    """What one request has shown so far."""

    persons: dict[UUID, None] = field(default_factory=dict)
    lists: list[dict[str, Any]] = field(default_factory=list)


def opened(request: HttpRequest, person_id: UUID) -> None:
    """Say that this request shows a person's page."""
    _seen(request).persons[person_id] = None


def listed(request: HttpRequest, what: str, count: int, filters: Mapping[str, Any] | None = None) -> None:
    """Say that this request shows a list: what it lists, how many rows, and by which ids and codes it was filtered."""
    _seen(request).lists.append({"what": what, "count": count, "filters": dict(filters or {})})


def _seen(request: HttpRequest) -> Seen:
    held: Seen | None = getattr(request, "seen", None)
    if held is None:
        held = Seen()
        setattr(request, "seen", held)  # noqa: B010 - HttpRequest knows no such name
    return held


def write(request: HttpRequest, actor: Actor | None, status: int, at: datetime) -> None:
    """Write the line of a request that has been answered with `status`, if there is anything to say."""
    seen = _seen(request)
    if seen.persons or seen.lists:
        _write_shown(request, seen, actor, status, at)
    elif actor and status in REFUSED and request.resolver_match:
        _write_refused(request, actor, status, at)


@transaction.atomic
def _write_shown(request: HttpRequest, seen: Seen, actor: Actor | None, status: int, at: datetime) -> None:
    persons = list(seen.persons)
    detail = {
        "page": _page(request), "persons": persons, "lists": seen.lists, "status": status, "key": _key(request),
    }  # fmt: skip
    number = append(
        "kit.page.opened" if persons else "kit.list.read",
        actor=actor,
        at=at,
        subject=persons[0] if len(persons) == 1 else None,
        kind="person" if len(persons) == 1 else "",
        detail={key: value for key, value in detail.items() if value},
    )
    actor_id, name = (actor.pk, actor.name[:120]) if actor else (None, "")
    Opening.objects.bulk_create(
        Opening(person_id=one, event_number=number, actor_id=actor_id, actor_name=name, moment=at) for one in persons
    )


@transaction.atomic
def _write_refused(request: HttpRequest, actor: Actor, status: int, at: datetime) -> None:
    """The attempt: which page and which id, as the address named them; nothing that was typed."""
    assert request.resolver_match, "asked only of addresses that are ours"
    found = {name: _id(value) for name, value in request.resolver_match.kwargs.items()}
    asked = {name: value for name, value in found.items() if value is not None}
    append(
        "kit.page.refused",
        actor=actor,
        at=at,
        subject=next(iter(asked.values()), None),
        detail={
            "page": _page(request),
            "asked": asked,
            "method": request.method,
            "status": status,
            **_with_key(request),
        },
    )


def _id(value: object) -> UUID | int | None:
    """The value as an id; None for anything else, which may be what somebody typed. The API's ids come as text."""
    if isinstance(value, UUID | int):
        return value
    try:
        return UUID(value) if isinstance(value, str) and len(value) == 36 else None
    except ValueError:
        return None


def _page(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _key(request: HttpRequest) -> UUID | None:
    """The id of the key with which a program asked; None for somebody at a browser."""
    key = getattr(request, "key", None)
    return key.pk if key is not None else None


def _with_key(request: HttpRequest) -> dict[str, UUID]:
    key = _key(request)
    return {"key": key} if key else {}
